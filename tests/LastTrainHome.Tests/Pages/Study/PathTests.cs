using System.Net;
using LastTrainHome.Tests.Pages.Account;
using LastTrainHome.Web;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LastTrainHome.Tests.Pages.Study;

public sealed class PathTests(StudySite site) : IClassFixture<StudySite>
{
    [Fact]
    public async Task A_student_finds_what_is_due_late_and_done()
    {
        var room = await ClassRoom.OfAsync(site, "due");
        Assert.Contains("3 of 3 left", await room.Student.ReadAsync("/study"), StringComparison.Ordinal);

        await room.ChangeAsync(set => set.DueAt = site.Now.AddMinutes(-1));
        Assert.Contains("id=\"_late\"", await room.Student.ReadAsync("/study"), StringComparison.Ordinal);

        await room.ChangeAsync(set => set.Items.RemoveAll(item => item.QuestionId is not null));
        await room.Student.ReadAsync(room.RealPage);
        await room.Student.SendAsync($"/study/assignments/{room.Set}?handler=Read", new() { ["item"] = await ItemAsync(room) });
        Assert.Contains("Nothing is due.", await room.Student.ReadAsync("/study"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task I_have_read_this_is_the_students_own_tick_and_can_be_undone()
    {
        var room = await ClassRoom.OfAsync(site, "tick");
        var item = new Dictionary<string, string> { ["item"] = await ItemAsync(room) };
        Assert.Contains("I have read this", await room.Student.ReadAsync(room.RealPage), StringComparison.Ordinal);

        using var ticked = await room.Student.SendAsync($"/study/assignments/{room.Set}?handler=Read", item);
        Assert.Equal($"{room.RealPage}#_task", ticked.Headers.Location?.ToString());
        Assert.Contains("2 of 3 left", await room.Student.ReadAsync(room.RealPage), StringComparison.Ordinal);

        await room.Student.SendAsync($"/study/assignments/{room.Set}?handler=Unread", item);
        Assert.Contains("3 of 3 left", await room.Student.ReadAsync(room.RealPage), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tick_in_a_closed_assignment_is_refused()
    {
        var room = await ClassRoom.OfAsync(site, "closed tick");
        var item = new Dictionary<string, string> { ["item"] = await ItemAsync(room) };
        await room.Student.ReadAsync(room.RealPage);
        await room.ChangeAsync(set => (set.DueAt, set.ClosesAt) = (site.Now.AddMinutes(-2), site.Now.AddMinutes(-1)));

        Assert.Contains("nothing in it can be ticked", await room.Student.SendAndReadAsync($"/study/assignments/{room.Set}?handler=Read", item), StringComparison.Ordinal);

        using var without = await room.Student.SendAsync($"/study/assignments/{room.Set}?handler=Read", item, withToken: false);
        Assert.Equal(HttpStatusCode.BadRequest, without.StatusCode);
    }

    [Fact]
    public async Task An_assignment_that_is_not_the_students_is_not_there()
    {
        var (room, other) = (await ClassRoom.OfAsync(site, "mine"), await ClassRoom.OfAsync(site, "other"));
        await room.Student.ReadAsync(room.RealPage);

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(room.Student, $"/study/assignments/{other.Set}"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(room.Student, other.OpenAddress));
        await room.Student.ReadAsync(room.RealPage);
        using var sent = await room.Student.SendAsync($"{other.OpenAddress}?handler=Save", new() { ["Text"] = "Into another class", ["BuiltOn"] = "0" });
        Assert.Equal(HttpStatusCode.NotFound, sent.StatusCode);
        Assert.Contains("Into another class", await sent.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"_task\"", await room.Student.ReadAsync(other.RealPage), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_it_opens_and_after_it_is_withdrawn_an_assignment_is_not_there()
    {
        var room = await ClassRoom.OfAsync(site, "not open");
        await room.ChangeAsync(set => set.OpensAt = site.Now.AddHours(1));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(room.Student, $"/study/assignments/{room.Set}"));

        await room.ChangeAsync(set => (set.OpensAt, set.WithdrawnAt) = (site.Now, site.Now));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(room.Student, $"/study/assignments/{room.Set}"));
    }

    [Fact]
    public async Task Whoever_waits_to_be_let_in_is_told_so_and_sees_nothing_else()
    {
        var room = await ClassRoom.OfAsync(site, "waits");
        await site.Store.WriteAsync(async db => (await db.Students.SingleAsync(student => student.AccountId == room.StudentId)).IsWaiting = true, TestContext.Current.CancellationToken);

        Assert.Contains("Waiting for your teacher.", await room.Student.ReadAsync("/study"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(room.Student, $"/study/assignments/{room.Set}"));
    }

    [Fact]
    public async Task Nobody_else_sees_a_form_or_a_line_on_the_page()
    {
        var room = await ClassRoom.OfAsync(site, "anonymous");
        var page = await site.Visitor().ReadAsync(room.RealPage);

        Assert.Contains("Check your answer", page, StringComparison.Ordinal);
        Assert.DoesNotContain("__RequestVerificationToken", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/teach/assign", page, StringComparison.Ordinal);
        Assert.Contains("/teach/assign?page=sections%2Fwho-crosses", await room.Teacher.ReadAsync(room.RealPage), StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_is_cut_at_its_questions_and_nothing_of_it_is_lost()
    {
        const string Html = """<p>a</p><section class="question" id="q-one"><section>inner</section>x</section><p>b</p><section>c</section>""";

        var pieces = Prose.Cut(Html).ToList();

        Assert.Equal(Html, string.Concat(pieces.Select(piece => piece.Html)));
        Assert.Equal([null, "one", null], pieces.Select(piece => piece.Question));
    }

    private async Task<string> ItemAsync(ClassRoom room)
    {
        await using var db = site.Store.Read();
        return $"{await db.AssignmentItems.Where(item => item.AssignmentId == room.Set && item.QuestionId == null).Select(item => item.Id).SingleAsync()}";
    }

    private static async Task<HttpStatusCode> StatusAsync(Visitor visitor, string address)
    {
        using var answer = await visitor.GetAsync(address);
        return answer.StatusCode;
    }
}
