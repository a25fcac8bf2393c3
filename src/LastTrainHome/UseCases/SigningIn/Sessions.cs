using LastTrainHome.Accounts;
using LastTrainHome.Store;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.UseCases.SigningIn;

/// <summary>Begins, finds and ends sessions. The store knows every one: signing out, closing an account or a new password ends it
/// on the server, wherever a copy of its key may be.</summary>
public sealed class Sessions(StudyStore store, TimeProvider clock)
{
    /// <summary>A lesson, on a computer that others use next.</summary>
    public static readonly TimeSpan OnSharedDevice = TimeSpan.FromHours(4);

    /// <summary>A term, on a student's own device.</summary>
    public static readonly TimeSpan OfStudent = TimeSpan.FromDays(150);

    public static readonly TimeSpan OfStaff = TimeSpan.FromDays(14);

    private static readonly Func<StudyDb, string, DateTime, Task<SessionRow?>> Find =
        EF.CompileAsyncQuery((StudyDb db, string hash, DateTime now) => (
            from session in db.Sessions
            where session.KeyHash == hash && session.EndsAt > now
            join account in db.Accounts on session.AccountId equals account.Id
            where account.DisabledAt == null
            select new SessionRow(
                account.Id, account.Studies, account.Teaches, account.Edits, account.Owns, session.IsShared, session.EndsAt)).SingleOrDefault());

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Begins a session of an account on one device.</summary>
    /// <returns>Its key, which only the device keeps, and when it ends by itself.</returns>
    public async Task<(string Key, DateTime EndsAt)> BeginAsync(Guid account, bool isShared)
    {
        var (key, now) = (Token.New(), Now);
        var ends = await store.WriteAsync(async db =>
        {
            var studies = await db.Accounts.Where(one => one.Id == account).Select(one => one.Studies).SingleAsync();
            var session = new Session
            {
                KeyHash = Token.Hash(key),
                AccountId = account,
                MadeAt = now,
                EndsAt = now + (isShared ? OnSharedDevice : studies ? OfStudent : OfStaff),
                IsShared = isShared,
            };
            db.Sessions.Add(session);
            await db.Sessions.Where(old => old.EndsAt < now).ExecuteDeleteAsync();
            return session.EndsAt;
        });
        return (key, ends);
    }

    /// <summary>Whose session a key opens, with the account's roles as they are now; null when it has ended or the account is closed.</summary>
    public async Task<SignedIn?> FindAsync(string key)
    {
        await using var db = store.Read();
        return await Find(db, Token.Hash(key), Now) is { } row
            ? new(row.Account, [.. Role.Of(row.Studies, row.Teaches, row.Edits, row.Owns)], row.IsShared, row.EndsAt)
            : null;
    }

    /// <summary>Ends one session. It may have ended already.</summary>
    public Task EndAsync(string key)
    {
        var hash = Token.Hash(key);
        return store.WriteAsync(db => db.Sessions.Where(session => session.KeyHash == hash).ExecuteDeleteAsync());
    }

    /// <summary>Ends every session of an account.</summary>
    public Task EndAllAsync(Guid account) =>
        store.WriteAsync(db => db.Sessions.Where(session => session.AccountId == account).ExecuteDeleteAsync());

    private sealed record SessionRow(Guid Account, bool Studies, bool Teaches, bool Edits, bool Owns, bool IsShared, DateTime EndsAt);
}

/// <summary>Who is signed in on a device.</summary>
/// <param name="Roles">What the account may do: <see cref="Role"/>.</param>
/// <param name="IsShared">Whether others use the device too.</param>
public sealed record SignedIn(Guid Account, IReadOnlyList<string> Roles, bool IsShared, DateTime EndsAt);
