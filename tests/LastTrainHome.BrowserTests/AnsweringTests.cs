using LastTrainHome.Accounts;
using LastTrainHome.Classroom;
using LastTrainHome.Store;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace LastTrainHome.BrowserTests;

/// <summary>A teacher sets a chapter, a student answers on the chapter's own page: on a bad line, and in two tabs.</summary>
public sealed class AnsweringTests(Site site) : BrowserTest(site)
{
    private const string Chapter = "sections/no-seats";
    private const string Question = "count-the-boardings";

    [Fact]
    public async Task A_teacher_sets_a_chapter_from_its_own_page_in_two_clicks()
    {
        var (teacher, _) = await ClassAsync("two clicks", null);
        var window = await OpenAsync(look: Look.Wide);
        await window.SignInAsync(teacher);

        await window.AssignAsync(Chapter);

        await Expect(window.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("Set to two clicks.");
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task What_is_typed_without_a_line_is_kept_and_sent_when_it_is_back()
    {
        var (window, address) = await StudentAsync("off the line");
        var (field, state) = (window.Page.Locator($"#q-{Question} textarea"), window.Page.Locator($"#q-{Question} [data-state]"));
        await field.FillAsync("Two trips there");
        await Expect(state).ToContainTextAsync("saved ");

        await window.Context.SetOfflineAsync(true);
        await field.PressSequentiallyAsync(", two trips back");
        await Expect(state).ToContainTextAsync("Not sent: kept on this device");
        await window.Context.SetOfflineAsync(false);
        await Expect(state).ToContainTextAsync("saved ");

        await window.GoAsync(address);
        await Expect(window.Page.Locator($"#q-{Question} textarea")).ToHaveValueAsync("Two trips there, two trips back");
        await window.Page.Locator($"#q-{Question} button", new() { HasText = "Hand in" }).ClickAsync();
        await Expect(window.Page.Locator($"#q-{Question}")).ToContainTextAsync("Handed in");
        Assert.Equal(0, await window.Page.EvaluateAsync<int>("Object.keys(localStorage).filter(name => name.startsWith('study:draft:')).length"));
        Assert.Equal(0, await window.SidewaysAsync());
    }

    [Fact]
    public async Task Of_two_tabs_neither_loses_its_text()
    {
        var (window, address) = await StudentAsync("two tabs");
        var second = await window.Context.NewPageAsync();
        await second.GotoAsync(address);
        await window.Page.Locator($"#q-{Question} textarea").FillAsync("From the first tab");
        await Expect(window.Page.Locator($"#q-{Question} [data-state]")).ToContainTextAsync("saved ");

        await second.Locator($"#q-{Question} textarea").FillAsync("From the second tab");
        await Expect(second.Locator(".other .written")).ToHaveTextAsync("From the first tab");
        await second.GetByRole(AriaRole.Button, new() { Name = "Put both together" }).ClickAsync();
        await Expect(second.Locator($"#q-{Question} [data-state]")).ToContainTextAsync("saved ");

        await second.ReloadAsync();
        await Expect(second.Locator($"#q-{Question} textarea")).ToHaveValueAsync("From the first tab\n\nFrom the second tab");
    }

    [Fact]
    public async Task What_was_typed_when_the_session_ended_is_there_after_signing_in_again()
    {
        var (window, address) = await StudentAsync("signed out");
        var state = window.Page.Locator($"#q-{Question} [data-state]");
        var cookies = await window.Context.CookiesAsync();
        await window.Context.ClearCookiesAsync();
        await window.Page.Locator($"#q-{Question} textarea").FillAsync("Written into the void");
        await Expect(state).ToContainTextAsync("You have been signed out. Your text is kept on this device");

        await window.Context.AddCookiesAsync(cookies.Select(cookie => new Cookie { Name = cookie.Name, Value = cookie.Value, Domain = cookie.Domain, Path = cookie.Path }));
        await window.GoAsync(address);

        await Expect(window.Page.Locator($"#q-{Question} textarea")).ToHaveValueAsync("Written into the void");
        await Expect(state).ToContainTextAsync("saved ");
    }

    private async Task<(Window Window, string Address)> StudentAsync(string name)
    {
        var set = new Assignment { Title = "No seats", OpensAt = DateTime.UtcNow.AddMinutes(-1), DueAt = DateTime.UtcNow.AddDays(7), TimeZone = "Europe/Amsterdam", MadeAt = DateTime.UtcNow };
        set.Items.Add(new() { Position = 0, PageKey = Chapter, Words = "No seats" });
        set.Items.Add(new() { Position = 1, PageKey = Chapter, QuestionId = Question, Words = "How many trips do these two people add to the season’s total?" });
        set.Items.Add(new() { Position = 2, PageKey = Chapter, QuestionId = "one-crowd-many-numbers", Words = "Why could several honest reports give such different numbers?" });
        var (_, code) = await ClassAsync(name, set);
        var window = await OpenAsync(look: new() { Width = 390, Height = 844 });
        await window.JoinAsync(code, "heron");
        var address = $"/{Chapter}?assignment={set.Id}";
        await window.GoAsync(address);
        return (window, address);
    }

    private async Task<(Account Teacher, string Code)> ClassAsync(string name, Assignment? set)
    {
        var teacher = await Site.TeacherAsync($"Teacher of {name}");
        var room = new Class { Name = name, Code = ClassCode.Draw(), TeacherId = teacher.Id, TimeZone = "Europe/Amsterdam", MadeAt = DateTime.UtcNow };
        if (set is not null)
            room.Assignments.Add(set);
        await Site.Services.GetRequiredService<StudyStore>().WriteAsync(db => Task.FromResult(db.Classes.Add(room)));
        return (teacher, room.Code);
    }
}
