using LastTrainHome.Accounts;
using LastTrainHome.UseCases.SigningIn;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LastTrainHome.Tests.Pages.Account;

public sealed class SessionTests(StudySite site) : IClassFixture<StudySite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_session_that_was_ended_on_the_server_lets_nobody_in_with_its_cookie()
    {
        var account = await site.StaffAsync("ended", teaches: true);
        var visitor = await site.VisitorAsync(account.Id);
        Assert.Equal(account.Id.ToString(), await Who(visitor));

        await site.Use<Sessions>().EndAllAsync(account.Id);

        Assert.Equal("nobody", await Who(visitor));
    }

    [Fact]
    public async Task A_page_for_somebody_is_kept_by_nobody()
    {
        var visitor = await site.VisitorAsync((await site.StaffAsync("kept", teaches: true)).Id);
        using var mine = await visitor.GetAsync("/");
        using var anybodys = await site.Visitor().GetAsync("/");

        Assert.True(mine.Headers.CacheControl?.NoStore);
        Assert.NotEqual(true, anybodys.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task A_session_on_a_shared_device_ends_after_the_lesson()
    {
        var account = await site.StaffAsync("shared", teaches: true);
        var (shared, own) = (await site.VisitorAsync(account.Id, shared: true), await site.VisitorAsync(account.Id));

        site.Clock.Advance(Sessions.OnSharedDevice + TimeSpan.FromMinutes(1));

        Assert.Equal(("nobody", account.Id.ToString()), (await Who(shared), await Who(own)));
    }

    [Fact]
    public async Task An_account_that_was_closed_is_signed_out_everywhere()
    {
        var account = await site.StaffAsync("closed", edits: true);
        var visitor = await site.VisitorAsync(account.Id);

        await site.Store.WriteAsync(async db => (await db.Accounts.SingleAsync(one => one.Id == account.Id, Cancel)).DisabledAt = site.Now, Cancel);

        Assert.Equal("nobody", await Who(visitor));
    }

    [Fact]
    public async Task A_role_that_is_taken_away_is_gone_at_the_next_request()
    {
        var account = await site.StaffAsync("no longer teaching", teaches: true, edits: true);
        var visitor = await site.VisitorAsync(account.Id);
        await visitor.ReadAsync("/teach");

        await site.Store.WriteAsync(async db => (await db.Accounts.SingleAsync(one => one.Id == account.Id, Cancel)).Teaches = false, Cancel);

        using var refused = await visitor.GetAsync("/teach");
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, refused.StatusCode);
        await visitor.ReadAsync("/desk/reports"); // and the other is not
    }

    [Fact]
    public async Task Signing_in_over_another_session_ends_it_and_begins_one_under_a_new_key()
    {
        var (first, second) = (await site.StaffAsync("before", teaches: true), await site.StaffAsync("after", teaches: true));
        var visitor = await site.VisitorAsync(first.Id);
        var stolen = site.Visitor();
        stolen.TakeCookiesOf(visitor);

        using var signedIn = await visitor.GetAsync($"/test/sign-in/{second.Id}");

        Assert.Equal((second.Id.ToString(), "nobody"), (await Who(visitor), await Who(stolen)));
        await using var db = site.Store.Read();
        Assert.False(await db.Sessions.AnyAsync(session => session.AccountId == first.Id, Cancel));
    }

    [Fact]
    public async Task A_new_password_ends_the_session_of_a_copied_cookie_too()
    {
        var account = await site.StaffAsync("copied", teaches: true);
        var visitor = await site.VisitorAsync(account.Id);
        var stolen = site.Visitor();
        stolen.TakeCookiesOf(visitor);
        await visitor.ReadAsync("/account");

        using var changed = await visitor.SendAsync("/account", new() { ["Current"] = StudySite.Password, ["Password"] = "five brown owls on wires", ["Again"] = "five brown owls on wires" });

        Assert.Equal("/account", changed.Headers.Location?.ToString());
        Assert.Equal((account.Id.ToString(), "nobody"), (await Who(visitor), await Who(stolen)));
    }

    [Fact]
    public async Task The_store_keeps_no_key_that_a_cookie_holds()
    {
        var account = await site.StaffAsync("hashed", owns: true);
        var visitor = await site.VisitorAsync(account.Id);

        await using var db = site.Store.Read();
        var session = await db.Sessions.SingleAsync(one => one.AccountId == account.Id, Cancel);
        Assert.Equal(64, session.KeyHash.Length);
        Assert.DoesNotContain(session.KeyHash, visitor.Cookies, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_keys_that_sign_cookies_are_in_the_store()
    {
        await site.VisitorAsync((await site.StaffAsync("keys", owns: true)).Id);

        await using var db = site.Store.Read();
        Assert.NotEmpty(await db.ProtectionKeys.ToListAsync(Cancel));
    }

    [Theory]
    [InlineData("passwordpassword", true)]
    [InlineData("Password123456!", true)]
    [InlineData("123456789012", true)]
    [InlineData("qwertyuiop12", true)]
    [InlineData("abcabcabcabc", true)]
    [InlineData("aaaaaaaaaaaaa", true)]
    [InlineData("Last Train Home 2009", true)]
    [InlineData("mevrouw-jansen-1", true)]
    [InlineData(StudySite.Password, false)]
    [InlineData("correct horse battery", false)]
    [InlineData("户口本在抽屉里面的下面", false)]
    public void Passwords_that_are_guessed_first_are_refused(string password, bool refused) =>
        Assert.Equal(refused, CommonPasswords.IsCommon(password, "mevrouw jansen"));

    private static Task<string> Who(Visitor visitor) => visitor.ReadAsync("/test/who");
}
