using System.Net;
using System.Text.Json;
using LastTrainHome.Classroom;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LastTrainHome.Tests.Pages.Account;

public sealed class DeviceWorkTests(StudySite site) : IClassFixture<StudySite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_done_on_an_own_device_is_taken_over_when_it_is_said_to_be_mine()
    {
        var (visitor, me) = await StudentAsync();
        Assert.Contains("data-module=\"device-work\"", await visitor.ReadAsync("/card"), StringComparison.Ordinal);
        var day = new DateTime(2026, 10, 30, 12, 0, 0, DateTimeKind.Utc);

        var page = await visitor.SendAndReadAsync("/card?handler=Mine", Work(
            [new { page = "sections/the-landing", at = Milliseconds(day) }, new { page = "sections/no-such-chapter", at = Milliseconds(day) }],
            [
                new { question = "show-or-tell", text = "It loses\0 the ice \uD83D.\r\nIt gains time.", choices = new[] { 3 }, at = Milliseconds(day) },
                new { question = "count-the-baby", text = "ignored", choices = new[] { 1, 99, -1 }, at = 9e20 },
                new { question = "not-a-question", text = "lost", choices = Array.Empty<int>(), at = 0d },
            ]));

        Assert.Contains("1 page you have read and 2 answers are yours now.", page, StringComparison.Ordinal);
        Assert.Contains("data-known=\"sections/the-landing\"", page, StringComparison.Ordinal);
        await using var db = site.Store.Read();
        var read = await db.PagesRead.SingleAsync(one => one.AccountId == me, Cancel);
        Assert.Equal(("sections/the-landing", null, day), (read.PageKey, read.AssignmentId, read.At));
        var open = await db.Answers.SingleAsync(one => one.AccountId == me && one.QuestionId == "show-or-tell", Cancel);
        Assert.Equal(("It loses the ice \uFFFD.\nIt gains time.", "sections/who-crosses", day, 1), (open.Text, open.PageKey, open.SavedAt, open.Version));
        Assert.Equal("What does the film gain, and lose, by only telling this?", open.Prompt);
        Assert.Empty(open.Choices);
        var choice = await db.Answers.SingleAsync(one => one.AccountId == me && one.QuestionId == "count-the-baby", Cancel);
        Assert.Equal(("", site.Now), (choice.Text, choice.SavedAt));
        Assert.Equal([1], choice.Choices);
    }

    [Fact]
    public async Task Taken_over_twice_nothing_is_doubled_and_a_different_text_is_kept_beside_the_first()
    {
        var (visitor, me) = await StudentAsync();
        await visitor.ReadAsync("/account");
        await visitor.SendAndReadAsync("/card?handler=Mine", One("Mine."));
        await visitor.SendAndReadAsync("/card?handler=Mine", One("Mine."));
        await visitor.SendAndReadAsync("/card?handler=Mine", One("Mine too."));

        await using var db = site.Store.Read();
        var answer = await db.Answers.Include(one => one.Versions).SingleAsync(one => one.AccountId == me, Cancel);
        Assert.Equal("Mine.", answer.Text);
        Assert.Equal(("Mine too.", true), (Assert.Single(answer.Versions).Text, answer.Versions[0].IsAside));
        Assert.Single(await db.PagesRead.Where(one => one.AccountId == me).ToListAsync(Cancel));

        static Dictionary<string, string> One(string text) =>
            Work([new { page = "sections/the-landing", at = 0d }], [new { question = "show-or-tell", text, choices = Array.Empty<int>(), at = 1e12 }]);
    }

    [Fact]
    public async Task On_a_shared_device_nothing_is_offered_and_nothing_taken()
    {
        var (visitor, me) = await StudentAsync(shared: true);
        Assert.DoesNotContain("data-module=\"device-work\"", await visitor.ReadAsync("/card"), StringComparison.Ordinal);
        await visitor.ReadAsync("/sign-out");
        using var answer = await visitor.SendAsync("/card?handler=Mine", Work([new { page = "sections/the-landing", at = 0d }], []));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        await using var db = site.Store.Read();
        Assert.False(await db.PagesRead.AnyAsync(one => one.AccountId == me, Cancel));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"read\":[null],\"answers\":[null]}")]
    [InlineData("{\"read\":[{\"page\":null}],\"answers\":[{}]}")]
    [InlineData("{\"read\":[{\"page\":\"sections/the-landing\",\"at\":\"yesterday\"}]}")]
    public async Task What_cannot_be_read_takes_nothing_over_and_breaks_nothing(string sent)
    {
        var (visitor, me) = await StudentAsync();
        await visitor.ReadAsync("/account");
        using var answer = await visitor.SendAsync("/card?handler=Mine", new() { ["Work"] = sent });

        Assert.Equal("/card", answer.Headers.Location?.ToString());
        await using var db = site.Store.Read();
        Assert.False(await db.PagesRead.AnyAsync(one => one.AccountId == me, Cancel));
    }

    [Theory]
    [InlineData("a\0b", 10, "ab")]
    [InlineData("a\r\nb\rc", 10, "a\nb\nc")]
    [InlineData("ab\U0001F682", 3, "ab")]
    [InlineData(null, 10, "")]
    public void Typed_text_is_cleaned_of_what_no_database_keeps(string? typed, int most, string clean) => Assert.Equal(clean, UserText.Clean(typed, most));

    private static Dictionary<string, string> Work(object[] read, object[] answers) => new() { ["Work"] = JsonSerializer.Serialize(new { read, answers }) };

    private static double Milliseconds(DateTime at) => (at - DateTime.UnixEpoch).TotalMilliseconds;

    private async Task<(Visitor Visitor, Guid Id)> StudentAsync(bool shared = false)
    {
        var room = await site.ClassAsync((await site.StaffAsync($"device {Guid.NewGuid():N}", teaches: true)).Id);
        var id = await site.StudentAsync(room, "traveller");
        return (await site.VisitorAsync(id, shared), id);
    }
}
