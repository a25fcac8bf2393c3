namespace LastTrainHome.Accounts;

/// <summary>A link that works once: to become the first administrator, to join the staff, or to choose a new password.</summary>
public sealed class Invitation
{
    public int Id { get; init; }

    /// <summary>SHA-256 of the token in the link.</summary>
    public required string TokenHash { get; init; }

    public required InvitationKind Kind { get; init; }
    public bool Teaches { get; init; }
    public bool Edits { get; init; }
    public bool Owns { get; init; }

    /// <summary>Whose password it changes; null for a new account.</summary>
    public Guid? AccountId { get; init; }

    /// <summary>Who made it; null for the program itself.</summary>
    public Guid? MadeBy { get; init; }

    public required DateTime MadeAt { get; init; }
    public required DateTime ExpiresAt { get; init; }
    public DateTime? UsedAt { get; set; }

    public bool IsOpenAt(DateTime now) => UsedAt is null && now < ExpiresAt;
}

public enum InvitationKind
{
    /// <summary>Printed at the first start: makes the first administrator.</summary>
    First,

    /// <summary>For somebody new on the staff.</summary>
    Staff,

    /// <summary>For somebody who lost a password.</summary>
    Reset,
}
