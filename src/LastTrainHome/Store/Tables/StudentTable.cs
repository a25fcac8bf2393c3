using LastTrainHome.Accounts;
using LastTrainHome.Classroom;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LastTrainHome.Store.Tables;

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
