using LastTrainHome.Accounts;
using LastTrainHome.Store;

namespace LastTrainHome.UseCases.Administering;

/// <summary>What inviting has in common: how long a link works, and who already administers.</summary>
public static class InvitationLinks
{
    /// <summary>How long a link for the first administrator or for a new password works.</summary>
    public static readonly TimeSpan ShortLived = TimeSpan.FromHours(24);

    /// <summary>How long a link for somebody new works.</summary>
    public static readonly TimeSpan LongLived = TimeSpan.FromDays(7);

    /// <summary>The administrators who can sign in.</summary>
    internal static IQueryable<Account> Owners(this StudyDb db) =>
        db.Accounts.Where(account => account.Owns && account.DisabledAt == null && account.PasswordHash != null);

    /// <summary>Adds a link whose token is known to nobody else.</summary>
    internal static string AddInvitation(
        this StudyDb db, InvitationKind kind, DateTime now, TimeSpan lives, StaffRoles roles = default, Guid? account = null, Guid? by = null)
    {
        var token = Token.New();
        db.Invitations.Add(new()
        {
            TokenHash = Token.Hash(token),
            Kind = kind,
            Teaches = roles.Teaches,
            Edits = roles.Edits,
            Owns = roles.Owns,
            AccountId = account,
            MadeBy = by,
            MadeAt = now,
            ExpiresAt = now + lives,
        });
        return token;
    }
}

/// <summary>What a member of staff may do.</summary>
public readonly record struct StaffRoles(bool Teaches, bool Edits, bool Owns)
{
    public bool IsNone => this == default;
}
