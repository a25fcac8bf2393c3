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
        table.Property(edition => edition.Id).Holds("a hash of its files");
        table.Property(edition => edition.RecordedAt).Holds("when it was recorded");
        table.Property(edition => edition.Origin).Holds("by which way it came in");
        table.Property(edition => edition.Pages).Holds("how many pages it has");
        table.Property(edition => edition.BoundNumbers).Holds("how many numbers are held to a row");
        table.Property(edition => edition.CalculatedNumbers).Holds("how many changes are calculated");
        table.Property(edition => edition.PlainNumbers).Holds("how many numbers stand with a reason instead");
    }
}
