using LastTrainHome.Accounts;
using LastTrainHome.Classroom;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LastTrainHome.Store.Tables;

internal sealed class CommentTable : IEntityTypeConfiguration<Comment>
{
    public void Configure(EntityTypeBuilder<Comment> table)
    {
        table.HasOne<Account>().WithMany().HasForeignKey(comment => comment.TeacherId).OnDelete(DeleteBehavior.Restrict);
        table.Property(comment => comment.Id).Holds("a number");
        table.Property(comment => comment.AnswerId).Holds("which answer");
        table.Property(comment => comment.TeacherId).Holds("which teacher");
        table.Property(comment => comment.Text).HasMaxLength(Comment.MaxLength).HoldsWords("what the teacher wrote");
        table.Property(comment => comment.Html).HoldsWords("the same, as it is shown");
        table.Property(comment => comment.At).Holds("when it was written");
        table.Property(comment => comment.SeenAt).Holds("when the student first saw it");
    }
}
