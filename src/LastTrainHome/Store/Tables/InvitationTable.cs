using LastTrainHome.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LastTrainHome.Store.Tables;

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
