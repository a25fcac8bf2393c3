using System.Net;
using LastTrainHome.Tests.Pages.Account;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LastTrainHome.Tests.Pages.Teach;

public sealed class WorkTests(StudySite site) : IClassFixture<StudySite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_overview_says_of_each_student_and_item_how_far_it_is()
    {
        var school = await School.OpenAsync(site);
        await school.ReadPageAsync(school.First);
        await school.AnswerAsync(school.First, School.Choice, "", [0], late: true);
        await school.AnswerAsync(school.First, School.Open, "A thought", submitted: false);

        var page = await school.Teacher.ReadAsync($"/teach/assignments/{school.Assignment}");
        var row = page[page.IndexOf("Heron", StringComparison.Ordinal)..page.IndexOf("Magpie", StringComparison.Ordinal)];

        Assert.Contains("\"state done\">done<", row, StringComparison.Ordinal);
        Assert.Contains("\"state late\">late<", row, StringComparison.Ordinal);
        Assert.Contains("\"state begun\">draft<", row, StringComparison.Ordinal);
        Assert.Equal(3, page[page.IndexOf("Magpie", StringComparison.Ordinal)..].Split("\"state to-do\">not yet<").Length - 1);
        Assert.Contains("role=\"region\" tabindex=\"0\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_ticked_after_it_was_due_is_late()
    {
        var school = await School.OpenAsync(site);
        await site.Store.WriteAsync(async db => (await db.Assignments.SingleAsync(one => one.Id == school.Assignment)).DueAt = site.Now.AddHours(-1), Cancel);
        await school.ReadPageAsync(school.First);

        Assert.Contains("\"state late\">late<", await school.Teacher.ReadAsync($"/teach/assignments/{school.Assignment}/students/1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_is_counted_and_its_words_are_shown_nowhere()
    {
        var school = await School.OpenAsync(site);
        await school.AnswerAsync(school.First, School.Open, "Not ready for anybody.", submitted: false);
        await school.AnswerAsync(school.Second, School.Open, "Ready <b>now</b>.");
        string[] addresses = ["", "/students/1", $"/questions/{School.Open}", "/export.csv", "/export.json"];

        foreach (var address in addresses)
            Assert.DoesNotContain("Not ready", await school.Teacher.ReadAsync($"/teach/assignments/{school.Assignment}{address}"), StringComparison.Ordinal);
        var question = await school.Teacher.ReadAsync($"/teach/assignments/{school.Assignment}/questions/{School.Open}");
        Assert.Contains("1 draft, which is not shown", question, StringComparison.Ordinal);
        Assert.Contains("Ready &lt;b&gt;now&lt;/b&gt;.", question, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_stand_side_by_side_and_choices_are_counted()
    {
        var school = await School.OpenAsync(site);
        await school.AnswerAsync(school.First, School.Choice, "", [0, 2]);
        await school.AnswerAsync(school.Second, School.Choice, "", [0, 1]);

        var page = await school.Teacher.ReadAsync($"/teach/assignments/{school.Assignment}/questions/{School.Choice}");

        Assert.Contains("A longer winter (right)</span> <progress max=\"2\" value=\"2\"", page, StringComparison.Ordinal);
        Assert.Contains("<li class=\"not-right\">A dearer road", page, StringComparison.Ordinal);
        Assert.Contains("data-student-number=\"2\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/students/99")]
    [InlineData("/questions/no-such-question")]
    [InlineData("/questions/one-warm-winter")]
    public async Task What_is_not_in_the_assignment_is_not_found(string address)
    {
        var school = await School.OpenAsync(site);
        using var answer = await school.Teacher.GetAsync($"/teach/assignments/{school.Assignment}{address}");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_comment_is_made_changed_and_deleted_and_its_Markdown_is_safe()
    {
        var school = await School.OpenAsync(site);
        var answer = await school.AnswerAsync(school.First, School.Open, "Darkness.");
        await school.Teacher.ReadAsync(Work(school));
        var page = await CommentAsync(school, answer, "Say *more*. <script>x</script> [here](/sections/the-landing) [not](javascript:x)");
        Assert.Contains("Say <em>more</em>. &lt;script&gt;x&lt;/script&gt; <a href=\"/sections/the-landing\">here</a> not", page, StringComparison.Ordinal);

        var comment = await OneCommentAsync(answer);
        await site.Store.WriteAsync(async db => (await db.Comments.SingleAsync(one => one.Id == comment)).SeenAt = site.Now, Cancel);
        Assert.Contains("<p>Better.</p>", await CommentAsync(school, answer, "Better.", comment), StringComparison.Ordinal);
        await using (var db = site.Store.Read())
            Assert.Null((await db.Comments.SingleAsync(one => one.Id == comment, Cancel)).SeenAt);

        await school.Teacher.SendAndReadAsync($"{Work(school)}?handler=Delete", new() { ["answer"] = $"{answer}", ["comment"] = $"{comment}" });
        Assert.DoesNotContain("Better.", await school.Teacher.ReadAsync(Work(school)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_comment_and_one_too_long_are_refused_with_what_was_typed()
    {
        var school = await School.OpenAsync(site);
        var answer = await school.AnswerAsync(school.First, School.Open, "Darkness.");
        await school.Teacher.ReadAsync(Work(school));

        Assert.Contains("Write something first", await CommentAsync(school, answer, "  "), StringComparison.Ordinal);
        var page = await CommentAsync(school, answer, new string('x', 5_001));
        Assert.Contains("at most 5000 letters; this one has 5001", page, StringComparison.Ordinal);
        Assert.Contains(new string('x', 5_001), page, StringComparison.Ordinal);
        await using var db = site.Store.Read();
        Assert.False(await db.Comments.AnyAsync(one => one.AnswerId == answer, Cancel));
    }

    [Fact]
    public async Task A_draft_another_students_answer_and_another_teachers_take_no_comment()
    {
        var school = await School.OpenAsync(site);
        var draft = await school.AnswerAsync(school.First, School.Open, "Not yet.", submitted: false);
        var others = await school.AnswerAsync(school.Second, School.Open, "Mine.");

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(school.Teacher, school, draft));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(school.Teacher, school, others));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(school.Stranger, school, others, number: 2));
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(school.Teacher, school, others, number: 2));
    }

    [Fact]
    public async Task In_an_archived_class_nothing_more_is_said()
    {
        var school = await School.OpenAsync(site);
        var answer = await school.AnswerAsync(school.First, School.Open, "Darkness.");
        await school.Teacher.ReadAsync("/teach");
        await school.ArchiveAsync();

        Assert.Contains("This class is archived", await CommentAsync(school, answer, "Late."), StringComparison.Ordinal);
        await using var db = site.Store.Read();
        Assert.False(await db.Comments.AnyAsync(one => one.AnswerId == answer, Cancel));
    }

    private static string Work(School school) => $"/teach/assignments/{school.Assignment}/students/1";

    private static Task<string> CommentAsync(School school, int answer, string text, int? comment = null) =>
        school.Teacher.SendAndReadAsync($"{Work(school)}?handler=Comment", new() { ["answer"] = $"{answer}", ["comment"] = $"{comment}", ["text"] = text });

    private static async Task<HttpStatusCode> StatusAsync(Visitor visitor, School school, int answer, int number = 1)
    {
        await visitor.ReadAsync("/teach"); // a form's token
        using var sent = await visitor.SendAsync($"/teach/assignments/{school.Assignment}/students/{number}?handler=Comment", new() { ["answer"] = $"{answer}", ["text"] = "Why?" });
        return sent.StatusCode;
    }

    private async Task<int> OneCommentAsync(int answer)
    {
        await using var db = site.Store.Read();
        return (await db.Comments.SingleAsync(one => one.AnswerId == answer, Cancel)).Id;
    }
}
