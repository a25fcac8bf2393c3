using LastTrainHome.Accounts;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Store;

/// <summary>The staff and the links that let them in: what an administrator does on the site, and an operator with the verb <c>accounts</c>.</summary>
public sealed class Staff(StudyStore store, TimeProvider clock)
{
    /// <summary>How long a link for the first administrator or for a new password works.</summary>
    public static readonly TimeSpan ShortLink = TimeSpan.FromHours(24);

    /// <summary>How long a link for somebody new works.</summary>
    public static readonly TimeSpan LongLink = TimeSpan.FromDays(7);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<List<Account>> ListAsync()
    {
        await using var db = store.Read();
        return await db.Accounts.Where(account => !account.Studies).OrderBy(account => account.NormalizedUserName).ToListAsync();
    }

    /// <summary>By the name they sign in with; null when there is none.</summary>
    public async Task<Account?> FindAsync(string name)
    {
        var key = Account.Key(name);
        await using var db = store.Read();
        return await db.Accounts.SingleOrDefaultAsync(account => account.NormalizedUserName == key && !account.Studies);
    }

    /// <summary>A link for the first administrator, in place of those made before; null when there is one already.</summary>
    public Task<string?> InviteFirstAsync() => store.WriteAsync(async db =>
    {
        if (await Owners(db).AnyAsync())
            return null;
        await db.Invitations.Where(link => link.Kind == InvitationKind.First && link.UsedAt == null).ExecuteDeleteAsync();
        return Add(db, InvitationKind.First, ShortLink, owns: true);
    });

    /// <summary>A link for somebody new.</summary>
    /// <param name="by">The administrator who invites; null for an operator.</param>
    public Task<string> InviteAsync(bool teaches, bool edits, bool owns, Guid? by) =>
        store.WriteAsync(db => Task.FromResult(Add(db, InvitationKind.Staff, LongLink, teaches, edits, owns, by: by)));

    /// <summary>An account without a password, and a link to choose one; null when the name is taken.</summary>
    public Task<string?> AddAsync(string name, bool teaches, bool edits, bool owns) => store.WriteAsync(async db =>
    {
        var account = Account.OfStaff(name, Now, teaches, edits, owns);
        if (await IsTaken(db, account))
            return null;
        db.Accounts.Add(account);
        return Add(db, InvitationKind.Reset, LongLink, account: account.Id);
    });

    /// <summary>A link to choose a new password; null when there is no such member of staff. Older ones work no more.</summary>
    public Task<string?> ResetAsync(Guid account, Guid? by) => store.WriteAsync(async db =>
    {
        if (!await db.Accounts.AnyAsync(one => one.Id == account && !one.Studies))
            return null;
        await db.Invitations.Where(link => link.AccountId == account && link.UsedAt == null).ExecuteDeleteAsync();
        return Add(db, InvitationKind.Reset, ShortLink, account: account, by: by);
    });

    /// <summary>What a link is for, used or not; null when it is not known.</summary>
    public async Task<Invitation?> ReadAsync(string? token)
    {
        if (string.IsNullOrEmpty(token))
            return null;
        var hash = Token.Hash(token);
        await using var db = store.Read();
        return await db.Invitations.SingleOrDefaultAsync(link => link.TokenHash == hash);
    }

    /// <summary>Uses a link: makes its account, or gives the one it is for a new password and ends its sessions.</summary>
    /// <param name="name">For a new account.</param>
    /// <param name="passwordHash">Already found good, and hashed.</param>
    public Task<(Acceptance Outcome, Account? Account)> AcceptAsync(string token, string name, string passwordHash) => store.WriteAsync<(Acceptance, Account?)>(async db =>
    {
        var (hash, now) = (Token.Hash(token), Now);
        var link = await db.Invitations.SingleOrDefaultAsync(one => one.TokenHash == hash);
        if (link is null || !link.IsOpenAt(now) || link.Kind == InvitationKind.First && await Owners(db).AnyAsync())
            return (Acceptance.Gone, null);

        Account account;
        if (link.AccountId is { } whose)
        {
            account = await db.Accounts.SingleAsync(one => one.Id == whose);
            (account.AccessFailedCount, account.LockoutEnd) = (0, null);
            (account.SecurityStamp, account.ConcurrencyStamp) = (Token.New(), Token.New());
            await db.Sessions.Where(session => session.AccountId == whose).ExecuteDeleteAsync();
        }
        else
        {
            account = Account.OfStaff(name, now, link.Teaches, link.Edits, link.Owns);
            if (await IsTaken(db, account))
                return (Acceptance.NameTaken, null);
            db.Accounts.Add(account);
        }

        account.PasswordHash = passwordHash;
        link.UsedAt = now;
        return (Acceptance.Done, account);
    });

    /// <summary>Closes an account and ends its sessions.</summary>
    /// <returns>False when it is the last administrator's, which stays.</returns>
    public Task<bool> CloseAsync(Guid account) => store.WriteAsync(async db =>
    {
        if (!await Owners(db).AnyAsync(owner => owner.Id != account) && await Owners(db).AnyAsync())
            return false;
        var now = Now;
        await db.Accounts.Where(one => one.Id == account && one.DisabledAt == null && !one.Studies).ExecuteUpdateAsync(set => set.SetProperty(one => one.DisabledAt, now));
        await db.Sessions.Where(session => session.AccountId == account).ExecuteDeleteAsync();
        return true;
    });

    /// <summary>Lets a closed account in again.</summary>
    public Task OpenAsync(Guid account) => store.WriteAsync(db =>
        db.Accounts.Where(one => one.Id == account && !one.Studies).ExecuteUpdateAsync(set => set.SetProperty(one => one.DisabledAt, (DateTime?)null)));

    /// <summary>The administrators who can sign in.</summary>
    public static IQueryable<Account> Owners(StudyDb db) => db.Accounts.Where(account => account.Owns && account.DisabledAt == null && account.PasswordHash != null);

    private string Add(StudyDb db, InvitationKind kind, TimeSpan lives, bool teaches = false, bool edits = false, bool owns = false, Guid? account = null, Guid? by = null)
    {
        var (token, now) = (Token.New(), Now);
        db.Invitations.Add(new() { TokenHash = Token.Hash(token), Kind = kind, Teaches = teaches, Edits = edits, Owns = owns, AccountId = account, MadeBy = by, MadeAt = now, ExpiresAt = now + lives });
        return token;
    }

    private static Task<bool> IsTaken(StudyDb db, Account account) => db.Accounts.AnyAsync(one => one.NormalizedUserName == account.NormalizedUserName);
}

/// <summary>What became of a link that somebody used.</summary>
public enum Acceptance
{
    Done,

    /// <summary>It was used, has expired, or is not known.</summary>
    Gone,

    NameTaken,
}
