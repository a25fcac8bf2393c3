using System.Net;
using System.Text;
using LastTrainHome.Accounts;
using LastTrainHome.Classroom;
using LastTrainHome.UseCases.Administering;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LastTrainHome.Tests.Pages.Account;

public sealed class SignInTests(StudySite site) : IClassFixture<StudySite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("", "/teach")]
    [InlineData("/statistics?x=1", "/statistics?x=1")]
    [InlineData("https://elsewhere.example/", "/teach")]
    [InlineData("//elsewhere.example/", "/teach")]
    [InlineData("/\\elsewhere.example", "/teach")]
    public async Task Staff_sign_in_and_are_led_to_no_other_host(string to, string expected)
    {
        var name = $"Müller {Guid.NewGuid():N}"[..20];
        await site.StaffAsync(name, teaches: true);
        var visitor = site.Visitor();
        await visitor.ReadAsync("/sign-in");

        using var answer = await visitor.SendAsync("/sign-in?handler=Staff", new() { ["Name"] = name.ToUpperInvariant(), ["Password"] = StudySite.Password, ["To"] = to });

        Assert.Equal(expected, answer.Headers.Location?.ToString());
        Assert.NotEqual("nobody", await visitor.ReadAsync("/test/who"));
    }

    [Theory]
    [InlineData(NormalizationForm.FormC, NormalizationForm.FormD)]
    [InlineData(NormalizationForm.FormD, NormalizationForm.FormC)]
    public async Task A_password_opens_the_account_from_a_keyboard_that_types_accents_in_another_way(NormalizationForm chosen, NormalizationForm typed)
    {
        const string Password = "sept hérons près d'où";
        var account = await site.StaffAsync($"Zoë {chosen}", teaches: true);
        var old = new PasswordHasher<LastTrainHome.Accounts.Account>().HashPassword(account, Password.Normalize(chosen)); // as it was before forms were made alike
        await site.Store.WriteAsync(db => db.Accounts.Where(one => one.Id == account.Id).ExecuteUpdateAsync(set => set.SetProperty(one => one.PasswordHash, old)), TestContext.Current.CancellationToken);
        var visitor = site.Visitor();
        await visitor.ReadAsync("/sign-in");

        Assert.Contains("do not fit", await TryAsync(visitor, account.UserName!, Password.Replace('é', 'e').Normalize(typed)), StringComparison.Ordinal);
        using var answer = await visitor.SendAsync("/sign-in?handler=Staff", new() { ["Name"] = account.UserName!, ["Password"] = Password.Normalize(typed) });

        Assert.Equal("/teach", answer.Headers.Location?.ToString());
        await using var db = site.Store.Read();
        var kept = (await db.Accounts.SingleAsync(one => one.Id == account.Id, Cancel)).PasswordHash!;
        Assert.Equal(PasswordVerificationResult.Success, new PasswordHasher<LastTrainHome.Accounts.Account>().VerifyHashedPassword(account, kept, Password.Normalize(NormalizationForm.FormC)));
    }

    [Fact]
    public async Task Whether_a_name_exists_is_told_neither_by_a_wrong_password_nor_by_a_lock()
    {
        await site.StaffAsync("locked", teaches: true);
        var visitor = site.Visitor();
        await visitor.ReadAsync("/sign-in");
        var (unknown, wrong) = (await TryAsync(visitor, "nobody of this name", "wrong"), "");
        for (var tries = 0; tries < 10; tries++)
            wrong = await TryAsync(visitor, "locked", "wrong");

        Assert.Equal(unknown, wrong);
        Assert.Contains("do not fit", wrong, StringComparison.Ordinal);
        Assert.Equal(unknown, await TryAsync(visitor, "locked", StudySite.Password)); // locked: the right one too
    }

    [Fact]
    public async Task A_closed_account_says_so_only_to_whoever_has_the_password()
    {
        var account = await site.StaffAsync("put away", teaches: true);
        await site.StaffAsync("another owner", owns: true);
        await site.Use<CloseAccount>().CloseAsync(account.Id);
        var visitor = site.Visitor();
        await visitor.ReadAsync("/sign-in");

        Assert.Contains("do not fit", await TryAsync(visitor, "put away", "wrong"), StringComparison.Ordinal);
        Assert.Contains("has been closed", await TryAsync(visitor, "put away", StudySite.Password), StringComparison.Ordinal);
        Assert.Equal("nobody", await visitor.ReadAsync("/test/who"));
    }

    [Theory]
    [InlineData("", "Type the four words")]
    [InlineData("acorn agile", "A card has four words; here are 2.")]
    [InlineData("acorn agile qwxyz acorn", "“qwxyz” is on no card")]
    [InlineData("acorn acorn acorn acorn", "No card has these four words")]
    public async Task A_card_that_does_not_fit_is_told_what_to_look_at(string typed, string sentence)
    {
        var visitor = site.Visitor();
        await visitor.ReadAsync("/sign-in");
        var page = await visitor.SendAndReadAsync("/sign-in?handler=Card", new() { ["Card"] = typed });

        Assert.Contains(sentence, page, StringComparison.Ordinal);
        Assert.Contains(typed.Length == 0 ? "" : $"value=\"{typed}\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_signs_in_through_no_staff_form_and_a_password_through_no_card()
    {
        var (card, id) = await CardAsync();
        var visitor = site.Visitor();
        await visitor.ReadAsync("/sign-in");

        Assert.Contains("do not fit", await TryAsync(visitor, card.Handle, card.Secret), StringComparison.Ordinal);
        using var right = await visitor.SendAsync("/sign-in?handler=Card", new() { ["Card"] = card.Secret });
        Assert.Equal("/study", right.Headers.Location?.ToString());
        Assert.Equal(id.ToString(), await visitor.ReadAsync("/test/who"));
    }

    [Fact]
    public async Task The_first_sign_in_with_a_card_printed_in_advance_asks_for_a_name_and_leads_on()
    {
        var (visitor, card, id) = await PrintedAsync();
        using var right = await visitor.SendAsync("/sign-in?handler=Card", new() { ["Card"] = card.Secret, ["To"] = "/sections/fog?a=1" });
        Assert.Equal("/join/name?To=%2Fsections%2Ffog%3Fa%3D1", right.Headers.Location?.ToString());
        Assert.Contains("Film, first year", await visitor.ReadAsync(right.Headers.Location!.ToString()), StringComparison.Ordinal);
        Assert.True((await PlaceAsync(id)).IsUnclaimed); // looking makes it nobody's

        using var named = await visitor.SendAsync("/join/name", new() { ["Pseudonym"] = "Grey  heron", ["To"] = "/sections/fog?a=1" });

        Assert.Equal("/sections/fog?a=1", named.Headers.Location?.ToString());
        Assert.Equal((false, "Grey heron"), ((await PlaceAsync(id)).IsUnclaimed, (await PlaceAsync(id)).Pseudonym));
        await visitor.ReadAsync("/sign-in");
        using var again = await visitor.SendAsync("/sign-in?handler=Card", new() { ["Card"] = card.Secret });
        Assert.Equal("/study", again.Headers.Location?.ToString());
    }

    [Theory]
    [InlineData("", "Choose a name for this class.")]
    [InlineData("anna@example.org", "looks like an e-mail address")]
    [InlineData("TAKEN ALREADY", "Somebody in this class has this name already.")]
    public async Task A_name_that_cannot_be_is_refused_at_the_field_and_the_card_stays_nobodys(string typed, string sentence)
    {
        var (visitor, card, id) = await PrintedAsync();
        await site.StudentAsync((await PlaceAsync(id)).ClassId, "Taken already");
        var asked = await visitor.SendAndReadAsync("/sign-in?handler=Card", new() { ["Card"] = card.Secret });
        Assert.Contains("Choose a name", asked, StringComparison.Ordinal);

        var page = await visitor.SendAndReadAsync("/join/name", new() { ["Pseudonym"] = typed });

        Assert.Contains(sentence, page, StringComparison.Ordinal);
        Assert.Contains("aria-invalid=\"true\"", page, StringComparison.Ordinal);
        Assert.Contains(typed.Length == 0 ? "" : $"value=\"{typed}\"", page, StringComparison.Ordinal);
        Assert.True((await PlaceAsync(id)).IsUnclaimed);
        using var around = await visitor.GetAsync("/study");
        Assert.Equal("/join/name", around.Headers.Location?.ToString());
    }

    [Fact]
    public async Task A_card_of_a_class_that_has_been_put_away_asks_for_no_name()
    {
        var (visitor, card, id) = await PrintedAsync();
        var room = (await PlaceAsync(id)).ClassId;
        await site.Store.WriteAsync(async db => (await db.Classes.SingleAsync(one => one.Id == room, Cancel)).ArchivedAt = site.Now, Cancel);

        using var right = await visitor.SendAsync("/sign-in?handler=Card", new() { ["Card"] = card.Secret });

        Assert.Equal("/study", right.Headers.Location?.ToString());
        using var name = await visitor.GetAsync("/join/name?to=//elsewhere.example");
        Assert.Equal("/study", name.Headers.Location?.ToString());
    }

    [Fact]
    public async Task A_page_one_may_not_see_unasked_leads_through_signing_in_and_back()
    {
        using var sent = await site.Visitor().GetAsync("/account");

        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.Equal("/sign-in?to=%2Faccount", new Uri(new Uri("http://localhost"), sent.Headers.Location!).PathAndQuery);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_on_the_server_and_clears_the_device_when_asked()
    {
        var visitor = await site.VisitorAsync((await site.StaffAsync("leaving", teaches: true)).Id, shared: true);
        var page = await visitor.ReadAsync("/sign-out");
        Assert.Contains("Sign out and clear", page, StringComparison.Ordinal);
        Assert.Contains("data-device=\"shared\"", page, StringComparison.Ordinal);

        using var answer = await visitor.SendAsync("/sign-out", new() { ["clear"] = "true" });

        Assert.Equal("\"cache\", \"storage\"", Assert.Single(answer.Headers.GetValues("Clear-Site-Data")));
        Assert.Contains("data-module=\"clear-device\"", await visitor.ReadAsync("/sign-out"), StringComparison.Ordinal);
        Assert.Equal("nobody", await visitor.ReadAsync("/test/who"));
        await using var db = site.Store.Read();
        Assert.False(await db.Sessions.AnyAsync(session => session.IsShared && db.Accounts.Any(one => one.Id == session.AccountId && one.UserName == "leaving"), Cancel));
    }

    [Fact]
    public async Task Nobody_is_signed_out_by_a_link_or_by_another_site()
    {
        var account = await site.StaffAsync("staying", teaches: true);
        var visitor = await site.VisitorAsync(account.Id);
        await visitor.ReadAsync("/sign-out");
        using var forged = await visitor.SendAsync("/sign-out", [], withToken: false);

        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        Assert.Equal(account.Id.ToString(), await visitor.ReadAsync("/test/who"));
    }

    private static async Task<string> TryAsync(Visitor visitor, string name, string password)
    {
        var page = await visitor.SendAndReadAsync("/sign-in?handler=Staff", new() { ["Name"] = name, ["Password"] = password });
        var from = page.IndexOf("role=\"alert\"", StringComparison.Ordinal);
        return page[from..page.IndexOf("</div>", from, StringComparison.Ordinal)];
    }

    // A card printed in advance, and somebody who is about to type it.
    private async Task<(Visitor Visitor, SignInCard Card, Guid Id)> PrintedAsync()
    {
        var (card, id) = await CardAsync();
        await site.Store.WriteAsync(async db => (await db.Students.SingleAsync(one => one.AccountId == id, Cancel)).IsUnclaimed = true, Cancel);
        var visitor = site.Visitor();
        await visitor.ReadAsync("/sign-in");
        return (visitor, card, id);
    }

    private async Task<Student> PlaceAsync(Guid account)
    {
        await using var db = site.Store.Read();
        return await db.Students.SingleAsync(one => one.AccountId == account, Cancel);
    }

    private async Task<(SignInCard Card, Guid Id)> CardAsync()
    {
        var room = await site.ClassAsync((await site.StaffAsync($"with cards {Guid.NewGuid():N}"[..30], teaches: true)).Id);
        var card = SignInCard.Draw();
        var account = LastTrainHome.Accounts.Account.OfStudent(card, site.Now);
        account.PasswordHash = new PasswordHasher<LastTrainHome.Accounts.Account>().HashPassword(account, card.Secret);
        await site.Store.WriteAsync(async db =>
        {
            db.Accounts.Add(account);
            (await db.Classes.FindAsync([room], Cancel))!.Add(account.Id, "card holder", site.Now);
        }, Cancel);
        return (card, account.Id);
    }
}
