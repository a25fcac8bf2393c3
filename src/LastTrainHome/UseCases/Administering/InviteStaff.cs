using LastTrainHome.Accounts;
using LastTrainHome.Store;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.UseCases.Administering;

/// <summary>Makes links that let somebody onto the staff. Each works once.</summary>
public sealed class InviteStaff(StudyStore store, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>A link for the first administrator, in place of those made before.</summary>
    /// <returns>Its token; null when the site has an administrator already.</returns>
    public Task<string?> InviteFirstAdministratorAsync() => store.WriteAsync(async db =>
    {
        if (await db.Owners().AnyAsync())
            return null;
        await db.Invitations.Where(link => link.Kind == InvitationKind.First && link.UsedAt == null).ExecuteDeleteAsync();
        return db.AddInvitation(InvitationKind.First, Now, InvitationLinks.ShortLived, new(Teaches: false, Edits: false, Owns: true));
    });

    /// <summary>A link for somebody new.</summary>
    /// <param name="by">The administrator who invites; null for an operator.</param>
    /// <returns>Its token.</returns>
    public Task<string> InviteAsync(StaffRoles roles, Guid? by) => store.WriteAsync(db =>
        Task.FromResult(db.AddInvitation(InvitationKind.Staff, Now, InvitationLinks.LongLived, roles, by: by)));
}
