using LastTrainHome.Store;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LastTrainHome.BrowserTests;

/// <summary>A student's pages in a real browser.</summary>
public sealed class StudyTests(Site site) : BrowserTest(site)
{
    [Fact]
    public async Task Every_page_of_a_students_fits_a_phone_and_is_accessible_in_light_and_dark()
    {
        var school = await School.OpenAsync(Site, students: 4);
        var faults = new List<string>();
        foreach (var number in new[] { 1, 3 }) // everything handed in and a comment; nothing but a draft
        {
            var (account, answer, page) = await WorkAsync(school, number);
            var window = await OpenAsync($"/test/sign-in/{account}");
            faults.AddRange(await FaultsAsync(window,
            [
                "/study", $"/study/assignments/{school.Assignment}", $"/{page}?assignment={school.Assignment}", $"/study/answers/{answer}",
                "/account", "/account/delete", "/card", "/sign-out",
            ]));
        }

        var unused = await OpenAsync($"/test/sign-in/{await UnusedCardAsync(school, 4)}");
        faults.AddRange(await FaultsAsync(unused, ["/join/name"]));
        Assert.EndsWith("/join/name", unused.Page.Url, StringComparison.Ordinal);
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    // Who has this number, the answer to the open question, and the page it stands on.
    private Task<(Guid Account, int Answer, string Page)> WorkAsync(School school, int number) => Site.Services.GetRequiredService<StudyStore>().WriteAsync(async db =>
    {
        var account = (await db.Students.SingleAsync(student => student.ClassId == school.Class && student.Number == number)).AccountId;
        var answer = await db.Answers.SingleAsync(answer => answer.AccountId == account && answer.AssignmentId == school.Assignment && answer.QuestionId == school.Question);
        if (answer.IsSubmitted)
            answer.Comments.Add(new() { TeacherId = school.Teacher, Text = "Say *more*.", Html = "<p>Say <em>more</em>.</p>", At = DateTime.UtcNow });
        return (account, answer.Id, answer.PageKey);
    });

    private Task<Guid> UnusedCardAsync(School school, int number) => Site.Services.GetRequiredService<StudyStore>().WriteAsync(async db =>
    {
        var place = await db.Students.SingleAsync(student => student.ClassId == school.Class && student.Number == number);
        place.IsUnclaimed = true;
        return place.AccountId;
    });
}
