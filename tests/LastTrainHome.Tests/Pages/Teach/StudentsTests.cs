using System.Net;
using LastTrainHome.Tests.Pages.Account;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LastTrainHome.Tests.Pages.Teach;

public sealed class StudentsTests(StudySite site) : IClassFixture<StudySite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_waits_is_let_in_or_declined_and_of_the_declined_nothing_stays()
    {
        var school = await School.OpenAsync(site);
        await site.Store.WriteAsync(async db => (await db.Classes.SingleAsync(one => one.Id == school.Class)).AsksTeacher = true, Cancel);
        var (late, wrong) = (await site.StudentAsync(school.Class, "Late"), await site.StudentAsync(school.Class, "Wrong"));
        var page = await school.Teacher.ReadAsync(Roster(school));
        Assert.Contains("Waiting to be let in", page, StringComparison.Ordinal);

        await PostAsync(school, "LetIn", 3);
        await PostAsync(school, "Decline", 4);

        Assert.False((await school.StudentAsync(3)).IsWaiting);
        await using var db = site.Store.Read();
        Assert.True(await db.Accounts.AnyAsync(account => account.Id == late, Cancel));
        Assert.False(await db.Accounts.AnyAsync(account => account.Id == wrong, Cancel));
        Assert.False(await db.Students.AnyAsync(student => student.AccountId == wrong, Cancel));
    }

    [Fact]
    public async Task All_who_wait_are_let_in_at_once()
    {
        var school = await School.OpenAsync(site);
        await site.Store.WriteAsync(async db => (await db.Classes.SingleAsync(one => one.Id == school.Class)).AsksTeacher = true, Cancel);
        await site.StudentAsync(school.Class, "A");
        await site.StudentAsync(school.Class, "B");
        Assert.Contains("Let all 2 in", await school.Teacher.ReadAsync(Roster(school)), StringComparison.Ordinal);

        await school.Teacher.SendAndReadAsync($"{Roster(school)}?handler=LetAllIn", []);

        Assert.Equal((false, false), ((await school.StudentAsync(3)).IsWaiting, (await school.StudentAsync(4)).IsWaiting));
    }

    [Fact]
    public async Task Who_is_in_cannot_be_declined()
    {
        var school = await School.OpenAsync(site);
        await school.Teacher.ReadAsync(Roster(school));
        using var answer = await school.Teacher.SendAsync($"{Roster(school)}?handler=Decline", new() { ["number"] = "1" });

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("Heron", (await school.StudentAsync(1)).Pseudonym);
    }

    [Fact]
    public async Task A_student_is_renamed()
    {
        var school = await School.OpenAsync(site);
        await school.Teacher.ReadAsync(Roster(school));
        Assert.Contains("<bdi>Stork</bdi>", await PostAsync(school, "Rename", 1, "Stork"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("magpie", "has that name already")]
    [InlineData("heron@school.example", "looks like an e-mail address")]
    [InlineData("", "Choose a name for this class")]
    public async Task A_name_that_cannot_be_is_refused_at_the_field(string name, string sentence)
    {
        var school = await School.OpenAsync(site);
        await school.Teacher.ReadAsync(Roster(school));
        var page = await PostAsync(school, "Rename", 1, name);

        Assert.Equal(2, page.Split(sentence).Length - 1);
        if (name.Length > 0)
            Assert.Contains($"value=\"{name}\" maxlength", page, StringComparison.Ordinal);
        Assert.Equal("Heron", (await school.StudentAsync(1)).Pseudonym);
    }

    [Fact]
    public async Task Who_is_removed_leaves_the_work_and_can_come_back()
    {
        var school = await School.OpenAsync(site);
        await school.AnswerAsync(school.First, School.Open, "Darkness.");
        await school.Teacher.ReadAsync(Roster(school));

        Assert.Contains("No longer in the class", await PostAsync(school, "Remove", 1), StringComparison.Ordinal);
        Assert.DoesNotContain("Heron", await school.Teacher.ReadAsync($"/teach/assignments/{school.Assignment}"), StringComparison.Ordinal);
        Assert.Contains("Darkness.", await school.Teacher.ReadAsync($"/teach/assignments/{school.Assignment}/students/1"), StringComparison.Ordinal);

        await school.Teacher.ReadAsync(Roster(school));
        await PostAsync(school, "Return", 1);
        Assert.Null((await school.StudentAsync(1)).LeftAt);
    }

    [Fact]
    public async Task Merging_shows_first_what_moves_and_then_keeps_the_answers_of_both()
    {
        var school = await School.OpenAsync(site);
        await school.ReadPageAsync(school.First);
        await school.AnswerAsync(school.First, School.Open, "Older words.");
        await school.AnswerAsync(school.First, School.Choice, "", [2]);
        var newer = await school.AnswerAsync(school.Second, School.Open, "Newer words.", minutes: 5);

        var plan = await school.Teacher.ReadAsync($"{Roster(school)}/merge?gone=1&kept=2");
        Assert.Contains("2 answers and 1 page ticked as read move to number 2", plan, StringComparison.Ordinal);
        Assert.Contains("Both answered 1 question", plan, StringComparison.Ordinal);
        Assert.Contains("its account is deleted", plan, StringComparison.Ordinal);

        Assert.Contains("Number 1 is merged into number 2", await school.Teacher.SendAndReadAsync($"{Roster(school)}/merge", new() { ["gone"] = "1", ["kept"] = "2" }), StringComparison.Ordinal);

        await using var db = site.Store.Read();
        var answers = await db.Answers.Include(answer => answer.Versions).Where(answer => answer.AssignmentId == school.Assignment).ToListAsync(Cancel);
        Assert.All(answers, answer => Assert.Equal(school.Second, answer.AccountId));
        var open = Assert.Single(answers, answer => answer.QuestionId == School.Open);
        Assert.Equal((newer, "Newer words."), (open.Id, open.Text));
        Assert.Contains(open.Versions, version => version.Text == "Older words." && version.IsAside && version.SubmittedAt is not null);
        Assert.Equal([2], Assert.Single(answers, answer => answer.QuestionId == School.Choice).Choices);
        Assert.Equal(school.Second, (await db.PagesRead.SingleAsync(read => read.AssignmentId == school.Assignment, Cancel)).AccountId);
        Assert.False(await db.Accounts.AnyAsync(account => account.Id == school.First, Cancel));
    }

    [Fact]
    public async Task Where_the_newer_answer_is_with_the_join_that_goes_it_stays_all_the_same_and_comments_move_along()
    {
        var school = await School.OpenAsync(site);
        var newer = await school.AnswerAsync(school.First, School.Open, "Newer words.", minutes: 5);
        var older = await school.AnswerAsync(school.Second, School.Open, "Older words.");
        await site.Store.WriteAsync(async db => (await db.Answers.Include(answer => answer.Comments).SingleAsync(answer => answer.Id == older)).Comments
            .Add(new() { TeacherId = school.TeacherId, Text = "Why?", Html = "<p>Why?</p>", At = site.Now }), Cancel);
        await school.Teacher.ReadAsync($"{Roster(school)}/merge?gone=1&kept=2");
        await school.Teacher.SendAndReadAsync($"{Roster(school)}/merge", new() { ["gone"] = "1", ["kept"] = "2" });

        await using var db = site.Store.Read();
        var open = await db.Answers.Include(answer => answer.Versions).Include(answer => answer.Comments).SingleAsync(answer => answer.AssignmentId == school.Assignment, Cancel);
        Assert.Equal((newer, school.Second, "Newer words.", "Why?"), (open.Id, open.AccountId, open.Text, Assert.Single(open.Comments).Text));
        Assert.Contains(open.Versions, version => version.Text == "Older words.");
    }

    [Fact]
    public async Task A_draft_does_not_push_aside_what_was_handed_in()
    {
        var school = await School.OpenAsync(site);
        await school.AnswerAsync(school.First, School.Open, "Handed in.");
        await school.AnswerAsync(school.Second, School.Open, "A draft.", submitted: false, minutes: 5);
        await school.Teacher.ReadAsync($"{Roster(school)}/merge?gone=1&kept=2");
        await school.Teacher.SendAndReadAsync($"{Roster(school)}/merge", new() { ["gone"] = "1", ["kept"] = "2" });

        await using var db = site.Store.Read();
        var open = await db.Answers.Include(answer => answer.Versions).SingleAsync(answer => answer.AssignmentId == school.Assignment, Cancel);
        Assert.Equal(("Handed in.", true), (open.Text, open.IsSubmitted));
        Assert.Contains(open.Versions, version => version.Text == "A draft.");
    }

    [Fact]
    public async Task An_account_with_another_class_keeps_it_when_it_is_merged_away_here()
    {
        var school = await School.OpenAsync(site);
        var other = await site.ClassAsync(school.TeacherId, "Another");
        await site.Store.WriteAsync(async db => (await db.Classes.FindAsync([other], Cancel))!.Add(school.First, "Heron", site.Now), Cancel);
        Assert.Contains("stays there", await school.Teacher.ReadAsync($"{Roster(school)}/merge?gone=1&kept=2"), StringComparison.Ordinal);
        await school.Teacher.SendAndReadAsync($"{Roster(school)}/merge", new() { ["gone"] = "1", ["kept"] = "2" });

        Assert.NotNull((await school.StudentAsync(1)).LeftAt);
        await using var db = site.Store.Read();
        Assert.True(await db.Students.AnyAsync(student => student.ClassId == other && student.AccountId == school.First && student.LeftAt == null, Cancel));
    }

    [Fact]
    public async Task A_card_nobody_had_used_is_somebodys_once_a_join_is_merged_into_it()
    {
        var school = await School.OpenAsync(site);
        await site.Store.WriteAsync(async db => (await db.Students.SingleAsync(student => student.AccountId == school.Second)).IsUnclaimed = true, Cancel);
        await school.Teacher.ReadAsync($"{Roster(school)}/merge?gone=1&kept=2");
        await school.Teacher.SendAndReadAsync($"{Roster(school)}/merge", new() { ["gone"] = "1", ["kept"] = "2" });

        Assert.False((await school.StudentAsync(2)).IsUnclaimed);
    }

    [Fact]
    public async Task A_join_is_not_merged_with_itself()
    {
        var school = await School.OpenAsync(site);
        Assert.Contains("cannot be merged with itself", await school.Teacher.ReadAsync($"{Roster(school)}/merge?gone=1&kept=1"), StringComparison.Ordinal);
        await school.Teacher.ReadAsync(Roster(school));
        Assert.Contains("cannot be merged with itself", await school.Teacher.SendAndReadAsync($"{Roster(school)}/merge", new() { ["gone"] = "1", ["kept"] = "1" }), StringComparison.Ordinal);
        Assert.Equal("Heron", (await school.StudentAsync(1)).Pseudonym);
    }

    [Fact]
    public async Task A_student_of_another_class_is_not_merged_into_this_one()
    {
        var school = await School.OpenAsync(site);
        await school.Teacher.ReadAsync(Roster(school));
        using var answer = await school.Teacher.SendAsync($"{Roster(school)}/merge", new() { ["gone"] = "1", ["kept"] = "99" });

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static string Roster(School school) => $"/teach/classes/{school.Class}/students";

    private static Task<string> PostAsync(School school, string handler, int number, string? name = null)
    {
        var fields = new Dictionary<string, string> { ["number"] = $"{number}" };
        if (name is not null)
            fields["pseudonym"] = name;
        return school.Teacher.SendAndReadAsync($"{Roster(school)}?handler={handler}", fields);
    }
}
