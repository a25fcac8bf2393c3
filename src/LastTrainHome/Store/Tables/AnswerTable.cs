using LastTrainHome.Accounts;
using LastTrainHome.Classroom;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LastTrainHome.Store.Tables;

internal sealed class AnswerTable : IEntityTypeConfiguration<Answer>
{
    public void Configure(EntityTypeBuilder<Answer> table)
    {
        table.HasIndex(answer => new { answer.AccountId, answer.AssignmentId, answer.QuestionId }).IsUnique();
        table.HasIndex(answer => new { answer.AccountId, answer.QuestionId }).IsUnique().HasFilter("\"AssignmentId\" IS NULL");
        table.HasIndex(answer => answer.AssignmentId);
        table.HasOne<Account>().WithMany().HasForeignKey(answer => answer.AccountId).OnDelete(DeleteBehavior.Cascade);
        table.HasOne<Assignment>().WithMany().HasForeignKey(answer => answer.AssignmentId).OnDelete(DeleteBehavior.Cascade);
        table.HasMany(answer => answer.Versions).WithOne().HasForeignKey(version => version.AnswerId).OnDelete(DeleteBehavior.Cascade);
        table.HasMany(answer => answer.Comments).WithOne().HasForeignKey(comment => comment.AnswerId).OnDelete(DeleteBehavior.Cascade);
        table.Property(answer => answer.Id).Holds("a number");
        table.Property(answer => answer.AccountId).Holds("which student");
        table.Property(answer => answer.AssignmentId).Holds("for which assignment");
        table.Property(answer => answer.QuestionId).HasMaxLength(100).Holds("which question");
        table.Property(answer => answer.PageKey).HasMaxLength(200).Holds("the page the question stands on");
        table.Property(answer => answer.Prompt).HasMaxLength(2_000).Holds("the question's words, from the content");
        table.Property(answer => answer.Text).HasMaxLength(Answer.MaxLength).HoldsWords("what the student wrote");
        table.Property(answer => answer.Choices).Holds("which choices the student picked");
        table.Property(answer => answer.Version).IsConcurrencyToken().Holds("how often it was saved");
        table.Property(answer => answer.KeptVersion).Holds("which save was last kept as a version");
        table.Property(answer => answer.KeptAt).Holds("when that one was saved");
        table.Property(answer => answer.SavedAt).Holds("when it was last saved");
        table.Property(answer => answer.SubmittedAt).Holds("when it was handed in");
        table.Property(answer => answer.IsLate).Holds("whether that was late");
        table.Property(answer => answer.Tries).Holds("how often it was handed in");
    }
}
