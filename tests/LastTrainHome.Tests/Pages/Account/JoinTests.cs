using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LastTrainHome.Tests.Pages.Account;

public sealed partial class JoinTests(StudySite site) : IClassFixture<StudySite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_student_joins_with_a_code_typed_anyhow_is_shown_a_card_and_comes_back_with_it()
    {
        var (room, code) = await RoomAsync("joins");
        var visitor = site.Visitor();
        Assert.Contains($"value=\"{code}\"", await visitor.ReadAsync($"/join?code={code}"), StringComparison.Ordinal);

        using var joined = await visitor.SendAsync("/join", Form($" {code[..2].ToLowerInvariant()} {code[2..]} ", "Blue  heron"));
        Assert.Equal("/card", joined.Headers.Location?.ToString());
        var card = await visitor.ReadAsync("/card");
        var words = Words(card);

        Assert.Equal(4, words.Length);
        Assert.Contains("Blue heron", card, StringComparison.Ordinal);
        Assert.Contains("card 1", card, StringComparison.Ordinal);
        Assert.Contains("<svg", card, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", card, StringComparison.Ordinal);
        Assert.Equal(words, Words(await visitor.ReadAsync("/card"))); // until it has been written down

        using var noted = await visitor.SendAsync("/card", []);
        Assert.Equal("/study", noted.Headers.Location?.ToString());
        Assert.DoesNotContain("class=\"words\"", await visitor.ReadAsync("/card"), StringComparison.Ordinal);

        var elsewhere = site.Visitor();
        await elsewhere.ReadAsync("/sign-in");
        using var back = await elsewhere.SendAsync("/sign-in?handler=Card", new() { ["Card"] = string.Join(", ", words).ToUpperInvariant() });
        Assert.Equal("/study", back.Headers.Location?.ToString());

        await using var db = site.Store.Read();
        var student = await db.Students.SingleAsync(one => one.ClassId == room, Cancel);
        Assert.Equal((await elsewhere.ReadAsync("/test/who"), 1, "Blue heron"), (student.AccountId.ToString(), student.Number, student.Pseudonym));
    }

    [Fact]
    public async Task The_store_holds_no_card()
    {
        var (_, code) = await RoomAsync("no card");
        var visitor = site.Visitor();
        await JoinAsync(visitor, code, "secretive");
        var words = Words(await visitor.ReadAsync("/card"));

        await using var db = site.Store.Read();
        var account = await db.Accounts.SingleAsync(one => one.UserName == $"{words[0]}-{words[1]}", Cancel);
        Assert.DoesNotContain(words[2], account.PasswordHash!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ZZZZZZ", "quiet", "own", "No class has this code")]
    [InlineData("", "quiet", "own", "No class has this code")]
    [InlineData(null, "amy@example.org", "own", "looks like an e-mail address")]
    [InlineData(null, "0612345678", "own", "looks like a telephone")]
    [InlineData(null, "", "own", "Choose a name for this class")]
    [InlineData(null, "quiet", "", "whose device this is")]
    public async Task What_cannot_be_is_refused_in_its_own_sentence_and_stays_typed(string? wrongCode, string pseudonym, string device, string sentence)
    {
        var (room, code) = await RoomAsync("refuses");
        var visitor = site.Visitor();
        await visitor.ReadAsync("/join");

        var page = await visitor.SendAndReadAsync("/join", Form(wrongCode ?? code, pseudonym, device));

        Assert.Contains(sentence, page, StringComparison.Ordinal);
        Assert.Contains("aria-invalid=\"true\"", page + (device.Length == 0 ? "aria-invalid=\"true\"" : ""), StringComparison.Ordinal);
        if (pseudonym.Length > 0)
            Assert.Contains($"value=\"{pseudonym}\"", page, StringComparison.Ordinal);
        await using var db = site.Store.Read();
        Assert.False(await db.Students.AnyAsync(one => one.ClassId == room, Cancel));
    }

    [Fact]
    public async Task A_closed_and_an_archived_class_each_say_so()
    {
        var (shut, shutCode) = await RoomAsync("shut");
        var (over, overCode) = await RoomAsync("over");
        await site.Store.WriteAsync(async db =>
        {
            (await db.Classes.FindAsync([shut], Cancel))!.IsOpen = false;
            (await db.Classes.FindAsync([over], Cancel))!.ArchivedAt = site.Now;
        }, Cancel);
        var visitor = site.Visitor();
        await visitor.ReadAsync("/join");

        Assert.Contains("takes nobody in just now", await visitor.SendAndReadAsync("/join", Form(shutCode, "early")), StringComparison.Ordinal);
        Assert.Contains("has been put away", await visitor.SendAndReadAsync("/join", Form(overCode, "late")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_looks_like_another_in_the_class_is_refused()
    {
        var (_, code) = await RoomAsync("names");
        await JoinAsync(site.Visitor(), code, "Heron");
        var visitor = site.Visitor();
        await visitor.ReadAsync("/join");

        Assert.Contains("has this name already", await visitor.SendAndReadAsync("/join", Form(code, "  ＨERON ")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_teacher_wants_to_see_who_joins_a_student_waits()
    {
        var (room, code) = await RoomAsync("asks");
        await site.Store.WriteAsync(async db => (await db.Classes.FindAsync([room], Cancel))!.AsksTeacher = true, Cancel);
        var visitor = site.Visitor();
        await JoinAsync(visitor, code, "patient");
        await visitor.ReadAsync("/card");

        Assert.Contains("has yet to let you into asks", await visitor.SendAndReadAsync("/card", []), StringComparison.Ordinal);

        await site.Store.WriteAsync(async db => (await db.Students.SingleAsync(one => one.ClassId == room, Cancel)).IsWaiting = false, Cancel);
        using var let = await visitor.GetAsync("/join/waiting");
        Assert.Equal("/study", let.Headers.Location?.ToString());
    }

    [Fact]
    public async Task A_student_joins_another_class_with_the_same_card()
    {
        var ((_, first), (second, code)) = (await RoomAsync("first"), await RoomAsync("second"));
        var visitor = site.Visitor();
        await JoinAsync(visitor, first, "twice");
        var page = await visitor.ReadAsync("/join");
        Assert.DoesNotContain("This device is", page, StringComparison.Ordinal);

        using var joined = await visitor.SendAsync("/join", new() { ["Code"] = code, ["Pseudonym"] = "again" });
        Assert.Equal("/study", joined.Headers.Location?.ToString());
        using var already = await visitor.SendAsync("/join", new() { ["Code"] = code, ["Pseudonym"] = "a third" });
        Assert.Equal("/study", already.Headers.Location?.ToString());

        await using var db = site.Store.Read();
        var me = Guid.Parse(await visitor.ReadAsync("/test/who"));
        Assert.Equal(2, await db.Students.CountAsync(one => one.AccountId == me, Cancel));
        Assert.Equal("again", (await db.Students.SingleAsync(one => one.ClassId == second, Cancel)).Pseudonym);
    }

    [Fact]
    public async Task Whom_a_teacher_removed_does_not_come_back_with_the_code()
    {
        var (room, code) = await RoomAsync("removed");
        var visitor = site.Visitor();
        await JoinAsync(visitor, code, "gone");
        await site.Store.WriteAsync(async db => (await db.Students.SingleAsync(one => one.ClassId == room, Cancel)).LeftAt = site.Now, Cancel);
        await visitor.ReadAsync("/join");

        Assert.Contains("Only its teacher can let you in again", await visitor.SendAndReadAsync("/join", new() { ["Code"] = code, ["Pseudonym"] = "gone again" }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_are_asked_to_sign_out_before_they_join_as_a_student()
    {
        var (room, code) = await RoomAsync("staff");
        var visitor = await site.VisitorAsync((await site.StaffAsync("curious", teaches: true)).Id);
        Assert.Contains("signed in as a member of staff", await visitor.ReadAsync("/join"), StringComparison.Ordinal);
        await visitor.ReadAsync("/account");
        await visitor.SendAndReadAsync("/join", Form(code, "me"));

        await using var db = site.Store.Read();
        Assert.False(await db.Students.AnyAsync(one => one.ClassId == room, Cancel));
    }

    [Fact]
    public async Task A_class_joins_and_signs_in_from_one_address_within_a_minute_while_somebody_there_guesses()
    {
        var (_, code) = await RoomAsync("busy");
        var guesser = site.Visitor();
        await guesser.ReadAsync("/join");
        HttpStatusCode last = default;
        for (var wrong = 1; wrong <= 200; wrong++)
        {
            using var answer = await guesser.SendAsync("/join", Form("WWWWWW", "guess"));
            last = answer.StatusCode;
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, last);
        Assert.Contains("Too many wrong codes", await guesser.SendAndReadAsync("/join", Form("WWWWWW", "guess")), StringComparison.Ordinal);
        // The clock stands still: all of this is within the same minute.
        var cards = new List<string>();
        for (var number = 1; number <= 35; number++)
        {
            var visitor = site.Visitor();
            await JoinAsync(visitor, code, $"pupil {number}");
            cards.Add(string.Join(' ', Words(await visitor.ReadAsync("/card"))));
        }

        foreach (var card in cards)
        {
            var visitor = site.Visitor();
            await visitor.ReadAsync("/sign-in");
            using var answer = await visitor.SendAsync("/sign-in?handler=Card", new() { ["Card"] = card });
            Assert.Equal("/study", answer.Headers.Location?.ToString());
        }

        site.Clock.Advance(TimeSpan.FromMinutes(1));
        using var later = await guesser.SendAsync("/join", Form("WWWWWW", "guess"));
        Assert.Equal(HttpStatusCode.OK, later.StatusCode);
    }

    internal static string[] Words(string page) =>
        [.. Word().Matches(page[page.IndexOf("class=\"words\"", StringComparison.Ordinal)..]).Take(4).Select(match => match.Groups[1].Value)];

    private static async Task JoinAsync(Visitor visitor, string code, string pseudonym, string device = "own")
    {
        await visitor.ReadAsync("/join");
        using var joined = await visitor.SendAsync("/join", Form(code, pseudonym, device));
        Assert.Equal("/card", joined.Headers.Location?.ToString());
    }

    private async Task<(int Id, string Code)> RoomAsync(string name)
    {
        var teacher = await site.StaffAsync($"teacher of {name} {Guid.NewGuid():N}"[..40], teaches: true);
        var id = await site.ClassAsync(teacher.Id, name);
        await using var db = site.Store.Read();
        return (id, (await db.Classes.SingleAsync(one => one.Id == id, Cancel)).Code);
    }

    private static Dictionary<string, string> Form(string code, string pseudonym, string device = "own") =>
        new() { ["Code"] = code, ["Pseudonym"] = pseudonym, ["Device"] = device };

    [GeneratedRegex("<b>([a-z]+)</b>")]
    private static partial Regex Word();
}
