using System.Net;
using LastTrainHome.Accounts;
using LastTrainHome.Store;
using LastTrainHome.UseCases.Administering;
using LastTrainHome.UseCases.SigningIn;
using LastTrainHome.Web.Security;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LastTrainHome.Tests.Pages.Account;

/// <summary>A site of its own for each test: whether there is an administrator is a matter of the whole site.</summary>
public sealed class InvitationTests : IAsyncLifetime
{
    private readonly StudySite site = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_link_printed_at_the_first_start_makes_the_administrator_once_and_stands_in_no_log()
    {
        await using var console = new StringWriter();
        await FirstAdministratorLink.PrintAsync(site.App, console);
        var token = console.ToString().Split("token=")[1].Trim();
        var visitor = site.Visitor();

        Assert.Contains("Become the administrator", await visitor.ReadAsync($"/invitation?token={token}"), StringComparison.Ordinal);
        using var made = await visitor.SendAsync("/invitation", Form(token, "Head of studies"));

        Assert.Equal("/staff", made.Headers.Location?.ToString());
        Assert.Contains("Head of studies (you)", await visitor.ReadAsync("/staff"), StringComparison.Ordinal);
        Assert.Contains("works only once", await site.Visitor().ReadAsync($"/invitation?token={token}"), StringComparison.Ordinal);
        Assert.DoesNotContain(token, await LogAsync(), StringComparison.Ordinal);

        await using var silent = new StringWriter();
        await FirstAdministratorLink.PrintAsync(site.App, silent);
        Assert.Empty(silent.ToString());
    }

    [Fact]
    public async Task A_new_start_makes_a_new_link_and_the_old_one_works_no_more()
    {
        var (old, fresh) = (await site.Use<InviteStaff>().InviteFirstAdministratorAsync(), await site.Use<InviteStaff>().InviteFirstAdministratorAsync());

        Assert.Contains("not known here", await site.Visitor().ReadAsync($"/invitation?token={old}"), StringComparison.Ordinal);
        Assert.Contains("Become the administrator", await site.Visitor().ReadAsync($"/invitation?token={fresh}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_that_has_expired_says_so_and_makes_nobody()
    {
        var token = (await site.Use<InviteStaff>().InviteFirstAdministratorAsync())!;
        var visitor = site.Visitor();
        await visitor.ReadAsync($"/invitation?token={token}");
        site.Clock.Advance(InvitationLinks.ShortLived);

        Assert.Contains("works no more", await visitor.SendAndReadAsync("/invitation", Form(token, "Too late")), StringComparison.Ordinal);
        Assert.Null(await site.Use<ListStaff>().FindAsync("Too late"));
    }

    [Theory]
    [InlineData("short", "short", "at least 12 characters")]
    [InlineData("passwordpassword", "passwordpassword", "guessed first")]
    [InlineData("administrator-1", "administrator-1", "guessed first")]
    [InlineData(StudySite.Password, "something else entirely", "are not the same")]
    public async Task A_password_that_cannot_be_taken_is_refused_and_the_name_stays(string password, string again, string sentence)
    {
        var token = await site.Use<InviteStaff>().InviteAsync(new(Teaches: true, Edits: false, Owns: false), by: null);
        var visitor = site.Visitor();
        await visitor.ReadAsync($"/invitation?token={token}");

        var page = await visitor.SendAndReadAsync("/invitation", Form(token, "Ms Ōno", password, again));

        Assert.Contains(sentence, page, StringComparison.Ordinal);
        Assert.Contains("value=\"Ms Ōno\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain($"value=\"{password}\"", page, StringComparison.Ordinal);
        Assert.Null(await site.Use<ListStaff>().FindAsync("Ms Ōno"));
    }

    [Fact]
    public async Task A_name_that_somebody_has_is_refused_in_any_case_of_letters()
    {
        await site.StaffAsync("Jansen", teaches: true);
        var token = await site.Use<InviteStaff>().InviteAsync(new(Teaches: true, Edits: true, Owns: false), by: null);
        var visitor = site.Visitor();
        await visitor.ReadAsync($"/invitation?token={token}");

        Assert.Contains("already. Choose another", await visitor.SendAndReadAsync("/invitation", Form(token, "JANSEN")), StringComparison.Ordinal);

        using var made = await visitor.SendAsync("/invitation", Form(token, "Jansen-Smit"));
        Assert.Equal("/teach", made.Headers.Location?.ToString());
        Assert.Equal(["teacher", "editor"], Role.Of((await site.Use<ListStaff>().FindAsync("jansen-smit"))!));
    }

    [Fact]
    public async Task Of_two_who_use_a_link_at_once_one_gets_in()
    {
        var token = await site.Use<InviteStaff>().InviteAsync(new(Teaches: true, Edits: false, Owns: false), by: null);

        await using var scope = site.Services.CreateAsyncScope();
        var invitation = scope.ServiceProvider.GetRequiredService<AcceptInvitation>();
        var accepted = await Task.WhenAll(Enumerable.Range(0, 8).Select(number =>
            invitation.AcceptAsync(token, $"number {number}", StudySite.Password, StudySite.Password, Cancel)));

        Assert.Single(accepted, one => one.Account is not null);
        Assert.Single(await site.Use<ListStaff>().ListAsync(Cancel));
    }

    [Fact]
    public async Task A_reset_link_gives_a_new_password_and_ends_every_session()
    {
        var account = await site.StaffAsync("forgetful", teaches: true);
        var signedIn = await site.VisitorAsync(account.Id);
        var token = (await site.Use<ResetPassword>().ResetAsync(account.Id, by: null))!;
        var visitor = site.Visitor();
        Assert.Contains("For forgetful", await visitor.ReadAsync($"/invitation?token={token}"), StringComparison.Ordinal);

        using var done = await visitor.SendAsync("/invitation", Form(token, "somebody else", "five brown owls on wires"));

        Assert.Equal("/teach", done.Headers.Location?.ToString());
        Assert.Equal("nobody", await signedIn.ReadAsync("/test/who"));
        await using var db = site.Store.Read();
        Assert.Equal("forgetful", (await db.Accounts.SingleAsync(Cancel)).UserName);
        Assert.Contains("works only once", await site.Visitor().ReadAsync($"/invitation?token={token}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        var token = await site.Use<InviteStaff>().InviteAsync(new(Teaches: true, Edits: false, Owns: false), by: null);
        using var answer = await site.Visitor().SendAsync("/invitation", Form(token, "Forged"), withToken: false);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Null(await site.Use<ListStaff>().FindAsync("Forged"));
    }

    public ValueTask InitializeAsync() => site.InitializeAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    private async Task<string> LogAsync()
    {
        var text = "";
        foreach (var file in Directory.EnumerateFiles(site.Services.GetRequiredService<DataFolder>().Logs))
        {
            using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
            text += await reader.ReadToEndAsync(Cancel);
        }

        return text;
    }

    private static Dictionary<string, string> Form(string token, string name, string password = StudySite.Password, string? again = null) =>
        new() { ["Token"] = token, ["Name"] = name, ["Password"] = password, ["Again"] = again ?? password };
}
