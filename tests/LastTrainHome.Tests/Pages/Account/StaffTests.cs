using System.Net;
using System.Text.RegularExpressions;
using LastTrainHome.Accounts;
using LastTrainHome.UseCases.Administering;
using Xunit;

namespace LastTrainHome.Tests.Pages.Account;

public sealed partial class StaffTests(StudySite site) : IClassFixture<StudySite>
{
    [Fact]
    public async Task An_invitation_is_shown_once_and_makes_what_was_ticked()
    {
        var owner = await OwnerAsync();
        var page = await owner.SendAndReadAsync("/staff?handler=Invite", new() { ["Teaches"] = "true", ["Edits"] = "true" });
        var token = Token().Match(page).Groups[1].Value;

        Assert.NotEmpty(token);
        Assert.DoesNotContain(token, await owner.ReadAsync("/staff"), StringComparison.Ordinal);

        var invited = site.Visitor();
        await invited.ReadAsync($"/invitation?token={token}");
        using var made = await invited.SendAsync("/invitation", new() { ["Token"] = token, ["Name"] = "New hand", ["Password"] = StudySite.Password, ["Again"] = StudySite.Password });
        Assert.Equal("/teach", made.Headers.Location?.ToString());
        Assert.Equal([Role.Teacher, Role.Editor], Role.Of((await site.Use<ListStaff>().FindAsync("new hand"))!));
    }

    [Fact]
    public async Task An_invitation_to_nothing_is_refused() =>
        Assert.Contains("Say what the new member of staff will do", await (await OwnerAsync()).SendAndReadAsync("/staff?handler=Invite", []), StringComparison.Ordinal);

    [Fact]
    public async Task An_account_that_is_closed_is_signed_out_and_opens_again()
    {
        var owner = await OwnerAsync();
        var account = await site.StaffAsync("to and fro", teaches: true);
        var visitor = await site.VisitorAsync(account.Id);

        var page = await owner.SendAndReadAsync("/staff?handler=Close", new() { ["id"] = account.Id.ToString() });
        Assert.Contains("signed out everywhere", page, StringComparison.Ordinal);
        Assert.Equal("nobody", await visitor.ReadAsync("/test/who"));

        await owner.SendAndReadAsync("/staff?handler=Open", new() { ["id"] = account.Id.ToString() });
        Assert.Null((await site.Use<ListStaff>().FindAsync("to and fro"))!.DisabledAt);
    }

    [Fact]
    public async Task The_last_administrator_cannot_be_closed()
    {
        await using var lone = new StudySite();
        await lone.InitializeAsync();
        var owner = await lone.StaffAsync("alone", owns: true);
        var visitor = await lone.VisitorAsync(owner.Id);
        await visitor.ReadAsync("/staff");

        Assert.Contains("so it stays open", await visitor.SendAndReadAsync("/staff?handler=Close", new() { ["id"] = owner.Id.ToString() }), StringComparison.Ordinal);
        Assert.Contains("only administrator", await visitor.ReadAsync("/account/delete"), StringComparison.Ordinal);
        Assert.Equal(CloseResult.Closed, await lone.Use<CloseAccount>().CloseAsync((await lone.StaffAsync("not alone", owns: true)).Id));
        Assert.Equal(CloseResult.IsLastAdministrator, await lone.Use<CloseAccount>().CloseAsync(owner.Id));
    }

    [Fact]
    public async Task A_student_is_no_member_of_staff()
    {
        var owner = await OwnerAsync();
        var student = await site.StudentAsync(await site.ClassAsync((await site.StaffAsync("teacher of one", teaches: true)).Id), "not staff");

        foreach (var act in new[] { "Close", "Open", "Reset" })
        {
            using var answer = await owner.SendAsync($"/staff?handler={act}", new() { ["id"] = student.ToString() });
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            await owner.ReadAsync("/staff");
        }
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task Who_is_no_administrator_is_not_let_in(bool teaches, bool edits)
    {
        var visitor = await site.VisitorAsync((await site.StaffAsync($"no owner {teaches}", teaches, edits)).Id);
        using var page = await visitor.GetAsync("/staff");
        Assert.Equal(HttpStatusCode.Forbidden, page.StatusCode);

        await visitor.ReadAsync("/account");
        using var act = await visitor.SendAsync("/staff?handler=Invite", new() { ["Owns"] = "true" });
        Assert.Equal(HttpStatusCode.Forbidden, act.StatusCode);
    }

    private async Task<Visitor> OwnerAsync()
    {
        var visitor = await site.VisitorAsync((await site.StaffAsync($"owner {Guid.NewGuid():N}", owns: true)).Id);
        await visitor.ReadAsync("/staff");
        return visitor;
    }

    [GeneratedRegex("token=([0-9a-f]{32})")]
    private static partial Regex Token();
}
