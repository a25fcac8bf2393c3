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

        // Restrict: the account of a teacher who leaves is closed, not deleted; their students' work stays.
        table.HasOne<Account>().WithMany().HasForeignKey(one => one.TeacherId).OnDelete(DeleteBehavior.Restrict);
        table.Property(one => one.Id).Holds("a number");
        table.Property(one => one.Name).HasMaxLength(Class.MaxName).HoldsWords("the class's name, as the teacher types it");
        table.Property(one => one.Code).HasMaxLength(ClassCode.Length).Holds("what students type to come in");
        table.Property(one => one.TeacherId).Holds("whose class it is");
        table.Property(one => one.TimeZone).HasMaxLength(60).Holds("the zone its times are shown in");
        table.Property(one => one.MadeAt).Holds("when it was made");
        table.Property(one => one.IsOpen).Holds("whether its code lets anybody in");
        table.Property(one => one.AsksTeacher).Holds("whether those who join wait for the teacher");
        table.Property(one => one.ArchivedAt).Holds("when it was put away");
        table.Property(one => one.NextNumber).Holds("the card number the next student gets");
    }
}
