using System.Net;
using System.Text.RegularExpressions;
using LastTrainHome.Accounts;
using LastTrainHome.Tests.Pages.Account;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LastTrainHome.Tests.Pages.Teach;

public sealed partial class CardsTests(StudySite site) : IClassFixture<StudySite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Cards_printed_in_advance_have_numbers_words_and_a_square_and_open_their_accounts()
    {
        var school = await School.OpenAsync(site);
        var sheet = await MakeAsync(school, "3", 3);

        var cards = Cards(sheet);
        Assert.Equal(3, cards.Count);
        Assert.Equal(3, sheet.Split("<svg").Length - 1);
        Assert.Contains("data-student-number=\"5\"", sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", sheet, StringComparison.Ordinal);
        await using var db = site.Store.Read();
        var students = await db.Students.Where(student => student.ClassId == school.Class && student.IsUnclaimed).OrderBy(student => student.Number).ToListAsync(Cancel);
        Assert.Equal(["Card 3", "Card 4", "Card 5"], students.Select(student => student.Pseudonym));
        foreach (var (student, card) in students.Zip(cards))
            Assert.True(await OpensAsync(card, student.AccountId));
    }

    [Fact]
    public async Task The_words_are_shown_once_and_sending_the_form_again_makes_no_more()
    {
        var school = await School.OpenAsync(site);
        var card = Cards(await MakeAsync(school, "2", 3))[0];

        Assert.DoesNotContain(card.Words[2] + "</span><span>" + card.Words[3], await school.Teacher.ReadAsync($"/teach/classes/{school.Class}/cards"), StringComparison.Ordinal);
        var again = await school.Teacher.SendAndReadAsync($"/teach/classes/{school.Class}/cards", new() { ["count"] = "2", ["first"] = "3" });
        Assert.Contains("nothing was made", again, StringComparison.Ordinal);
        await using var db = site.Store.Read();
        Assert.Equal(4, await db.Students.CountAsync(student => student.ClassId == school.Class, Cancel));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("61")]
    [InlineData("-3")]
    [InlineData("many")]
    [InlineData("")]
    public async Task No_card_and_more_than_sixty_are_refused_at_the_field(string count)
    {
        var school = await School.OpenAsync(site);
        var page = await MakeAsync(school, count, 3);

        Assert.Equal(2, page.Split("Print between 1 and 60 cards at a time.").Length - 1);
        Assert.Contains("aria-invalid=\"true\"", page, StringComparison.Ordinal);
        if (count.Length > 0)
            Assert.Contains($"value=\"{count}\"", page, StringComparison.Ordinal);
        Assert.Equal(2, await CountAsync(school));
    }

    [Fact]
    public async Task Sixty_are_made()
    {
        var school = await School.OpenAsync(site);
        Assert.Equal(60, Cards(await MakeAsync(school, "60", 3)).Select(card => card.Handle).Distinct().Count());
        Assert.Equal(62, await CountAsync(school));
    }

    [Fact]
    public async Task A_card_is_given_even_where_the_teacher_lets_people_in_herself_and_a_taken_name_is_not_taken_twice()
    {
        var school = await School.OpenAsync(site);
        await site.StudentAsync(school.Class, "card 4");
        await site.Store.WriteAsync(async db => (await db.Classes.SingleAsync(one => one.Id == school.Class)).AsksTeacher = true, Cancel);
        await MakeAsync(school, "1", 4);

        var card = await school.StudentAsync(4);
        Assert.Equal((false, true, "Card 4+"), (card.IsWaiting, card.IsUnclaimed, card.Pseudonym));
    }

    [Fact]
    public async Task A_new_card_ends_the_old_one_and_every_session_and_leaves_the_work()
    {
        var school = await School.OpenAsync(site);
        var old = Cards(await MakeAsync(school, "1", 3))[0];
        var account = (await school.StudentAsync(3)).AccountId;
        var student = await site.VisitorAsync(account);

        await school.Teacher.ReadAsync($"/teach/classes/{school.Class}/students");
        var page = await school.Teacher.SendAndReadAsync($"/teach/classes/{school.Class}/cards?handler=Again", new() { ["number"] = "3" });

        Assert.True(await OpensAsync(Assert.Single(Cards(page)), account));
        Assert.False(await OpensAsync(old, account));
        Assert.Equal("nobody", await student.ReadAsync("/test/who"));
    }

    [Fact]
    public async Task Nobody_is_given_a_new_card_who_is_not_in_the_class()
    {
        var school = await School.OpenAsync(site);
        await school.Teacher.ReadAsync($"/teach/classes/{school.Class}/students");
        using var answer = await school.Teacher.SendAsync($"/teach/classes/{school.Class}/cards?handler=Again", new() { ["number"] = "99" });

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_card_nobody_used_is_removed_with_its_account()
    {
        var school = await School.OpenAsync(site);
        await MakeAsync(school, "1", 3);
        var account = (await school.StudentAsync(3)).AccountId;
        await school.Teacher.ReadAsync($"/teach/classes/{school.Class}/students");
        await school.Teacher.SendAndReadAsync($"/teach/classes/{school.Class}/students?handler=Remove", new() { ["number"] = "3" });

        await using var db = site.Store.Read();
        Assert.False(await db.Accounts.AnyAsync(one => one.Id == account, Cancel));
    }

    private static async Task<string> MakeAsync(School school, string count, int first)
    {
        await school.Teacher.ReadAsync($"/teach/classes/{school.Class}/cards");
        return await school.Teacher.SendAndReadAsync($"/teach/classes/{school.Class}/cards", new() { ["count"] = count, ["first"] = $"{first}" });
    }

    private static List<SignInCard> Cards(string page) =>
        [.. WordsOf().Matches(page).Select(found => SignInCard.Read(string.Join(' ', found.Groups[1].Captures.Select(word => word.Value)))!)];

    private async Task<bool> OpensAsync(SignInCard card, Guid expected)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<LastTrainHome.Accounts.Account>>();
        return await accounts.FindByNameAsync(card.Handle) is { } found && found.Id == expected && await accounts.CheckPasswordAsync(found, card.Secret);
    }

    private async Task<int> CountAsync(School school)
    {
        await using var db = site.Store.Read();
        return await db.Students.CountAsync(student => student.ClassId == school.Class, Cancel);
    }

    [GeneratedRegex("<p class=\"words\"[^>]*>(?:<span>(\\w+)</span>){4}</p>")]
    private static partial Regex WordsOf();
}
