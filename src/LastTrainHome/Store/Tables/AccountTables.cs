using LastTrainHome.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LastTrainHome.Store.Tables;

internal sealed class AccountTable : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> table)
    {
        table.ToTable("Accounts");
        table.Property(account => account.Id).Holds("a random number");
        table.Property(account => account.UserName).HoldsWords("staff: the name they sign in with; students: the first two words of the card");
        table.Property(account => account.NormalizedUserName).HoldsWords("the same in capitals");
        table.Property(account => account.Email).Holds("nothing: no address is asked for");
        table.Property(account => account.NormalizedEmail).Holds("nothing");
        table.Property(account => account.EmailConfirmed).Holds("nothing");
        table.Property(account => account.PasswordHash).Holds("a salted hash of the password or of the card's four words");
        table.Property(account => account.SecurityStamp).Holds("a random number, new with each password");
        table.Property(account => account.ConcurrencyStamp).Holds("a random number, new with each change");
        table.Property(account => account.PhoneNumber).Holds("nothing: no telephone number is asked for");
        table.Property(account => account.PhoneNumberConfirmed).Holds("nothing");
        table.Property(account => account.TwoFactorEnabled).Holds("whether a second factor is asked for");
        table.Property(account => account.LockoutEnd).Holds("until when it is locked after wrong passwords");
        table.Property(account => account.LockoutEnabled).Holds("whether wrong passwords lock it");
        table.Property(account => account.AccessFailedCount).Holds("wrong passwords since the last right one");
        table.Property(account => account.Teaches).Holds("whether it is a teacher's");
        table.Property(account => account.Edits).Holds("whether it is an editor's");
        table.Property(account => account.Owns).Holds("whether it is an administrator's");
        table.Property(account => account.Studies).Holds("whether it is a student's");
        table.Property(account => account.MadeAt).Holds("when it was made");
        table.Property(account => account.DisabledAt).Holds("when it was closed");
    }
}

internal sealed class SessionTable : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> table)
    {
        table.HasKey(session => session.KeyHash);
        table.HasIndex(session => session.EndsAt);
        table.HasOne<Account>().WithMany().HasForeignKey(session => session.AccountId).OnDelete(DeleteBehavior.Cascade);
        table.Property(session => session.KeyHash).HasMaxLength(64).Holds("a hash of the key in the cookie");
        table.Property(session => session.AccountId).Holds("whose session it is");
        table.Property(session => session.MadeAt).Holds("when somebody signed in");
        table.Property(session => session.EndsAt).Holds("when it ends by itself");
        table.Property(session => session.IsShared).Holds("whether the device is shared with others");
    }
}

internal sealed class InvitationTable : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> table)
    {
        table.HasIndex(invitation => invitation.TokenHash).IsUnique();
        table.HasOne<Account>().WithMany().HasForeignKey(invitation => invitation.AccountId).OnDelete(DeleteBehavior.Cascade);
        table.Property(invitation => invitation.Id).Holds("a number");
        table.Property(invitation => invitation.TokenHash).HasMaxLength(64).Holds("a hash of the link");
        table.Property(invitation => invitation.Kind).Holds("first administrator, staff, or a new password");
        table.Property(invitation => invitation.Teaches).Holds("whether it makes a teacher");
        table.Property(invitation => invitation.Edits).Holds("whether it makes an editor");
        table.Property(invitation => invitation.Owns).Holds("whether it makes an administrator");
        table.Property(invitation => invitation.AccountId).Holds("whose password it changes");
        table.Property(invitation => invitation.MadeBy).Holds("which administrator made it");
        table.Property(invitation => invitation.MadeAt).Holds("when it was made");
        table.Property(invitation => invitation.ExpiresAt).Holds("until when it works");
        table.Property(invitation => invitation.UsedAt).Holds("when it was used");
    }
}

internal sealed class ProtectionKeyTable : IEntityTypeConfiguration<ProtectionKey>
{
    public void Configure(EntityTypeBuilder<ProtectionKey> table)
    {
        table.Property(key => key.Id).Holds("a number");
        table.Property(key => key.Name).HasMaxLength(200).Holds("the key's name");
        table.Property(key => key.Xml).Holds("a secret of the site's own that signs cookies and forms");
    }
}

// Identity's own four: what a second factor and passkeys need.

internal sealed class AccountClaimTable : IEntityTypeConfiguration<IdentityUserClaim<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserClaim<Guid>> table)
    {
        table.ToTable("AccountClaims");
        table.Property(claim => claim.Id).Holds("a number");
        table.Property(claim => claim.UserId).Holds("whose it is");
        table.Property(claim => claim.ClaimType).Holds("nothing so far");
        table.Property(claim => claim.ClaimValue).Holds("nothing so far");
    }
}

internal sealed class AccountLoginTable : IEntityTypeConfiguration<IdentityUserLogin<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserLogin<Guid>> table)
    {
        table.ToTable("AccountLogins");
        table.Property(login => login.LoginProvider).Holds("nothing so far: signing in elsewhere is not offered");
        table.Property(login => login.ProviderKey).Holds("nothing so far");
        table.Property(login => login.ProviderDisplayName).Holds("nothing so far");
        table.Property(login => login.UserId).Holds("whose it is");
    }
}

internal sealed class AccountTokenTable : IEntityTypeConfiguration<IdentityUserToken<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserToken<Guid>> table)
    {
        table.ToTable("AccountTokens");
        table.Property(token => token.UserId).Holds("whose it is");
        table.Property(token => token.LoginProvider).Holds("which part of the site wrote it");
        table.Property(token => token.Name).Holds("which token it is");
        table.Property(token => token.Value).Holds("the secret of a second factor");
    }
}

internal sealed class AccountPasskeyTable : IEntityTypeConfiguration<IdentityUserPasskey<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserPasskey<Guid>> table)
    {
        table.ToTable("AccountPasskeys");
        table.HasAnnotation(Columns.What, "nothing so far: passkeys are not offered");
        table.Property(passkey => passkey.CredentialId).Holds("nothing so far: passkeys are not offered");
        table.Property(passkey => passkey.UserId).Holds("whose it is");
    }
}
