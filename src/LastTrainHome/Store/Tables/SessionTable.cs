using LastTrainHome.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LastTrainHome.Store.Tables;

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
