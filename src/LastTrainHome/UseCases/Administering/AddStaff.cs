using LastTrainHome.Accounts;
using LastTrainHome.Store;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.UseCases.Administering;

/// <summary>Makes an account for somebody by name, and a link to choose its password.</summary>
public sealed class AddStaff(StudyStore store, TimeProvider clock)
{
    /// <returns>The link's token; null when somebody signs in with the name already.</returns>
    public Task<string?> AddAsync(string name, StaffRoles roles) => store.WriteAsync(async db =>
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var account = Account.OfStaff(name, now, roles.Teaches, roles.Edits, roles.Owns);
        if (await db.Accounts.AnyAsync(one => one.NormalizedUserName == account.NormalizedUserName))
            return null;
        db.Accounts.Add(account);
        return db.AddInvitation(InvitationKind.Reset, now, InvitationLinks.LongLived, account: account.Id);
    });
}
