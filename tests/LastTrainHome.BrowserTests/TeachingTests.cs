using LastTrainHome.Accounts;
using LastTrainHome.Classroom;
using LastTrainHome.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace LastTrainHome.BrowserTests;

/// <summary>A teacher's whole work, from signing in to the table that is taken away: with the keyboard alone, and with a finger and no script.</summary>
public sealed class TeachingTests(Site site) : BrowserTest(site)
{
    private const string Chapter = "/sections/no-seats";
    private const string Question = "count-the-boardings";
    private const string Praise = "You counted the way back too: *good*.";

    [Fact]
    public async Task By_keyboard_alone_a_class_is_made_work_is_set_followed_commented_and_taken_away()
    {
        var window = await OpenAsync("/sign-in", Look.Wide);
        await TeachAsync(window, new Hands.Typing(), "By keyboard");
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task Without_script_the_same_is_done_with_a_finger_on_a_phone() =>
        await TeachAsync(await OpenAsync("/sign-in", new() { Script = false, Touch = true }), new Hands.Touching(), "Without script");

    private async Task TeachAsync(Window window, Hands hands, string name)
    {
        var page = window.Page;
        var teacher = await Site.TeacherAsync($"Teacher of {name}");

        var form = page.Locator("form[action*=Staff]");
        await hands.WriteAsync(form.Locator("[name=Name]"), teacher.UserName!);
        await hands.WriteAsync(form.Locator("[name=Password]"), Steps.Password);
        await hands.PressAsync(form.GetByRole(AriaRole.Button));

        await hands.WriteAsync(page.GetByLabel("Name of the class"), name);
        await hands.ChooseAsync(page.GetByLabel("Time zone"), "Asia/Kathmandu");
        await hands.PressAsync(page.GetByRole(AriaRole.Button, new() { Name = "Make the class" }));
        await Expect(page.Locator(".class-code")).ToBeVisibleAsync();

        await hands.PressAsync(page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "chapter" }));
        await hands.PressAsync(page.Locator($"main a[href='{Chapter}']").First);
        await hands.PressAsync(page.GetByRole(AriaRole.Link, new() { Name = "Assign" }));
        await hands.PressAsync(page.GetByRole(AriaRole.Button, new() { Name = "Set it" }).First);
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync($"Set to {name}.");
        await Expect(page.Locator(".badge.due")).ToContainTextAsync("20:00");

        await AnswerAsync(teacher, "Four: two each way, for two people.");

        await hands.PressAsync(page.Locator(".trail").GetByRole(AriaRole.Link, new() { Name = name }));
        await hands.PressAsync(page.Locator(".set h3 a"));
        await Expect(page.Locator(".sums")).ToContainTextAsync("1 of 1 done");
        await hands.PressAsync(page.Locator($"thead a[href$='/questions/{Question}']"));
        await Expect(page.Locator("#a-1 .written")).ToHaveTextAsync("Four: two each way, for two people.");

        await hands.PressAsync(page.Locator("#a-1 summary", new() { HasText = "Comment" }));
        await hands.WriteAsync(page.GetByLabel("Comment on number 1’s answer"), Praise);
        await hands.PressAsync(page.Locator("#a-1").GetByRole(AriaRole.Button, new() { Name = "Save the comment" }));
        await Expect(page.Locator("#a-1 .comment em")).ToHaveTextAsync("good");

        await hands.PressAsync(page.Locator(".trail li:nth-child(3) a"));
        var file = await page.RunAndWaitForDownloadAsync(() => hands.PressAsync(page.GetByRole(AriaRole.Link, new() { Name = "Table (CSV)" })));
        var table = await File.ReadAllTextAsync(await file.PathAsync(), TestContext.Current.CancellationToken);
        Assert.Contains($",{Question},done,", table, StringComparison.Ordinal);
        Assert.Contains(Praise, table, StringComparison.Ordinal);
        Assert.Empty(window.Abroad);
    }

    // A student joins and hands in, elsewhere.
    private Task AnswerAsync(Account teacher, string words) => Site.Services.GetRequiredService<StudyStore>().WriteAsync(async db =>
    {
        var room = await db.Classes.SingleAsync(one => one.TeacherId == teacher.Id);
        var item = await db.Assignments.Where(set => set.ClassId == room.Id).SelectMany(set => set.Items).SingleAsync(item => item.QuestionId == Question);
        var student = Account.OfStudent(SignInCard.Draw(), DateTime.UtcNow);
        (student.NormalizedUserName, student.SecurityStamp) = (student.UserName!.ToUpperInvariant(), Token.New());
        db.Accounts.Add(student);
        room.Add(student.Id, "Heron", DateTime.UtcNow);
        var answer = new Answer { AccountId = student.Id, AssignmentId = item.AssignmentId, QuestionId = Question, PageKey = item.PageKey, Prompt = item.Words, SavedAt = DateTime.UtcNow };
        answer.Write(words, [], 0, DateTime.UtcNow);
        answer.Submit(DateTime.UtcNow, isLate: false);
        db.Answers.Add(answer);
    });
}
