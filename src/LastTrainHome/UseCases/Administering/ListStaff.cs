using LastTrainHome.Accounts;
using LastTrainHome.Store;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.UseCases.Administering;

/// <summary>Who is on the staff.</summary>
public sealed class ListStaff(StudyStore store)
{
    /// <summary>All of them, closed accounts too, by name.</summary>
    public async Task<List<Account>> ListAsync(CancellationToken cancel = default)
    {
        await using var db = store.Read();
        return await db.Accounts.Where(account => !account.Studies).OrderBy(account => account.NormalizedUserName).ToListAsync(cancel);
    }

    /// <summary>By the name they sign in with; null when there is none.</summary>
    public async Task<Account?> FindAsync(string name)
    {
        var key = Account.Key(name);
        await using var db = store.Read();
        return await db.Accounts.SingleOrDefaultAsync(account => account.NormalizedUserName == key && !account.Studies);
    }
}
