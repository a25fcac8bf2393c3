using LastTrainHome.Classroom;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LastTrainHome.Store.Tables;

internal sealed class AssignmentTable : IEntityTypeConfiguration<Assignment>
{
    public void Configure(EntityTypeBuilder<Assignment> table)
    {
        table.HasIndex(assignment => assignment.ClassId);
        table.HasMany(assignment => assignment.Items).WithOne().HasForeignKey(item => item.AssignmentId).OnDelete(DeleteBehavior.Cascade);
        table.Property(assignment => assignment.Id).Holds("a number");
        table.Property(assignment => assignment.ClassId).Holds("which class");
        table.Property(assignment => assignment.Title).HasMaxLength(200).HoldsWords("its title, as the teacher types it");
        table.Property(assignment => assignment.Instructions).HasMaxLength(10_000).HoldsWords("what the teacher says about it");
        table.Property(assignment => assignment.InstructionsHtml).HoldsWords("the same, as it is shown");
        table.Property(assignment => assignment.OpensAt).Holds("when it opens");
        table.Property(assignment => assignment.DueAt).Holds("when it is due");
        table.Property(assignment => assignment.ClosesAt).Holds("when it closes");
        table.Property(assignment => assignment.TimeZone).HasMaxLength(60).Holds("the zone its times were meant in");
        table.Property(assignment => assignment.MadeAt).Holds("when it was set");
        table.Property(assignment => assignment.WithdrawnAt).Holds("when it was taken back");
    }
}
