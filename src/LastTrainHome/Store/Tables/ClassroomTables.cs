using LastTrainHome.Accounts;
using LastTrainHome.Classroom;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LastTrainHome.Store.Tables;

internal sealed class ClassTable : IEntityTypeConfiguration<Class>
{
    public void Configure(EntityTypeBuilder<Class> table)
    {
        table.HasIndex(one => one.Code).IsUnique();
        table.HasIndex(one => one.TeacherId);
        table.HasMany(one => one.Students).WithOne().HasForeignKey(student => student.ClassId).OnDelete(DeleteBehavior.Cascade);
        table.HasMany(one => one.Assignments).WithOne().HasForeignKey(assignment => assignment.ClassId).OnDelete(DeleteBehavior.Cascade);

        // Restrict: a teacher who leaves is closed, not deleted; the work of her students is not hers to take along.
        table.HasOne<Account>().WithMany().HasForeignKey(one => one.TeacherId).OnDelete(DeleteBehavior.Restrict);
        table.Property(one => one.Id).Holds("a number");
        table.Property(one => one.Name).HasMaxLength(100).HoldsWords("the class's name, as the teacher types it");
        table.Property(one => one.Code).HasMaxLength(ClassCode.Length).Holds("what students type to come in");
        table.Property(one => one.TeacherId).Holds("whose class it is");
        table.Property(one => one.TimeZone).HasMaxLength(60).Holds("the zone its times are told in");
        table.Property(one => one.MadeAt).Holds("when it was made");
        table.Property(one => one.IsOpen).Holds("whether its code lets anybody in");
        table.Property(one => one.AsksTeacher).Holds("whether those who join wait for the teacher");
        table.Property(one => one.ArchivedAt).Holds("when it was put away");
        table.Property(one => one.NextNumber).Holds("the card number the next student gets");
    }
}

internal sealed class StudentTable : IEntityTypeConfiguration<Student>
{
    public void Configure(EntityTypeBuilder<Student> table)
    {
        table.HasIndex(student => new { student.ClassId, student.AccountId }).IsUnique();
        table.HasIndex(student => new { student.ClassId, student.Number }).IsUnique();
        table.HasIndex(student => new { student.ClassId, student.PseudonymKey }).IsUnique();
        table.HasOne<Account>().WithMany().HasForeignKey(student => student.AccountId).OnDelete(DeleteBehavior.Cascade);
        table.Property(student => student.Id).Holds("a number");
        table.Property(student => student.ClassId).Holds("which class");
        table.Property(student => student.AccountId).Holds("which account");
        table.Property(student => student.Number).Holds("the card number, counted from 1 in the class");
        table.Property(student => student.Pseudonym).HasMaxLength(Pseudonym.MaxLength).HoldsWords("the name the student chose for this class");
        table.Property(student => student.PseudonymKey).HasMaxLength(Pseudonym.MaxLength * 2).HoldsWords("the same, as it is compared");
        table.Property(student => student.JoinedAt).Holds("when the student joined");
        table.Property(student => student.IsWaiting).Holds("whether the teacher has yet to let the student in");
        table.Property(student => student.IsUnclaimed).Holds("whether the card has not been used yet");
        table.Property(student => student.LeftAt).Holds("when the student left");
    }
}

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
        table.Property(item => item.Words).HasMaxLength(2_000).Holds("the page's title or the question's words, from the content");
    }
}

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
        table.Property(answer => answer.SavedAt).Holds("when it was last saved");
        table.Property(answer => answer.SubmittedAt).Holds("when it was handed in");
        table.Property(answer => answer.IsLate).Holds("whether that was late");
        table.Property(answer => answer.Tries).Holds("how often it was handed in");
    }
}

internal sealed class AnswerVersionTable : IEntityTypeConfiguration<AnswerVersion>
{
    public void Configure(EntityTypeBuilder<AnswerVersion> table)
    {
        table.Property(version => version.Id).Holds("a number");
        table.Property(version => version.AnswerId).Holds("which answer");
        table.Property(version => version.Number).Holds("which save it was");
        table.Property(version => version.Text).HasMaxLength(Answer.MaxLength).HoldsWords("what the student had written then");
        table.Property(version => version.Choices).Holds("which choices the student had picked then");
        table.Property(version => version.At).Holds("when it was saved");
        table.Property(version => version.SubmittedAt).Holds("when it was handed in");
        table.Property(version => version.IsAside).Holds("whether it came from a tab that had not seen the newest");
    }
}

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
