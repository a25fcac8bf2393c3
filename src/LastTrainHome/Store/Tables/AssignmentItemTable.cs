using LastTrainHome.Classroom;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LastTrainHome.Store.Tables;

internal sealed class AssignmentItemTable : IEntityTypeConfiguration<AssignmentItem>
{
    public void Configure(EntityTypeBuilder<AssignmentItem> table)
    {
        table.HasIndex(item => new { item.AssignmentId, item.Position });
        table.Property(item => item.Id).Holds("a number");
        table.Property(item => item.AssignmentId).Holds("which assignment");
        table.Property(item => item.Position).Holds("its place in the assignment");
        table.Property(item => item.PageKey).HasMaxLength(200).Holds("which page");
        table.Property(item => item.QuestionId).HasMaxLength(100).Holds("which question; none: the page is to be read");
        table.Property(item => item.Words).HasMaxLength(AssignmentItem.MaxWords).Holds("the page's title or the question's words, from the content");
    }
}
