using System.Net;
using LastTrainHome.Editions;
using LastTrainHome.Store;
using LastTrainHome.Tests.Pages.Account;
using LastTrainHome.Web;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static LastTrainHome.Tests.Pages.ReadingTests;

namespace LastTrainHome.Tests.Pages;

/// <summary>Telling the editors of a mistake: over HTTP, into a store of its own.</summary>
public sealed class ReportTests(StudySite site, ReportingSite writing) : IClassFixture<StudySite>, IClassFixture<ReportingSite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/")]
    [InlineData("/timeline")]
    [InlineData("/sections/the-landing")]
    [InlineData("/report")]
    [InlineData("/no-such-page")]
    public async Task Every_page_leads_to_the_form_and_names_itself(string address)
    {
        using var answer = await site.Visitor().GetAsync(address);

        AssertInOrder(await answer.Content.ReadAsStringAsync(Cancel), $"href=\"/report?page={Uri.EscapeDataString(address)}\"", "Report a mistake on this page");
    }

    [Theory]
    [InlineData("/", "The Winter Crossing")]
    [InlineData("/timeline", "Timeline")]
    [InlineData("/sections/the-landing", "The landing")]
    [InlineData("/statistics/passengers?a=1#2009-ferry", "People who cross the Velga")]
    [InlineData("/no-such-page", "/no-such-page")]
    public async Task The_form_names_the_page_by_its_title(string address, string title)
    {
        var html = await site.Visitor().ReadAsync("/report?page=" + Uri.EscapeDataString(address));

        AssertInOrder(html, "<meta name=\"robots\" content=\"noindex\">", $"On the page <a href=\"{address}\">{title}</a>", $"name=\"About\" value=\"{address}\"");
    }

    [Fact]
    public async Task What_a_reader_sends_is_kept_and_shown_to_him_once()
    {
        var visitor = site.Visitor();
        await visitor.ReadAsync("/report?page=/sections/the-landing");
        using var sent = await visitor.SendAsync("/report", Form("The bell rings twice.", "/sections/the-landing", "I was there.\r\nTwice.", "nina@example.org"));
        Assert.Equal("/report/sent", sent.Headers.Location?.ToString());

        await using var db = site.Store.Read();
        var kept = await db.Reports.SingleAsync(report => report.Text == "The bell rings twice.", Cancel);
        Assert.Equal(("/sections/the-landing", "I was there.\nTwice.", "nina@example.org"), (kept.Page, kept.Source, kept.Contact));
        Assert.Equal((site.Now, site.Services.GetRequiredService<OpenLibraries>().Current, ReportState.Open), (kept.SentAt, kept.Edition, kept.State));

        using var thanks = await visitor.GetAsync("/report/sent");
        Assert.True(thanks.Headers.CacheControl?.NoStore); // nor does the browser's own libraries keep it
        AssertInOrder(await thanks.Content.ReadAsStringAsync(Cancel), $"the number <b>{kept.Id}</b>", "will read it", ">The landing</a>", "The bell rings twice.", "I was there.&#xA;Twice.", "nina@example.org");
        var again = await visitor.ReadAsync("/report/sent");
        Assert.Contains("Nothing to show", again, StringComparison.Ordinal);
        Assert.DoesNotContain("The bell rings", again, StringComparison.Ordinal);
        Assert.Contains("Nothing to show", await site.Visitor().ReadAsync("/report/sent"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_but_what_is_wrong_need_be_said()
    {
        var visitor = site.Visitor();
        await visitor.ReadAsync("/report");
        var thanks = await visitor.SendAndReadAsync("/report", Form("All of it is too short."));

        Assert.Contains("the editors cannot answer you", thanks, StringComparison.Ordinal);
        await using var db = site.Store.Read();
        var kept = await db.Reports.SingleAsync(report => report.Text == "All of it is too short.", Cancel);
        Assert.Equal((null, null, null), (kept.Page, kept.Source, kept.Contact));
    }

    [Fact]
    public async Task Who_is_signed_in_is_not_noted()
    {
        var room = await site.ClassAsync((await site.StaffAsync("of a reporter", teaches: true)).Id);
        var student = await site.StudentAsync(room, "Kingfisher");
        var visitor = await site.VisitorAsync(student);
        await visitor.ReadAsync("/report?page=/");
        await visitor.SendAndReadAsync("/report", Form("Signed in, and unnamed.", "/"));

        await using var db = site.Store.Read();
        var kept = await db.Reports.SingleAsync(report => report.Text == "Signed in, and unnamed.", Cancel);
        Assert.Null(kept.ClosedBy);
        Assert.Equal(
            ["ClosedAt", "ClosedBy", "Contact", "Edition", "Id", "Note", "Page", "SentAt", "Source", "State", "Text"], // nowhere to put a name or an address
            Audit.Of(db).Where(column => column.Table == "Reports").Select(column => column.Column));
    }

    [Theory]
    [InlineData("Text", 0, "Say what is wrong")]
    [InlineData("Text", 4_001, "it has 4,001 characters, and 4,000 is the most")]
    [InlineData("Source", 1_001, "it has 1,001 characters, and 1,000 is the most")]
    [InlineData("Contact", 201, "it has 201 characters, and 200 is the most")]
    public async Task What_is_missing_or_too_long_is_said_beside_its_field_and_all_stays_typed(string field, int length, string sentence)
    {
        var visitor = site.Visitor();
        await visitor.ReadAsync("/report");
        var typed = Form("A text to keep.", "/timeline", "A source to keep.", "A way to reach me.");
        typed[field] = new string('x', length);
        var page = await visitor.SendAndReadAsync("/report", typed);

        AssertInOrder(page, "role=\"alert\"", $"href=\"#{field}\"", $"id=\"{field}-error\"", sentence, $"id=\"{field}\"", "aria-invalid=\"true\"");
        AssertInOrder(page, "value=\"/timeline\"", typed["Text"] + "</textarea>", typed["Source"] + "</textarea>", $"value=\"{typed["Contact"]}\"");
        await using var db = site.Store.Read();
        Assert.False(await db.Reports.AnyAsync(report => report.Contact == "A way to reach me." || report.Source == "A source to keep.", Cancel));
    }

    [Theory]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("https://evil.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/a\u0001b")]
    public async Task Only_a_page_of_this_site_is_named(string page)
    {
        var visitor = site.Visitor();
        Assert.DoesNotContain("evil", await visitor.ReadAsync("/report?page=" + Uri.EscapeDataString(page)), StringComparison.Ordinal);

        var refused = await visitor.SendAndReadAsync("/report", Form($"On {page} it is wrong.", page));
        AssertInOrder(refused, "id=\"About-error\"", "This is no address of this site", "name=\"About\"", "it is wrong.</textarea>");
        Assert.DoesNotContain($"<a href=\"{page}", refused, StringComparison.Ordinal);
        await using var db = site.Store.Read();
        Assert.False(await db.Reports.AnyAsync(report => report.Text.StartsWith($"On {page}"), Cancel));
    }

    [Fact]
    public async Task A_whole_address_of_this_site_is_the_page()
    {
        var visitor = site.Visitor();
        await visitor.ReadAsync("/report");
        Assert.Contains(">The landing</a>", await visitor.SendAndReadAsync("/report", Form("Copied from the browser.", " http://localhost/sections/the-landing ")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_its_token_comes_back_with_all_that_was_typed_and_goes_the_second_time()
    {
        var visitor = site.Visitor();
        using var refused = await visitor.SendAsync("/report", Form("Typed long ago.", "/timeline", "An old source.", "old@example.org"), withToken: false);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        AssertInOrder(await refused.Content.ReadAsStringAsync(Cancel), "nothing was saved", "action=\"/report\"", "Typed long ago.</textarea>", "value=\"/timeline\"", "An old source.</textarea>", "value=\"old@example.org\"");
        await using var db = site.Store.Read();
        Assert.False(await db.Reports.AnyAsync(report => report.Text == "Typed long ago.", Cancel));

        Assert.Contains("Thank you", await visitor.SendAndReadAsync("/report", Form("Typed long ago.", "/timeline", "An old source.", "old@example.org")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_machine_that_fills_in_everything_sends_nothing_and_a_person_is_told()
    {
        var visitor = site.Visitor();
        Assert.Contains("<p hidden", await visitor.ReadAsync("/report"), StringComparison.Ordinal);
        var typed = Form("Buy lamps.");
        typed["Website"] = "https://lamps.example";
        var page = await visitor.SendAndReadAsync("/report", typed);

        AssertInOrder(page, "nothing was sent", "Buy lamps.</textarea>");
        Assert.DoesNotContain("lamps.example", page, StringComparison.Ordinal);
        await using var db = site.Store.Read();
        Assert.False(await db.Reports.AnyAsync(report => report.Text == "Buy lamps.", Cancel));
    }

    [Fact]
    public async Task A_double_click_is_one_report()
    {
        var visitor = site.Visitor();
        await visitor.ReadAsync("/report");
        for (var click = 0; click < 2; click++)
            await visitor.SendAndReadAsync("/report", Form("Clicked twice."));
        await using var db = site.Store.Read();
        Assert.Equal(1, await db.Reports.CountAsync(report => report.Text == "Clicked twice.", Cancel));

        site.Clock.Advance(TimeSpan.FromMinutes(10));
        await visitor.SendAndReadAsync("/report", Form("Clicked twice."));
        Assert.Equal(2, await db.Reports.CountAsync(report => report.Text == "Clicked twice.", Cancel));
    }

    [Fact]
    public async Task Three_classes_behind_one_address_report_within_an_hour_and_more_are_asked_to_wait_and_lose_nothing()
    {
        site.Clock.Advance(TimeSpan.FromHours(1)); // other tests have sent some
        var visitor = site.Visitor();
        await visitor.ReadAsync("/report");
        for (var number = 1; number <= site.Use<RateLimits>().Reports.Most; number++)
        {
            using var sent = await visitor.SendAsync("/report", Form($"Mistake {number} of many."));
            Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        }

        using var refused = await visitor.SendAsync("/report", Form("One too many.", "/timeline", "A source.", "me@example.org"));
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        AssertInOrder(await refused.Content.ReadAsStringAsync(Cancel), "Too many reports came from your network", ">Timeline</a>", "One too many.</textarea>", "A source.</textarea>", "value=\"me@example.org\"");
        await using var db = site.Store.Read();
        Assert.False(await db.Reports.AnyAsync(report => report.Text == "One too many.", Cancel));

        site.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Contains("Thank you", await visitor.SendAndReadAsync("/report", Form("One too many.")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_typed_is_shown_as_it_was_typed()
    {
        const string Unkind = "</textarea><script>alert(1)</script><b title=\"x\">&amp;";
        await site.Store.WriteAsync(db => db.Reports.ExecuteDeleteAsync(Cancel), Cancel); // editors see the oldest fifty, and other tests have sent some
        var visitor = site.Visitor();
        await visitor.ReadAsync("/report");
        var refused = await visitor.SendAndReadAsync("/report", Form("", Unkind, Unkind, Unkind + new string('x', 200)));
        var thanks = await visitor.SendAndReadAsync("/report", Form(Unkind, "/a\"><script>", Unkind, Unkind));
        var editor = await site.VisitorAsync((await site.StaffAsync("of unkind words", edits: true)).Id);
        var list = await editor.ReadAsync("/desk/reports");

        foreach (var page in new[] { refused, thanks, list })
        {
            Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;&lt;b title=&quot;x&quot;&gt;&amp;amp;", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<b title", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Where_the_operator_wants_it_one_can_also_write()
    {
        AssertInOrder(await writing.ReadAsync("/report?page=%2Ftimeline"), "<form method=\"post\" action=\"/report\"", "Or write to", "href=\"mailto:editors@study.example?subject=", "timeline");
        Assert.DoesNotContain("Or write to", await site.Visitor().ReadAsync("/report"), StringComparison.Ordinal);
    }

    internal static Dictionary<string, string> Form(string text, string about = "", string source = "", string contact = "") =>
        new() { ["Text"] = text, ["About"] = about, ["Source"] = source, ["Contact"] = contact, ["Website"] = "" };
}
