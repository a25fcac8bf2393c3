using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LastTrainHome.Store.Tables;

internal sealed class RecordedEditionTable : IEntityTypeConfiguration<RecordedEdition>
{
    public void Configure(EntityTypeBuilder<RecordedEdition> table)
    {
        table.Property(edition => edition.Id).HasMaxLength(64);
        table.HasIndex(edition => edition.RecordedAt);
        table.HasMany(edition => edition.Files).WithOne().HasForeignKey(file => file.EditionId).OnDelete(DeleteBehavior.Cascade);
    }
}
