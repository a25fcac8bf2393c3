using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LastTrainHome.Store.Tables;

internal sealed class EditionMoveTable : IEntityTypeConfiguration<EditionMove>
{
    // No foreign key: the history stays when an edition nobody needs any more is thrown away.
    public void Configure(EntityTypeBuilder<EditionMove> table)
    {
        table.Property(move => move.EditionId).HasMaxLength(64);
        table.HasIndex(move => new { move.Folder, move.Id });
        table.Property(move => move.Id).Holds("a number");
        table.Property(move => move.EditionId).Holds("which edition became current");
        table.Property(move => move.At).Holds("when");
        table.Property(move => move.Origin).Holds("by which way it came in");
        table.Property(move => move.Folder).Holds("the content folder it came from");
    }
}
