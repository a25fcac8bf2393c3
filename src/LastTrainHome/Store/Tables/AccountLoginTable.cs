using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LastTrainHome.Store.Tables;

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
