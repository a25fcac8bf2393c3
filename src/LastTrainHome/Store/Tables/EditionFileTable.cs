using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LastTrainHome.Store.Tables;

internal sealed class EditionFileTable : IEntityTypeConfiguration<EditionFile>
{
    public void Configure(EntityTypeBuilder<EditionFile> table)
    {
        table.HasKey(file => new { file.EditionId, file.Path });
        table.Property(file => file.EditionId).HasMaxLength(64);
        table.Property(file => file.Path).HasMaxLength(500);
        table.Property(file => file.BlobHash).HasMaxLength(64);

        // Restrict: bytes that an edition is made of are never deleted.
        table.HasOne<Blob>().WithMany().HasForeignKey(file => file.BlobHash).OnDelete(DeleteBehavior.Restrict);
        table.Property(file => file.EditionId).Holds("which edition");
        table.Property(file => file.Path).Holds("where the file lies in the content folder");
        table.Property(file => file.BlobHash).Holds("a hash of its bytes");
    }
}
