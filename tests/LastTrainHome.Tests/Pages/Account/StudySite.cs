using System.Net;
using LastTrainHome.Accounts;
using LastTrainHome.Classroom;
using LastTrainHome.Editions;
using LastTrainHome.Store;
using LastTrainHome.Web.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace LastTrainHome.Tests.Pages.Account;

/// <summary>The whole site over the second film and a study store of its own, spoken to over HTTP, with a clock that a test sets.</summary>
public sealed class StudySite : IAsyncLifetime
{
    public const string Password = "seven grey cranes over water";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("site ");
    private readonly WebApplication app;

    public StudySite()
        : this([])
    {
    }

    /// <param name="also">Settings, as on the command line.</param>
    internal StudySite(params string[] also)
        : this(_ => { }, also)
    {
    }

    /// <param name="change">What is different in this site.</param>
    /// <param name="also">Settings, as on the command line.</param>
    internal StudySite(Action<WebApplicationBuilder> change, params string[] also)
    {
        Clock = new(new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.Zero));
        app = Serving.Make(
            [$"--Data:Folder={folder.FullName}", $"--Content:Folder={Repository.Path("tests", "LastTrainHome.Tests", "Fixtures", "second-film")}", "--Content:Watch=false", .. also],
            builder =>
            {
                builder.WebHost.UseTestServer();
                builder.Services.AddSingleton<TimeProvider>(Clock);
                change(builder);
            });

        // A door for tests alone: signing in costs a password hash otherwise.
        app.MapGet("/test/sign-in/{id:guid}", (Guid id, bool? shared, HttpContext context, SessionCookie cookie) =>
            cookie.SignInAsync(context, id, shared ?? false));
        app.MapGet("/test/who", (HttpContext context) => context.User.Identity?.IsAuthenticated == true ? context.User.AccountId().ToString() : "nobody");
    }

    public WebApplication App => app;

    /// <summary>The file of the study store.</summary>
    public string StoreFile => Services.GetRequiredService<DataFolder>().Store;
    public FakeTimeProvider Clock { get; }
    public DateTime Now => Clock.GetUtcNow().UtcDateTime;
    public IServiceProvider Services => app.Services;
    public StudyStore Store => Services.GetRequiredService<StudyStore>();

    /// <summary>What people do, as a page or a verb does it.</summary>
    public T Use<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <summary>Somebody who is not signed in. Keeps cookies, follows no redirect.</summary>
    public Visitor Visitor() => new(app.GetTestServer());

    /// <summary>Somebody signed in.</summary>
    public async Task<Visitor> VisitorAsync(Guid account, bool shared = false)
    {
        var visitor = Visitor();
        using var answer = await visitor.GetAsync($"/test/sign-in/{account}?shared={shared}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return visitor;
    }

    /// <summary>A member of staff who has <see cref="Password"/>.</summary>
    public async Task<LastTrainHome.Accounts.Account> StaffAsync(string name, bool teaches = false, bool edits = false, bool owns = false)
    {
        await using var scope = Services.CreateAsyncScope();
        var account = LastTrainHome.Accounts.Account.OfStaff(name, Now, teaches, edits, owns);
        var made = await scope.ServiceProvider.GetRequiredService<UserManager<LastTrainHome.Accounts.Account>>().CreateAsync(account, Password);
        Assert.True(made.Succeeded, string.Join(' ', made.Errors.Select(error => error.Description)));
        return account;
    }

    /// <summary>A student in a class, without a card.</summary>
    public Task<Guid> StudentAsync(int inClass, string pseudonym) => Store.WriteAsync(async db =>
    {
        var account = LastTrainHome.Accounts.Account.OfStudent(SignInCard.Draw(), Now);
        account.NormalizedUserName = account.UserName!.ToUpperInvariant();
        account.SecurityStamp = Token.New();
        db.Accounts.Add(account);
        (await db.Classes.FindAsync(inClass))!.Add(account.Id, pseudonym, Now);
        return account.Id;
    });

    /// <summary>A class of a teacher.</summary>
    public async Task<int> ClassAsync(Guid teacher, string name = "Film, first year", string zone = "Europe/Amsterdam")
    {
        var made = new Class { Name = name, Code = ClassCode.Draw(), TeacherId = teacher, TimeZone = zone, MadeAt = Now };
        await Store.WriteAsync(db => Task.FromResult(db.Classes.Add(made)));
        return made.Id;
    }

    public async ValueTask InitializeAsync()
    {
        await app.Services.GetRequiredService<ContentWatcher>().OpenAsync();
        await app.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
