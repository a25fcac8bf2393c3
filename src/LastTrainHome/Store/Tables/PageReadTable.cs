using LastTrainHome.Accounts;
using LastTrainHome.Classroom;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LastTrainHome.Store.Tables;

internal sealed class PageReadTable : IEntityTypeConfiguration<PageRead>
{
    public void Configure(EntityTypeBuilder<PageRead> table)
    {
        table.HasIndex(read => new { read.AccountId, read.AssignmentId, read.PageKey }).IsUnique();
        table.HasIndex(read => new { read.AccountId, read.PageKey }).IsUnique().HasFilter("\"AssignmentId\" IS NULL");
        table.HasIndex(read => read.AssignmentId);
        table.HasOne<Account>().WithMany().HasForeignKey(read => read.AccountId).OnDelete(DeleteBehavior.Cascade);
        table.HasOne<Assignment>().WithMany().HasForeignKey(read => read.AssignmentId).OnDelete(DeleteBehavior.Cascade);
        table.Property(read => read.Id).Holds("a number");
        table.Property(read => read.AccountId).Holds("which student");
        table.Property(read => read.PageKey).HasMaxLength(200).Holds("which page the student ticked as read");
        table.Property(read => read.AssignmentId).Holds("for which assignment");
        table.Property(read => read.At).Holds("when the student ticked it");
    }
}
