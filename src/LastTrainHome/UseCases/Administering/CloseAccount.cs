using LastTrainHome.Store;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.UseCases.Administering;

/// <summary>Closes an account of the staff, so that nobody signs in with it, and opens it again.</summary>
public sealed class CloseAccount(StudyStore store, TimeProvider clock)
{
    /// <summary>Closes it and ends its sessions.</summary>
    public Task<CloseResult> CloseAsync(Guid account) => store.WriteAsync(async db =>
    {
        if (await db.Accounts.SingleOrDefaultAsync(one => one.Id == account && !one.Studies) is not { } found)
            return CloseResult.NotFound;
        if (!await db.Owners().AnyAsync(owner => owner.Id != account) && await db.Owners().AnyAsync())
            return CloseResult.IsLastAdministrator;
        found.DisabledAt ??= clock.GetUtcNow().UtcDateTime;
        await db.Sessions.Where(session => session.AccountId == account).ExecuteDeleteAsync();
        return CloseResult.Closed;
    });

    /// <summary>Opens it again.</summary>
    /// <returns>False when there is no such member of staff.</returns>
    public Task<bool> ReopenAsync(Guid account) => store.WriteAsync(async db =>
        await db.Accounts.Where(one => one.Id == account && !one.Studies)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.DisabledAt, (DateTime?)null)) > 0);
}

/// <summary>Whether an account is closed.</summary>
public enum CloseResult
{
    Closed,
    NotFound,

    /// <summary>Nobody else administers the site, so it stays open.</summary>
    IsLastAdministrator,
}
