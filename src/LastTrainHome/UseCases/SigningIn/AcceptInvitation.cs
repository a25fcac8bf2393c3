using System.Globalization;
using LastTrainHome.Accounts;
using LastTrainHome.Classroom;
using LastTrainHome.Store;
using LastTrainHome.UseCases.Administering;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.UseCases.SigningIn;

/// <summary>Uses a link that works once: to become the first administrator, to join the staff, or to choose a new password.</summary>
public sealed class AcceptInvitation(StudyStore store, PasswordRules rules, PasswordHashing hashing, TimeProvider clock)
{
    private static readonly Refusal NameTaken = new("Somebody signs in with this name already. Choose another.", "Name");

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>What a link is for, or why it no longer works.</summary>
    public async Task<FoundInvitation> FindAsync(string? token, CancellationToken cancel)
    {
        await using var db = store.Read();
        return await FindAsync(db, token, Now, cancel);
    }

    /// <summary>Makes the account the link is for, or gives the one it is for a new password and ends its sessions.</summary>
    /// <param name="name">For a new account.</param>
    public async Task<AcceptedInvitation> AcceptAsync(string? token, string? name, string? password, string? again, CancellationToken cancel)
    {
        var found = await FindAsync(token, cancel);
        if (found.Invitation is not { } link)
            return new(null, []);

        var refusals = new List<Refusal>();
        var chosen = link.AccountId is null ? Pseudonym.Clean(name) : found.Name ?? "";
        if (link.AccountId is null && chosen.Length is < 2 or > Account.MaxName)
            refusals.Add(new($"Choose a name of 2 to {Account.MaxName} letters.", "Name"));
        var account = Account.OfStaff(chosen, Now, link.Teaches, link.Edits, link.Owns);
        if (await rules.ProblemAsync(account, password, again) is { } problem)
            refusals.Add(new(problem, "Password"));
        if (refusals.Count > 0)
            return new(null, refusals);

        account.PasswordHash = await hashing.HashAsync(account, password!, cancel);
        return await store.WriteAsync(db => UseAsync(db, token, account), CancellationToken.None);
    }

    private async Task<AcceptedInvitation> UseAsync(StudyDb db, string? token, Account made)
    {
        if ((await FindAsync(db, token, Now, CancellationToken.None)).Invitation is not { } link)
            return new(null, []);

        var account = made;
        if (link.AccountId is { } existing)
        {
            account = await db.Accounts.SingleAsync(one => one.Id == existing);
            (account.PasswordHash, account.SecurityStamp, account.ConcurrencyStamp) = (made.PasswordHash, Token.New(), Token.New());
            await db.Sessions.Where(session => session.AccountId == existing).ExecuteDeleteAsync();
        }
        else if (await db.Accounts.AnyAsync(one => one.NormalizedUserName == made.NormalizedUserName))
        {
            return new(null, [NameTaken]);
        }
        else
        {
            db.Accounts.Add(account);
        }

        await db.Invitations.Where(one => one.Id == link.Id).ExecuteUpdateAsync(set => set.SetProperty(one => one.UsedAt, Now));
        return new(account, []);
    }

    private static async Task<FoundInvitation> FindAsync(StudyDb db, string? token, DateTime now, CancellationToken cancel)
    {
        var hash = Token.Hash(token ?? "");
        var link = await db.Invitations.AsNoTracking().SingleOrDefaultAsync(one => one.TokenHash == hash, cancel);
        var gone = link switch
        {
            null => "This link is not known here: a part of it may be missing, or a newer one has taken its place.",
            { UsedAt: not null } => "This link has been used already, and works only once.",
            _ when !link.IsOpenAt(now) =>
                string.Create(CultureInfo.InvariantCulture, $"This link worked until {link.ExpiresAt:d MMMM yyyy, HH:mm} (UTC), and works no more."),
            { Kind: InvitationKind.First } when await db.Owners().AnyAsync(cancel) => "This site has an administrator already, so the link works no more.",
            _ => null,
        };
        if (gone is not null)
            return new(null, gone, null);
        return new(link, null, await db.Accounts.Where(one => one.Id == link!.AccountId).Select(one => one.UserName).SingleOrDefaultAsync(cancel));
    }
}

/// <summary>What a link is for.</summary>
/// <param name="Invitation">Null when the link does not work.</param>
/// <param name="Gone">Why it does not work; else null.</param>
/// <param name="Name">The name of the account it is for; null when it makes a new one.</param>
public sealed record FoundInvitation(Invitation? Invitation, string? Gone, string? Name);

/// <summary>What became of a link that somebody used.</summary>
/// <param name="Account">Whose password was set; null when nothing was done.</param>
/// <param name="Refusals">Why nothing was done; empty when the link does not work.</param>
public sealed record AcceptedInvitation(Account? Account, IReadOnlyList<Refusal> Refusals);
