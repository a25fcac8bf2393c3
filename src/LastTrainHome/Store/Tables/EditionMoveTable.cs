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
    }
}
