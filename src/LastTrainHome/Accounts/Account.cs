using Microsoft.AspNetCore.Identity;

namespace LastTrainHome.Accounts;

/// <summary>Somebody who signs in: a member of staff with name and password, or a student with a card of four words.
/// A student's account holds no name and no address; the pseudonym belongs to the class.</summary>
public sealed class Account : IdentityUser<Guid>
{
    /// <summary>How long a name of staff may be.</summary>
    public const int MaxName = 60;

    /// <summary>Makes classes and assigns. Nobody sees another teacher's class.</summary>
    public bool Teaches { get; set; }

    /// <summary>Changes the content, sees its problems and drafts, and reads what readers report.</summary>
    public bool Edits { get; set; }

    /// <summary>Invites staff and closes accounts (on screen: administrator).</summary>
    public bool Owns { get; set; }

    /// <summary>Whether it is a student's: signed in with a card, and member of classes.</summary>
    public bool Studies { get; set; }

    public required DateTime MadeAt { get; init; }

    /// <summary>When an administrator closed it; null while it may sign in.</summary>
    public DateTime? DisabledAt { get; set; }

    /// <summary>A member of staff's: not yet saved.</summary>
    public static Account OfStaff(string name, DateTime at, bool teaches = false, bool edits = false, bool owns = false) =>
        new() { Id = Guid.CreateVersion7(), UserName = name, NormalizedUserName = Key(name), SecurityStamp = Token.New(), MadeAt = at, Teaches = teaches, Edits = edits, Owns = owns, LockoutEnabled = true };

    /// <summary>A student's, with the open half of the card as the name it signs in by: not yet saved.</summary>
    public static Account OfStudent(SignInCard card, DateTime at) =>
        new() { Id = Guid.CreateVersion7(), UserName = card.Handle, NormalizedUserName = Key(card.Handle), SecurityStamp = Token.New(), MadeAt = at, Studies = true, LockoutEnabled = true };

    /// <summary>A name as it is looked up: as Identity does.</summary>
    public static string Key(string name) => name.Normalize().ToUpperInvariant();
}
