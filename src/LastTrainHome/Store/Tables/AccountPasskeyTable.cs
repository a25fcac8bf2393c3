using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LastTrainHome.Store.Tables;

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
