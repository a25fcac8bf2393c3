using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LastTrainHome.Store.Tables;

internal sealed class BlobTable : IEntityTypeConfiguration<Blob>
{
    public void Configure(EntityTypeBuilder<Blob> table)
    {
        table.HasKey(blob => blob.Hash);
        table.Property(blob => blob.Hash).HasMaxLength(64);
        table.Property(blob => blob.Hash).Holds("a hash of the bytes");
        table.Property(blob => blob.Bytes).Holds("a content file");
        table.Property(blob => blob.IsCompressed).Holds("whether the bytes are compressed");
    }
}
