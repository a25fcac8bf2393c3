using System.Net;
using LastTrainHome.Classroom;
using LastTrainHome.Tests.Pages.Account;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LastTrainHome.Tests.Pages.Teach;

public sealed class ClassTests(StudySite site) : IClassFixture<StudySite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_teacher_without_a_class_is_told_what_to_do_first_and_makes_one()
    {
        var teacher = await site.VisitorAsync((await site.StaffAsync("first hour", teaches: true)).Id);
        var empty = await teacher.ReadAsync("/teach");
        Assert.Contains("In your first hour", empty, StringComparison.Ordinal);
        Assert.Contains("press <b>Assign</b>", empty, StringComparison.Ordinal);
        Assert.Contains("data-module=\"time-zone\"", empty, StringComparison.Ordinal);

        var made = await teacher.SendAndReadAsync("/teach", new() { ["Name"] = " Film,  second year ", ["Zone"] = "Asia/Kathmandu" });

        Assert.Contains("<h1>Film, second year</h1>", made, StringComparison.Ordinal);
        Assert.Matches("[2-9A-HJKMNP-Z]{3} [2-9A-HJKMNP-Z]{3}", made);
        Assert.Contains("Kathmandu", made, StringComparison.Ordinal);
        Assert.Contains("Film, second year", await teacher.ReadAsync("/teach"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Europe/Amsterdam", "Give the class a name")]
    [InlineData("Film", "Mars/Olympus", "Choose the time zone")]
    [InlineData("Film", "", "Choose the time zone")]
    public async Task A_class_without_a_name_or_a_clock_is_refused_at_the_field_and_what_was_typed_stays(string name, string zone, string sentence)
    {
        var teacher = await site.VisitorAsync((await site.StaffAsync($"refused {name} {zone}", teaches: true)).Id);
        await teacher.ReadAsync("/teach");
        var page = await teacher.SendAndReadAsync("/teach", new() { ["Name"] = name, ["Zone"] = zone });

        Assert.Contains("aria-invalid=\"true\"", page, StringComparison.Ordinal);
        Assert.Equal(2, page.Split(sentence).Length - 1);
        if (name.Length > 0)
            Assert.Contains($"value=\"{name}\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Joining_is_closed_and_opened_asked_for_and_given_a_new_code()
    {
        var school = await School.OpenAsync(site);
        var before = await ClassAsync(school);
        await school.Teacher.ReadAsync($"/teach/classes/{school.Class}");

        Assert.Contains("Joining is closed", await PostAsync(school, "Close"), StringComparison.Ordinal);
        Assert.False((await ClassAsync(school)).IsOpen);
        Assert.Contains("Joining is open", await PostAsync(school, "Open"), StringComparison.Ordinal);
        await PostAsync(school, "Ask");
        Assert.True((await ClassAsync(school)).AsksTeacher);
        await PostAsync(school, "Trust");
        await PostAsync(school, "Code");
        await PostAsync(school, "Rename", ("name", "Film, third year"));

        var after = await ClassAsync(school);
        Assert.NotEqual(before.Code, after.Code);
        Assert.Equal((true, false, "Film, third year"), (after.IsOpen, after.AsksTeacher, after.Name));
    }

    [Fact]
    public async Task What_was_done_is_told_once()
    {
        var school = await School.OpenAsync(site);
        await school.Teacher.ReadAsync($"/teach/classes/{school.Class}");

        Assert.Contains("Joining is closed. Nobody", await PostAsync(school, "Close"), StringComparison.Ordinal);
        Assert.DoesNotContain("Joining is closed. Nobody", await school.Teacher.ReadAsync($"/teach/classes/{school.Class}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_archived_class_is_read_and_not_changed_until_it_is_taken_out()
    {
        var school = await School.OpenAsync(site);
        await school.Teacher.ReadAsync($"/teach/classes/{school.Class}");
        Assert.Contains("This class is archived", await PostAsync(school, "Archive"), StringComparison.Ordinal);

        Assert.Contains("nothing in it can be changed", await PostAsync(school, "Rename", ("name", "Other")), StringComparison.Ordinal);
        Assert.Contains("nothing in it can be changed", await PostAsync(school, "students?handler=Rename", ("number", "1"), ("pseudonym", "Stork")), StringComparison.Ordinal);
        Assert.Contains("nothing in it can be changed", await PostAsync(school, "students?handler=Remove", ("number", "1")), StringComparison.Ordinal);
        Assert.Contains("nothing in it can be changed", await PostAsync(school, "students/merge", ("gone", "1"), ("kept", "2")), StringComparison.Ordinal);
        Assert.Contains("nothing in it can be changed", await PostAsync(school, "cards", ("count", "2"), ("first", "3")), StringComparison.Ordinal);
        Assert.Contains("nothing in it can be changed", await PostAsync(school, "cards?handler=Again", ("number", "1")), StringComparison.Ordinal);
        Assert.Equal(("Film, first year", 2), ((await ClassAsync(school)).Name, (await ClassAsync(school)).Students.Count(student => student.LeftAt is null)));

        await PostAsync(school, "Restore");
        Assert.False((await ClassAsync(school)).IsArchived);
    }

    [Fact]
    public async Task The_code_stands_large_with_its_address_and_as_a_picture()
    {
        var school = await School.OpenAsync(site);
        var code = (await ClassAsync(school)).Code;
        var page = await school.Teacher.ReadAsync($"/teach/classes/{school.Class}");

        Assert.Contains($">{ClassCode.Show(code)}</p>", page, StringComparison.Ordinal);
        Assert.Contains("<b>localhost/join</b>", page, StringComparison.Ordinal);
        using var picture = await school.Teacher.GetAsync($"/teach/classes/{school.Class}/code.svg");
        Assert.Equal("image/svg+xml", picture.Content.Headers.ContentType?.MediaType);
        var svg = await picture.Content.ReadAsStringAsync(Cancel);
        Assert.StartsWith("<svg xmlns=", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("style", svg, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_class_page_shows_each_assignment_with_when_it_is_due_and_how_far_the_class_is()
    {
        var school = await School.OpenAsync(site);
        await school.ReadPageAsync(school.First);
        await school.AnswerAsync(school.First, School.Choice, "", [0, 2]);
        await school.AnswerAsync(school.First, School.Open, "Darkness.");
        await school.ReadPageAsync(school.Second);

        var page = await school.Teacher.ReadAsync($"/teach/classes/{school.Class}");

        Assert.Contains("1 of 2 done", page, StringComparison.Ordinal);
        Assert.Contains("1 of 3", page, StringComparison.Ordinal);
        Assert.Contains("<time datetime=\"2026-11-07T09:00:00Z\">Sat 7 Nov, 10:00 (Amsterdam)</time>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/teach/classes/{0}")]
    [InlineData("/teach/classes/{0}/code.svg")]
    [InlineData("/teach/classes/{0}/students")]
    [InlineData("/teach/classes/{0}/students/merge?gone=1")]
    [InlineData("/teach/classes/{0}/cards")]
    [InlineData("/teach/assignments/{1}")]
    [InlineData("/teach/assignments/{1}/students/1")]
    [InlineData("/teach/assignments/{1}/questions/show-or-tell")]
    [InlineData("/teach/assignments/{1}/export.csv")]
    [InlineData("/teach/assignments/{1}/export.json")]
    public async Task What_is_another_teachers_is_not_found_and_a_student_may_not_ask(string address)
    {
        var school = await School.OpenAsync(site);
        var path = string.Format(address, school.Class, school.Assignment);

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(school.Teacher, path));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(school.Stranger, path));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(await site.VisitorAsync(school.First), path));
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(site.Visitor(), path));
    }

    [Theory]
    [InlineData("classes/{0}?handler=Close")]
    [InlineData("classes/{0}?handler=Code")]
    [InlineData("classes/{0}?handler=Archive")]
    [InlineData("classes/{0}/students?handler=Rename&number=1&pseudonym=Stork")]
    [InlineData("classes/{0}/students?handler=Remove&number=1")]
    [InlineData("classes/{0}/students/merge?gone=1&kept=2")]
    [InlineData("classes/{0}/cards?count=3&first=3")]
    [InlineData("classes/{0}/cards?handler=Again&number=1")]
    public async Task Another_teacher_changes_nothing(string address)
    {
        var school = await School.OpenAsync(site);
        await school.Stranger.ReadAsync("/teach");
        using var answer = await school.Stranger.SendAsync("/teach/" + string.Format(address, school.Class), []);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal((true, 2), ((await ClassAsync(school)).IsOpen, (await ClassAsync(school)).Students.Count(student => student.LeftAt is null)));
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        var school = await School.OpenAsync(site);
        await school.Teacher.ReadAsync($"/teach/classes/{school.Class}");
        using var answer = await school.Teacher.SendAsync($"/teach/classes/{school.Class}?handler=Close", [], withToken: false);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private static async Task<HttpStatusCode> StatusAsync(Visitor visitor, string address)
    {
        using var answer = await visitor.GetAsync(address);
        return answer.StatusCode;
    }

    // A page without a form, such as an archived class's, has no token to send; another page of the same teacher's has.
    private static async Task<string> PostAsync(School school, string what, params (string Name, string Value)[] fields)
    {
        await school.Teacher.ReadAsync("/teach");
        return await school.Teacher.SendAndReadAsync($"/teach/classes/{school.Class}{(what.Contains('/') || what.StartsWith('c') || what.StartsWith('s') ? "/" + what : "?handler=" + what)}", fields.ToDictionary(field => field.Name, field => field.Value));
    }

    private async Task<Class> ClassAsync(School school)
    {
        await using var db = site.Store.Read();
        return await db.Classes.Include(one => one.Students).SingleAsync(one => one.Id == school.Class, Cancel);
    }
}
