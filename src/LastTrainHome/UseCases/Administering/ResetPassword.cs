using LastTrainHome.Accounts;
using LastTrainHome.Store;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.UseCases.Administering;

/// <summary>Helps a member of staff who has lost a password, with a link to choose a new one. Older links stop working.</summary>
public sealed class ResetPassword(StudyStore store, TimeProvider clock)
{
    /// <param name="by">The administrator who helps; null for an operator.</param>
    /// <returns>The link's token; null when there is no such member of staff.</returns>
    public Task<string?> ResetAsync(Guid account, Guid? by) => store.WriteAsync(async db =>
    {
        if (!await db.Accounts.AnyAsync(one => one.Id == account && !one.Studies))
            return null;
        await db.Invitations.Where(link => link.AccountId == account && link.UsedAt == null).ExecuteDeleteAsync();
        return db.AddInvitation(InvitationKind.Reset, clock.GetUtcNow().UtcDateTime, InvitationLinks.ShortLived, account: account, by: by);
    });
}
