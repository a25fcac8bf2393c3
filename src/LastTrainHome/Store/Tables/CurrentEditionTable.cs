using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LastTrainHome.Store.Tables;

internal sealed class CurrentEditionTable : IEntityTypeConfiguration<CurrentEdition>
{
    public void Configure(EntityTypeBuilder<CurrentEdition> table)
    {
        table.ToTable("CurrentEdition", at => at.HasCheckConstraint("CK_CurrentEdition_OnlyOne", $"\"Id\" = {CurrentEdition.OnlyId}"));
        table.Property(current => current.Id).ValueGeneratedNever();
        table.Property(current => current.EditionId).HasMaxLength(64);
        table.HasOne<RecordedEdition>().WithMany().HasForeignKey(current => current.EditionId).OnDelete(DeleteBehavior.Restrict);
        table.Property(current => current.Id).Holds("always 1");
        table.Property(current => current.EditionId).Holds("which edition readers get");
        table.Property(current => current.Since).Holds("since when");
        table.Property(current => current.Origin).Holds("by which way it came in");
    }
}
