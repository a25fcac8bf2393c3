using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LastTrainHome.Store.Tables;

internal sealed class ProtectionKeyTable : IEntityTypeConfiguration<ProtectionKey>
{
    public void Configure(EntityTypeBuilder<ProtectionKey> table)
    {
        table.Property(key => key.Id).Holds("a number");
        table.Property(key => key.Name).HasMaxLength(200).Holds("the key's name");
        table.Property(key => key.Xml).Holds("a secret of the site's own that signs cookies and forms");
    }
}
