using System.Net;
using System.Text.Json;
using LastTrainHome.Store;
using LastTrainHome.Tests.Pages.Account;
using LastTrainHome.UseCases.Reporting;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static LastTrainHome.Tests.Pages.ReadingTests;

namespace LastTrainHome.Tests.Pages.Desk;

/// <summary>What editors see of readers' reports and do with them. Each test has a site to itself: a list is empty only once.</summary>
public sealed class ReportsTests : IAsyncLifetime
{
    private readonly StudySite site = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Retention Retention => site.Services.GetServices<IHostedService>().OfType<Retention>().Single();

    [Fact]
    public async Task Where_nothing_was_reported_the_list_says_how_reports_come()
    {
        var html = await (await EditorAsync()).ReadAsync("/desk/reports");

        AssertInOrder(html, "Nothing waits for you", "No open report.", "href=\"/report\"");
        Assert.DoesNotContain("open report<", html, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"_closed\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_reports_stand_first_and_the_oldest_of_them_above_with_page_and_file()
    {
        var first = await SendAsync("The first.", "/sections/who-crosses", "The council’s report.", "nina@example.org");
        var closed = await SendAsync("Closed.", "/timeline");
        var last = await SendAsync("The last.");
        await site.Use<CloseReport>().CloseAsync(closed, ReportState.Mended, null, (await site.StaffAsync("closing", edits: true)).Id);

        AssertInOrder(
            await (await EditorAsync()).ReadAsync("/desk/reports"),
            "2 reports wait for you",
            $"<b>{first}</b> <a href=\"/sections/who-crosses\">", "<code>second-film/sections/02-who-crosses.md</code>", "The first.", "The council’s report.", "nina@example.org",
            $"<b>{last}</b> About no page in particular", "The last.",
            "id=\"_closed\"", $"<b>{closed}</b> <a href=\"/timeline\">Timeline</a>", "mended", "closing");
    }

    [Fact]
    public async Task An_editor_arrives_at_the_reports_and_sees_on_every_page_how_many_wait()
    {
        await SendAsync("One.");
        await site.StaffAsync("arriving", edits: true);
        var visitor = site.Visitor();
        await visitor.ReadAsync("/sign-in");
        using var arrived = await visitor.SendAsync("/sign-in?handler=Staff", new() { ["Name"] = "arriving", ["Password"] = StudySite.Password });

        Assert.Equal("/desk/reports", arrived.Headers.Location?.ToString());
        AssertInOrder(await visitor.ReadAsync("/sections"), "href=\"/desk/reports\"", "Editing", ">1<span class=\"unseen\"> open report</span>");
        await SendAsync("Two.");
        Assert.Contains(">2<span class=\"unseen\"> open reports</span>", await visitor.ReadAsync("/sections"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Administrators_see_them_and_students_and_teachers_see_neither_list_nor_count()
    {
        await SendAsync("For editors alone.");
        var teacher = await site.StaffAsync("teaching", teaches: true);
        var student = await site.StudentAsync(await site.ClassAsync(teacher.Id), "Rook");
        var owner = await site.VisitorAsync((await site.StaffAsync("owning", owns: true)).Id);

        AssertInOrder(await owner.ReadAsync("/staff"), "href=\"/desk/reports\"", "Editing", "open report</span>");
        Assert.Contains("For editors alone.", await owner.ReadAsync("/desk/reports"), StringComparison.Ordinal);
        foreach (var other in new[] { teacher.Id, student })
        {
            var visitor = await site.VisitorAsync(other);
            using var answer = await visitor.GetAsync("/desk/reports");
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            Assert.DoesNotContain("For editors alone.", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
            Assert.DoesNotContain("/desk/reports", await visitor.ReadAsync("/account"), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("mended", ReportState.Mended, "mended")]
    [InlineData("not", ReportState.NotAMistake, "not a mistake")]
    public async Task Closing_keeps_what_was_said_and_erases_how_to_reach_the_reader(string outcome, ReportState state, string words)
    {
        var id = await SendAsync("Wrong.", "/sections/the-landing", "A source.", "nina@example.org");
        var me = await site.StaffAsync("the editor", edits: true);
        var visitor = await site.VisitorAsync(me.Id);
        await visitor.ReadAsync("/desk/reports");
        var html = await visitor.SendAndReadAsync("/desk/reports?handler=Close", Closing(id, outcome, " See <page 9>. "));

        AssertInOrder(html, "Nothing waits for you", $"Report {id} is closed: {words}.", "No open report.", "Wrong.", words, "the editor", "See &lt;page 9&gt;.");
        Assert.DoesNotContain("nina@example.org", html, StringComparison.Ordinal);
        var report = await FindAsync(id);
        Assert.Equal((state, "See <page 9>.", me.Id, site.Now, null, "A source."), (report.State, report.Note, report.ClosedBy!.Value, report.ClosedAt!.Value, report.Contact, report.Source));
    }

    [Fact]
    public async Task Of_two_editors_who_close_the_same_report_the_second_is_told_and_changes_nothing()
    {
        var id = await SendAsync("Wrong.");
        var (one, other) = (await EditorAsync(), await EditorAsync());
        await one.ReadAsync("/desk/reports");
        await other.ReadAsync("/desk/reports");
        await one.SendAndReadAsync("/desk/reports?handler=Close", Closing(id, "mended", "Done."));

        Assert.Contains($"Report {id} had been closed already", await other.SendAndReadAsync("/desk/reports?handler=Close", Closing(id, "not", "Nonsense.")), StringComparison.Ordinal);
        var report = await FindAsync(id);
        Assert.Equal((ReportState.Mended, "Done."), (report.State, report.Note));
    }

    [Fact]
    public async Task A_note_that_is_too_long_stays_typed_and_the_report_open()
    {
        var id = await SendAsync("Wrong.", contact: "nina@example.org");
        var visitor = await EditorAsync();
        await visitor.ReadAsync("/desk/reports");
        var note = new string('n', Report.MaxNote + 1);
        var html = await visitor.SendAndReadAsync("/desk/reports?handler=Close", Closing(id, "mended", note));

        AssertInOrder(html, $"Report {id} was not closed.", $"href=\"#_note-{id}\"", "it has 501 characters, and 500 is the most", "nina@example.org", "aria-invalid=\"true\"", note + "</textarea>");
        Assert.Equal(ReportState.Open, (await FindAsync(id)).State);
    }

    [Fact]
    public async Task A_report_closed_by_mistake_is_opened_again_with_its_note()
    {
        var id = await SendAsync("Wrong.", contact: "nina@example.org");
        var visitor = await EditorAsync();
        await visitor.ReadAsync("/desk/reports");
        await visitor.SendAndReadAsync("/desk/reports?handler=Close", Closing(id, "not", "I was hasty."));
        var html = await visitor.SendAndReadAsync("/desk/reports?handler=Reopen", new() { ["id"] = $"{id}" });

        AssertInOrder(html, $"Report {id} is open again.", "Wrong.", "I was hasty.</textarea>");
        var report = await FindAsync(id);
        Assert.Equal((ReportState.Open, null, null, null), (report.State, report.ClosedBy, report.ClosedAt, report.Contact));
    }

    [Fact]
    public async Task A_report_that_is_not_there_is_not_found()
    {
        var visitor = await EditorAsync();
        await SendAsync("Wrong.");
        await visitor.ReadAsync("/desk/reports");
        foreach (var form in new[] { Closing(999, "mended", ""), Closing(999, "mended", new string('n', 501)) })
        {
            using var answer = await visitor.SendAsync("/desk/reports?handler=Close", form);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Of_many_reports_the_oldest_fifty_are_shown()
    {
        for (var number = 1; number <= 51; number++)
            await SendAsync($"Mistake {number}.");
        var html = await (await EditorAsync()).ReadAsync("/desk/reports");

        AssertInOrder(html, "51 reports wait for you", "Mistake 1.", "Mistake 50.", "The oldest 50 are shown");
        Assert.DoesNotContain("Mistake 51.", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_on_an_earlier_version_says_so()
    {
        await site.Use<SendReport>().SendAsync("/timeline", "an unknown one", "Of an unknown version.", null, null);
        var html = await (await EditorAsync()).ReadAsync("/desk/reports");
        Assert.DoesNotContain("there is a newer one", html, StringComparison.Ordinal);

        await site.Store.WriteAsync(db => Task.FromResult(db.Editions.Add(new() { Id = "earlier", RecordedAt = new(2026, 10, 1, 8, 0, 0, DateTimeKind.Utc), Origin = EditionOrigin.Watch, Pages = 1, BoundNumbers = 0, CalculatedNumbers = 0, PlainNumbers = 0 })), Cancel);
        await site.Use<SendReport>().SendAsync("/timeline", "earlier", "Of an earlier version.", null, null);
        AssertInOrder(await (await EditorAsync()).ReadAsync("/desk/reports"), "seen in the version of 1 Oct 2026, 08:00; there is a newer one", "Of an earlier version.");
    }

    [Fact]
    public async Task How_to_reach_a_reader_is_forgotten_after_ninety_days_and_a_closed_report_a_year_after_it_was_closed()
    {
        var open = await SendAsync("Never looked at.", contact: "nina@example.org");
        var closed = await SendAsync("Looked at.");
        await site.Use<CloseReport>().CloseAsync(closed, ReportState.Mended, null, (await site.StaffAsync("who closed", edits: true)).Id);

        site.Clock.Advance(Report.ContactStays - TimeSpan.FromDays(1));
        await Retention.EraseAsync();
        Assert.Equal("nina@example.org", (await FindAsync(open)).Contact);
        site.Clock.Advance(TimeSpan.FromDays(2)); // by itself: the running site looks every day
        await UntilAsync(async () => (await FindAsync(open)).Contact is null);

        site.Clock.Advance(Report.ClosedStays - Report.ContactStays - TimeSpan.FromDays(2));
        await Retention.EraseAsync();
        Assert.NotNull(await site.Use<ReadReports>().FindAsync(closed, Cancel));
        site.Clock.Advance(TimeSpan.FromDays(2));
        await UntilAsync(async () => await site.Use<ReadReports>().FindAsync(closed, Cancel) is null);
        Assert.Equal("Never looked at.", (await FindAsync(open)).Text);
    }

    [Fact]
    public async Task An_editor_takes_away_what_he_closed_and_a_deleted_account_leaves_the_report_without_his_name()
    {
        var id = await SendAsync("Wrong.");
        var me = await site.StaffAsync("leaving", edits: true);
        await site.Use<CloseReport>().CloseAsync(id, ReportState.NotAMistake, "It is right.", me.Id);
        var visitor = await site.VisitorAsync(me.Id);
        using var answer = await visitor.GetAsync("/account?handler=Data");
        using var data = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel));
        var mine = data.RootElement.GetProperty("reportsClosed")[0];
        Assert.Equal(("not a mistake", "It is right."), (mine.GetProperty("state").GetString(), mine.GetProperty("note").GetString()));

        Assert.Contains("closed a reader", await visitor.ReadAsync("/account/delete"), StringComparison.Ordinal);
        Assert.Contains("Your account is gone", await visitor.SendAndReadAsync("/account/delete", new() { ["Sure"] = "true" }), StringComparison.Ordinal);
        var report = await FindAsync(id);
        Assert.Equal((ReportState.NotAMistake, "It is right.", null), (report.State, report.Note, report.ClosedBy));
        Assert.DoesNotContain("leaving", await (await EditorAsync()).ReadAsync("/desk/reports"), StringComparison.Ordinal);
    }

    public ValueTask InitializeAsync() => site.InitializeAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    private async Task<Visitor> EditorAsync() => await site.VisitorAsync((await site.StaffAsync($"editor {Guid.NewGuid():N}", edits: true)).Id);

    private async Task<int> SendAsync(string text, string? page = null, string? source = null, string? contact = null)
    {
        await using var db = site.Store.Read();
        var sent = await site.Use<SendReport>().SendAsync(page, await db.Current.Select(one => one.EditionId).SingleAsync(Cancel), text, source, contact);
        return sent.Number!.Value;
    }

    private async Task<Report> FindAsync(int id) => await site.Use<ReadReports>().FindAsync(id, Cancel) ?? throw new InvalidOperationException($"There is no report {id}.");

    private static Dictionary<string, string> Closing(int id, string outcome, string note) => new() { ["id"] = $"{id}", ["outcome"] = outcome, ["note"] = note };

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!await holds())
            patience.Token.ThrowIfCancellationRequested();
    }
}
