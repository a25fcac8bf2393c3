using System.Net;
using System.Text.RegularExpressions;
using LastTrainHome.Classroom;
using LastTrainHome.Tests.Pages.Account;
using LastTrainHome.Tests.Pages.Study;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LastTrainHome.Tests.Pages.Teach;

public sealed partial class AssignTests(StudySite site) : IClassFixture<StudySite>
{
    private const string Address = "/teach/assign?page=sections%2Fwho-crosses";

    [Fact]
    public async Task The_form_as_it_stands_sets_the_page_and_its_questions_for_a_week()
    {
        var (teacher, room) = await TeacherAsync("defaults");

        using var answer = await teacher.SendAsync(Address, Filled(await teacher.ReadAsync(Address)));

        var set = await LastAsync(room);
        Assert.Equal($"/teach/assignments/{set.Id}", answer.Headers.Location?.ToString());
        Assert.Equal(["sections/who-crosses", "sections/who-crosses count-the-baby", "sections/who-crosses show-or-tell"], set.Items.OrderBy(item => item.Position).Select(item => $"{item.PageKey} {item.QuestionId}".Trim()));
        Assert.Equal((site.Now, site.Now.Date.AddDays(7).AddHours(19), null), (set.OpensAt, set.DueAt, set.ClosesAt));
    }

    [Fact]
    public async Task The_form_sent_twice_by_a_double_click_sets_once_and_changed_or_later_sets_again()
    {
        var (teacher, room) = await TeacherAsync("double click");
        var fields = Filled(await teacher.ReadAsync(Address));

        using var first = await teacher.SendAsync(Address, fields);
        site.Clock.Advance(TimeSpan.FromSeconds(1));
        using var second = await teacher.SendAsync(Address, fields);
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal(1, await CountAsync(room));

        fields["Title"] = "Another title";
        using var changed = await teacher.SendAsync(Address, fields);
        Assert.Equal(2, await CountAsync(room));

        site.Clock.Advance(TimeSpan.FromSeconds(11));
        using var later = await teacher.SendAsync(Address, fields);
        Assert.Equal(3, await CountAsync(room));
    }

    [Fact]
    public async Task A_lesson_sets_what_it_names()
    {
        var (teacher, room) = await TeacherAsync("lesson");
        const string Lesson = "/teach/assign?page=lessons%2Fcounting-a-crossing";

        using var answer = await teacher.SendAsync(Lesson, Filled(await teacher.ReadAsync(Lesson)));

        Assert.Equal(["sections/who-crosses", "themes/crossing", "statistics/passengers", "count-the-baby"], (await LastAsync(room)).Items.OrderBy(item => item.Position).Select(item => item.QuestionId ?? item.PageKey));
    }

    [Fact]
    public async Task Instructions_are_rendered_without_anything_that_could_run()
    {
        var (teacher, room) = await TeacherAsync("markdown");
        var fields = Filled(await teacher.ReadAsync(Address));
        fields["Instructions"] = "Read *slowly*. <script>alert(1)</script> [x](javascript:alert(1)) [site](/about)";

        using var answer = await teacher.SendAsync(Address, fields);

        var html = (await LastAsync(room)).InstructionsHtml;
        Assert.Contains("<em>slowly</em>", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/about\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"javascript", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_time_the_clock_never_shows_is_moved_and_said_so()
    {
        var (teacher, room) = await TeacherAsync("summer time");
        var fields = Filled(await teacher.ReadAsync(Address));
        fields["Due"] = "2027-03-28T02:30";

        var told = await teacher.SendAndReadAsync(Address, fields);

        Assert.Equal(new DateTime(2027, 3, 28, 1, 30, 0, DateTimeKind.Utc), (await LastAsync(room)).DueAt);
        Assert.Contains("never shows 02:30, so it is 03:30", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Due", "2020-01-01T20:00", "before it opens")]
    [InlineData("Due", "soon", "Give a date and a time")]
    [InlineData("Closes", "2026-11-03T20:00", "close before it is due")]
    [InlineData("Title", " ", "Give it a title")]
    [InlineData("Items", "sections/nowhere", "Choose at least one page")]
    public async Task What_cannot_stand_is_shown_again_with_everything_typed(string field, string value, string sentence)
    {
        var (teacher, room) = await TeacherAsync($"refused {field} {sentence}");
        var fields = Filled(await teacher.ReadAsync(Address));
        if (field == "Items")
            foreach (var key in fields.Keys.Where(key => key.StartsWith("Items", StringComparison.Ordinal)).ToList())
                fields.Remove(key);
        fields[field] = value;
        fields["Instructions"] = "Keep this";

        using var answer = await teacher.SendAsync(Address, fields);
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Contains(sentence, page, StringComparison.Ordinal);
        Assert.Contains("Keep this", page, StringComparison.Ordinal);
        await using var db = site.Store.Read();
        Assert.False(await db.Assignments.AnyAsync(set => set.ClassId == room, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_teacher_without_a_class_makes_one_and_comes_back()
    {
        var teacher = await site.VisitorAsync((await site.StaffAsync("no class", teaches: true)).Id);
        Assert.Contains("You have no class yet.", await teacher.ReadAsync(Address), StringComparison.Ordinal);

        await teacher.ReadAsync("/teach?to=" + Uri.EscapeDataString(Address));
        using var made = await teacher.SendAsync("/teach", new() { ["Name"] = "First", ["Zone"] = "Europe/Amsterdam", ["To"] = Address });

        Assert.Equal(Address, made.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Another_teachers_class_and_assignment_are_not_there()
    {
        var (mine, other) = (await ClassRoom.OfAsync(site, "my set"), await ClassRoom.OfAsync(site, "other set"));
        var fields = Filled(await mine.Teacher.ReadAsync(Address));
        fields["Class"] = $"{other.Class}";

        var page = await mine.Teacher.SendAndReadAsync(Address, fields);
        using var edit = await mine.Teacher.GetAsync($"/teach/assignments/{other.Set}/edit");

        Assert.Contains("Choose the class", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, edit.StatusCode);
        await mine.Teacher.ReadAsync(Address);
        using var withdraw = await mine.Teacher.SendAsync($"/teach/assignments/{other.Set}/edit?handler=Withdraw", []);
        Assert.Equal(HttpStatusCode.NotFound, withdraw.StatusCode);
    }

    [Fact]
    public async Task What_is_taken_out_says_how_much_work_hangs_on_it_and_keeps_it()
    {
        var room = await ClassRoom.OfAsync(site, "taken out");
        await room.AutosaveAsync("Already written", 0);
        var address = $"/teach/assignments/{room.Set}/edit";
        var fields = Filled(await room.Teacher.ReadAsync(address));
        fields.Remove("Items[2]");

        var asked = await room.Teacher.SendAndReadAsync(address, fields);
        Assert.Contains("Work hangs on what you take out: 1 on", WebUtility.HtmlDecode(asked), StringComparison.Ordinal);

        fields["TakeOut"] = "true";
        using var done = await room.Teacher.SendAsync(address, fields);
        Assert.Equal(2, (await LastAsync(room.Class)).Items.Count);
        Assert.Equal("Already written", (await room.AnswerAsync())?.Text);
    }

    [Fact]
    public async Task A_withdrawn_assignment_is_gone_for_students_until_it_is_set_again()
    {
        var room = await ClassRoom.OfAsync(site, "withdrawn");
        var address = $"/teach/assignments/{room.Set}/edit";
        await room.Teacher.ReadAsync(address);

        await room.Teacher.SendAsync($"{address}?handler=Withdraw", []);
        Assert.DoesNotContain("Who crosses", await room.Student.ReadAsync("/study"), StringComparison.Ordinal);

        await room.Teacher.ReadAsync(address);
        await room.Teacher.SendAsync($"{address}?handler=Return", []);
        Assert.Contains("Who crosses", await room.Student.ReadAsync("/study"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_its_token_sets_nothing()
    {
        var (teacher, _) = await TeacherAsync("no token");
        using var answer = await teacher.SendAsync(Address, Filled(await teacher.ReadAsync(Address)), withToken: false);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private async Task<(Visitor Teacher, int Class)> TeacherAsync(string name)
    {
        var account = await site.StaffAsync(name, teaches: true);
        return (await site.VisitorAsync(account.Id), await site.ClassAsync(account.Id));
    }

    private async Task<int> CountAsync(int room)
    {
        await using var db = site.Store.Read();
        return await db.Assignments.CountAsync(set => set.ClassId == room, TestContext.Current.CancellationToken);
    }

    private async Task<Assignment> LastAsync(int room)
    {
        await using var db = site.Store.Read();
        return await db.Assignments.Include(set => set.Items).Where(set => set.ClassId == room).OrderBy(set => set.Id).LastAsync();
    }

    // What a browser would send of the form without a touch.
    private static Dictionary<string, string> Filled(string page)
    {
        var fields = new Dictionary<string, string>();
        var items = 0;
        foreach (var input in Input().Matches(page).Select(match => match.Value))
        {
            var (name, value) = (Name().Match(input).Groups[1].Value, WebUtility.HtmlDecode(Value().Match(input).Groups[1].Value));
            if (name is "" or "q" or "TakeOut" or "__RequestVerificationToken" || input.Contains("type=\"checkbox\"", StringComparison.Ordinal) && !input.Contains("checked", StringComparison.Ordinal))
                continue;
            fields[name == "Items" ? $"Items[{items++}]" : name] = value;
        }

        return fields;
    }

    [GeneratedRegex("<input[^>]*>")]
    private static partial Regex Input();

    [GeneratedRegex(" name=\"([^\"]*)\"")]
    private static partial Regex Name();

    [GeneratedRegex(" value=\"([^\"]*)\"")]
    private static partial Regex Value();
}
