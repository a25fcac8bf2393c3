using LastTrainHome.Accounts;
using LastTrainHome.Store;
using LastTrainHome.UseCases.Reporting;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace LastTrainHome.BrowserTests;

/// <summary>A reader reports a mistake on a phone, and an editor closes the report.</summary>
public sealed class ReportTests(Site site) : BrowserTest(site)
{
    private const string Chapter = "/sections/no-seats";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_mistake_goes_from_the_foot_of_a_page_to_an_editor_and_is_closed(bool script)
    {
        var faults = new List<string>();
        var reader = await OpenAsync(Chapter, new() { Script = script });
        var title = (await reader.Page.Locator("h1").First.InnerTextAsync()).Trim();
        await reader.Page.GetByRole(AriaRole.Link, new() { Name = "Report a mistake on this page" }).ClickAsync();
        await Expect(reader.Page.GetByRole(AriaRole.Link, new() { Name = title, Exact = true })).ToHaveAttributeAsync("href", Chapter);
        await Expect(reader.Page.Locator("[name=Website]")).ToBeHiddenAsync();
        await LookAsync(reader, script, faults);

        var wrong = $"There were seats, {Guid.NewGuid():N}.";
        await reader.Page.GetByLabel("What is wrong?").FillAsync(new string('x', Report.MaxText + 1));
        await reader.Page.GetByLabel("Where do you know it from?").FillAsync("I sat on one.");
        await reader.Page.GetByLabel("How can the editors reach you?").FillAsync("nina@example.org");
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await Expect(reader.Page.GetByRole(AriaRole.Alert)).ToBeFocusedAsync();
        await Expect(reader.Page.GetByLabel("What is wrong?")).ToHaveAccessibleDescriptionAsync(new System.Text.RegularExpressions.Regex("Please shorten what is wrong"));
        await LookAsync(reader, script, faults);

        await reader.Page.GetByLabel("What is wrong?").FillAsync(wrong);
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await Expect(reader.Page.GetByRole(AriaRole.Heading, new() { Name = "Thank you" })).ToBeVisibleAsync();
        await Expect(reader.Page.GetByText(wrong)).ToBeVisibleAsync();
        await Expect(reader.Page.GetByText("I sat on one.")).ToBeVisibleAsync();
        await LookAsync(reader, script, faults);

        var editor = await OpenAsync($"/test/sign-in/{await EditorAsync()}", new() { Script = script });
        await editor.GoAsync(Chapter);
        await editor.Page.Locator("nav.self").GetByRole(AriaRole.Link, new() { Name = "Editing" }).ClickAsync();
        var report = editor.Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = wrong });
        await Expect(report.GetByText("content/sections/03-no-seats.md")).ToBeVisibleAsync();
        await Expect(report.GetByText("nina@example.org")).ToBeVisibleAsync();
        await LookAsync(editor, script, faults);
        await report.GetByLabel("Your note").FillAsync("There were some.");
        await report.GetByRole(AriaRole.Button, new() { Name = "Mended" }).ClickAsync();
        await Expect(editor.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("is closed: mended");
        await Expect(report.GetByText("There were some.")).ToBeVisibleAsync();
        await Expect(report.GetByText("nina@example.org")).ToHaveCountAsync(0);
        await LookAsync(editor, script, faults);

        Assert.True(faults.Count == 0, string.Join('\n', faults.Concat(reader.Errors).Concat(editor.Errors)));
    }

    [Fact]
    public async Task What_was_typed_survives_a_line_that_is_cut_and_is_gone_once_sent()
    {
        await using var line = new Line(Site.Address);
        var reader = await OpenAsync("/report?page=/timeline", at: line.Address);
        await reader.Page.GetByLabel("What is wrong?").PressSequentiallyAsync("A long text.");
        await reader.Page.GetByLabel("Where do you know it from?").PressSequentiallyAsync("A source.");
        await line.CutAsync();
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await Expect(reader.Page.GetByLabel("What is wrong?")).ToHaveCountAsync(0); // the browser's own page says that there is no line

        line.Mend();
        await reader.GoAsync("/report?page=/timeline");
        await Expect(reader.Page.GetByLabel("What is wrong?")).ToHaveValueAsync("A long text.");
        await Expect(reader.Page.GetByLabel("Where do you know it from?")).ToHaveValueAsync("A source.");
        await reader.GoAsync("/report?page=/compare"); // another page's report begins empty
        await Expect(reader.Page.GetByLabel("What is wrong?")).ToHaveValueAsync("");

        await reader.GoAsync("/report?page=/timeline");
        await Expect(reader.Page.GetByLabel("What is wrong?")).ToHaveValueAsync("A long text.");
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await Expect(reader.Page.GetByRole(AriaRole.Heading, new() { Name = "Thank you" })).ToBeVisibleAsync();
        await Until.TrueAsync(() => reader.Page.EvaluateAsync<bool>("sessionStorage.length === 0"));
        await reader.GoAsync("/report?page=/timeline");
        await Expect(reader.Page.GetByLabel("What is wrong?")).ToHaveValueAsync("");
    }

    [Fact]
    public async Task An_empty_list_and_the_ways_of_somebody_who_does_everything_fit_a_phone()
    {
        var me = await EditorAsync(teaches: true, owns: true);
        var reports = Site.Services.GetRequiredService<CloseReport>();
        await using (var db = Site.Services.GetRequiredService<StudyStore>().Read())
            foreach (var open in db.Reports.Where(report => report.State == ReportState.Open).Select(report => report.Id).ToList())
                await reports.CloseAsync(open, ReportState.NotAMistake, null, me);
        var window = await OpenAsync($"/test/sign-in/{me}");

        Assert.Empty(await FaultsAsync(window, ["/desk/reports", "/staff", "/report", "/report/sent", "/privacy"]));
    }

    // What looks for faults is a script itself; without one the page only has to fit.
    private static async Task LookAsync(Window window, bool script, List<string> faults)
    {
        if (script)
            faults.AddRange(await FaultsHereAsync(window));
        else if (await window.SidewaysAsync() is > 0 and var sideways)
            faults.Add($"{window.Page.Url}: {sideways} px stand out sideways");
    }

    private async Task<Guid> EditorAsync(bool teaches = false, bool owns = false)
    {
        var account = Account.OfStaff($"editor {Guid.NewGuid():N}", DateTime.UtcNow, teaches, edits: true, owns);
        await Site.Services.GetRequiredService<StudyStore>().WriteAsync(db => Task.FromResult(db.Accounts.Add(account)), TestContext.Current.CancellationToken);
        return account.Id;
    }
}
