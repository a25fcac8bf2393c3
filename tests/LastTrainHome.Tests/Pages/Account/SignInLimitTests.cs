using System.Net;
using LastTrainHome.Tests.Web;
using LastTrainHome.UseCases.SigningIn;
using LastTrainHome.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LastTrainHome.Tests.Pages.Account;

/// <summary>What guessing costs, and whom it stops. Each test has a site of its own, whose hashes are quick and counted.</summary>
public sealed class SignInLimitTests : IAsyncLifetime
{
    private readonly CountingHasher hasher = new();
    private readonly StudySite site;
    private StoreQueries queries = null!;

    public SignInLimitTests() => site = new(builder =>
    {
        builder.Services.AddSingleton<IPasswordHasher<LastTrainHome.Accounts.Account>>(hasher);
    });

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Once_a_network_has_guessed_too_often_no_password_of_it_is_hashed_until_the_minute_is_over()
    {
        await site.StaffAsync("known", teaches: true);
        var visitor = site.Visitor();
        await visitor.ReadAsync("/sign-in");
        for (var wrong = 0; wrong < site.Use<RateLimits>().WrongSignIns.Most; wrong++)
            Assert.Equal(HttpStatusCode.OK, await TryAsync(visitor, $"nobody {wrong}", "wrong"));
        var hashed = hasher.Count;

        Assert.Equal(HttpStatusCode.TooManyRequests, await TryAsync(visitor, "known", StudySite.Password));
        Assert.Equal(hashed, hasher.Count);

        site.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.Redirect, await TryAsync(visitor, "known", StudySite.Password));
    }

    [Fact]
    public async Task A_right_password_is_never_counted()
    {
        await site.StaffAsync("often", teaches: true);
        for (var time = 0; time <= site.Use<RateLimits>().WrongSignIns.Most; time++)
        {
            var visitor = site.Visitor();
            await visitor.ReadAsync("/sign-in");
            Assert.Equal(HttpStatusCode.Redirect, await TryAsync(visitor, "often", StudySite.Password));
        }
    }

    [Fact]
    public async Task An_unknown_name_costs_what_a_known_one_costs()
    {
        await site.StaffAsync("known", teaches: true);
        var visitor = site.Visitor();
        await visitor.ReadAsync("/sign-in");
        await TryAsync(visitor, "known", "wrong");
        async Task<(int Hashes, int Queries)> CostAsync(string name)
        {
            var before = hasher.Count;
            queries.Clear();
            await TryAsync(visitor, name, "wrong");
            return (hasher.Count - before, queries.Count);
        }

        var known = await CostAsync("known");
        Assert.Equal((1, 1), known);
        Assert.Equal(known, await CostAsync("nobody of this name"));
    }

    [Fact]
    public async Task A_name_is_locked_after_ten_wrong_tries_whether_there_is_such_a_name_or_not()
    {
        await site.StaffAsync("known", teaches: true);
        foreach (var name in new[] { "known", "unknown" })
        {
            var visitor = site.Visitor();
            await visitor.ReadAsync("/sign-in");
            for (var wrong = 0; wrong < SignInLock.MostTries; wrong++)
                await TryAsync(visitor, name, "wrong");
            var hashed = hasher.Count;

            Assert.Equal(HttpStatusCode.OK, await TryAsync(visitor, name, StudySite.Password));
            Assert.Equal(hashed, hasher.Count); // both are refused before anything is hashed
        }

        site.Clock.Advance(SignInLock.Window);
        var later = site.Visitor();
        await later.ReadAsync("/sign-in");
        Assert.Equal(HttpStatusCode.Redirect, await TryAsync(later, "known", StudySite.Password));
    }

    [Fact]
    public async Task Four_classes_join_from_one_network_in_a_few_minutes_and_no_end_of_others_do_not()
    {
        var teacher = await site.StaffAsync("of four", teaches: true);
        for (var number = 0; number < 4; number++)
        {
            var (ofClass, code) = await ClassAsync(teacher.Id);
            for (var pupil = 0; pupil < 35; pupil++)
                Assert.Equal("/card", await JoinAsync(code, $"pupil {pupil}"));
            Assert.Equal(35, await CountAsync(ofClass));
        }

        var (more, open) = await ClassAsync(teacher.Id);
        var left = site.Use<RateLimits>().Joins.Most - 4 * 35;
        for (var pupil = 0; pupil < left; pupil++)
            Assert.Equal("/card", await JoinAsync(open, $"pupil {pupil}"));

        var hashed = hasher.Count;
        Assert.Equal("429", await JoinAsync(open, "one too many"));
        Assert.Equal((left, hashed), (await CountAsync(more), hasher.Count));

        site.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal("/card", await JoinAsync(open, "after a while"));
    }

    public async ValueTask InitializeAsync()
    {
        queries = new(site.StoreFile); // before the first question: EF Core looks for listeners only now and then
        await site.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        queries.Dispose();
        await site.DisposeAsync();
    }

    private static async Task<HttpStatusCode> TryAsync(Visitor visitor, string name, string password)
    {
        using var answer = await visitor.SendAsync("/sign-in?handler=Staff", new() { ["Name"] = name, ["Password"] = password });
        return answer.StatusCode;
    }

    // Where it leads, or the status where it leads nowhere.
    private async Task<string> JoinAsync(string code, string pseudonym)
    {
        var visitor = site.Visitor();
        await visitor.ReadAsync("/join");
        using var answer = await visitor.SendAsync("/join", new() { ["Code"] = code, ["Pseudonym"] = pseudonym, ["Device"] = "own" });
        return answer.Headers.Location?.ToString() ?? $"{(int)answer.StatusCode}";
    }

    private async Task<(int Id, string Code)> ClassAsync(Guid teacher)
    {
        var id = await site.ClassAsync(teacher);
        await using var db = site.Store.Read();
        return (id, await db.Classes.Where(one => one.Id == id).Select(one => one.Code).SingleAsync(Cancel));
    }

    private async Task<int> CountAsync(int ofClass)
    {
        await using var db = site.Store.Read();
        return await db.Students.CountAsync(student => student.ClassId == ofClass, Cancel);
    }

    /// <summary>The framework's own with fewer rounds, counted.</summary>
    private sealed class CountingHasher : IPasswordHasher<LastTrainHome.Accounts.Account>
    {
        private readonly PasswordHasher<LastTrainHome.Accounts.Account> inner =
            new(Microsoft.Extensions.Options.Options.Create(new PasswordHasherOptions { IterationCount = 1 }));

        private int count;

        public int Count => count;

        public string HashPassword(LastTrainHome.Accounts.Account user, string password)
        {
            Interlocked.Increment(ref count);
            return inner.HashPassword(user, password);
        }

        public PasswordVerificationResult VerifyHashedPassword(LastTrainHome.Accounts.Account user, string hashedPassword, string providedPassword)
        {
            Interlocked.Increment(ref count);
            return inner.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
