using System.Net;
using System.Text.Json;
using LastTrainHome.Classroom;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LastTrainHome.Tests.Pages.Account;

public sealed class MineTests(StudySite site) : IClassFixture<StudySite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_student_takes_away_everything_kept_and_nobody_elses()
    {
        var (visitor, _) = await StudentAsync("mine", "Otter");
        await StudentAsync("other", "Stranger");

        using var answer = await visitor.GetAsync("/account?handler=Data");
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        using var data = JsonDocument.Parse(text);

        Assert.Equal("my-data.json", answer.Content.Headers.ContentDisposition?.FileName);
        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.Equal("Otter", data.RootElement.GetProperty("classes")[0].GetProperty("pseudonym").GetString());
        Assert.Equal("An answer of mine", data.RootElement.GetProperty("answers")[0].GetProperty("text").GetString());
        Assert.Equal("Well seen.", data.RootElement.GetProperty("answers")[0].GetProperty("comments")[0].GetProperty("text").GetString());
        Assert.DoesNotContain("Stranger", text, StringComparison.Ordinal);
        Assert.DoesNotContain("assword", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deleting_says_first_what_it_removes_and_removes_it()
    {
        var (visitor, me) = await StudentAsync("deleting", "Moth");
        var page = await visitor.ReadAsync("/account/delete");
        Assert.Contains("1 answer with 1 earlier version and 1 comment", page, StringComparison.Ordinal);
        Assert.Contains("1 tick that", page, StringComparison.Ordinal);

        Assert.Contains("Tick the box", await visitor.SendAndReadAsync("/account/delete", []), StringComparison.Ordinal);
        Assert.Contains("Your account is gone", await visitor.SendAndReadAsync("/account/delete", new() { ["Sure"] = "true" }), StringComparison.Ordinal);

        Assert.Equal("nobody", await visitor.ReadAsync("/test/who"));
        await using var db = site.Store.Read();
        Assert.False(await db.Accounts.AnyAsync(one => one.Id == me, Cancel));
        Assert.False(await db.Students.AnyAsync(one => one.AccountId == me, Cancel));
        Assert.False(await db.Answers.AnyAsync(one => one.AccountId == me, Cancel));
        Assert.False(await db.PagesRead.AnyAsync(one => one.AccountId == me, Cancel));
        Assert.False(await db.Sessions.AnyAsync(one => one.AccountId == me, Cancel));
        Assert.Equal(0, await db.AnswerVersions.CountAsync(version => !db.Answers.Any(answer => answer.Id == version.AnswerId), Cancel));
        Assert.Equal(0, await db.Comments.CountAsync(comment => !db.Answers.Any(answer => answer.Id == comment.AnswerId), Cancel));
    }

    [Fact]
    public async Task A_teacher_with_classes_is_told_why_the_account_stays()
    {
        var teacher = await site.StaffAsync("with classes", teaches: true);
        await site.ClassAsync(teacher.Id);
        var visitor = await site.VisitorAsync(teacher.Id);
        Assert.Contains("work hangs on this account", await visitor.ReadAsync("/account/delete"), StringComparison.Ordinal);
        await visitor.ReadAsync("/account");
        await visitor.SendAndReadAsync("/account/delete", new() { ["Sure"] = "true" });

        Assert.Equal(teacher.Id.ToString(), await visitor.ReadAsync("/test/who"));
    }

    [Fact]
    public async Task A_teacher_without_classes_goes_at_once()
    {
        var visitor = await site.VisitorAsync((await site.StaffAsync("passing through", teaches: true)).Id);
        await visitor.ReadAsync("/account/delete");
        Assert.Contains("Your account is gone", await visitor.SendAndReadAsync("/account/delete", new() { ["Sure"] = "true" }), StringComparison.Ordinal);
        Assert.Null(await site.Use<LastTrainHome.UseCases.Administering.ListStaff>().FindAsync("passing through"));
    }

    [Fact]
    public async Task A_new_password_signs_out_every_other_device()
    {
        var account = await site.StaffAsync("changing", edits: true);
        var (here, there) = (await site.VisitorAsync(account.Id), await site.VisitorAsync(account.Id));
        await here.ReadAsync("/account");

        var refused = await here.SendAndReadAsync("/account", Form("wrong", "nine green frogs in rain"));
        Assert.Contains("This is not your password", refused, StringComparison.Ordinal);
        Assert.Contains("guessed first", await here.SendAndReadAsync("/account", Form(StudySite.Password, "changing12345")), StringComparison.Ordinal);
        Assert.Contains("You have a new password", await here.SendAndReadAsync("/account", Form(StudySite.Password, "nine green frogs in rain")), StringComparison.Ordinal);

        Assert.Equal((account.Id.ToString(), "nobody"), (await here.ReadAsync("/test/who"), await there.ReadAsync("/test/who")));

        static Dictionary<string, string> Form(string current, string password) => new() { ["Current"] = current, ["Password"] = password, ["Again"] = password };
    }

    [Fact]
    public async Task A_student_has_no_password_to_change()
    {
        var (visitor, _) = await StudentAsync("no password", "Newt");
        Assert.DoesNotContain("name=\"Current\"", await visitor.ReadAsync("/account"), StringComparison.Ordinal);
        using var answer = await visitor.SendAsync("/account", new() { ["Current"] = "x", ["Password"] = StudySite.Password, ["Again"] = StudySite.Password });
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private async Task<(Visitor Visitor, Guid Id)> StudentAsync(string name, string pseudonym)
    {
        var teacher = await site.StaffAsync($"teacher, {name}", teaches: true);
        var id = await site.StudentAsync(await site.ClassAsync(teacher.Id, name), pseudonym);
        await site.Store.WriteAsync(db =>
        {
            var answer = new Answer { AccountId = id, QuestionId = "show-or-tell", PageKey = "sections/who-crosses", Prompt = "What?", SavedAt = site.Now };
            answer.Write("An answer of mine", [], 0, site.Now);
            answer.Submit(site.Now, isLate: false);
            answer.Comments.Add(new() { TeacherId = teacher.Id, Text = "Well seen.", Html = "<p>Well seen.</p>", At = site.Now });
            db.Answers.Add(answer);
            db.PagesRead.Add(new() { AccountId = id, PageKey = "sections/who-crosses", At = site.Now });
            return Task.CompletedTask;
        }, Cancel);
        return (await site.VisitorAsync(id), id);
    }
}
