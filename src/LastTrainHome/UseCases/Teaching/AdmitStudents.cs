using LastTrainHome.Store;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.UseCases.Teaching;

/// <summary>Lets in those who wait to join a class, or declines them.</summary>
public sealed class AdmitStudents(StudyStore store)
{
    public Task<ClassChange> LetInAsync(Guid teacher, int ofClass, int number) => store.ChangeStudentAsync(teacher, ofClass, number, (_, student) =>
    {
        student.IsWaiting = false;
        return Task.FromResult(ClassChange.Done);
    });

    public Task<ClassChange> LetAllInAsync(Guid teacher, int ofClass) => store.ChangeClassAsync(teacher, ofClass, async (db, _) =>
    {
        await db.Students.Where(student => student.ClassId == ofClass && student.IsWaiting && student.LeftAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(student => student.IsWaiting, false));
        return ClassChange.Done;
    });

    /// <summary>Declines a student. They have done nothing here, so nothing of the account stays, unless it has a place in another class.</summary>
    public Task<ClassChange> DeclineAsync(Guid teacher, int ofClass, int number) => store.ChangeStudentAsync(teacher, ofClass, number, async (db, student) =>
    {
        if (!student.IsWaiting)
            return ClassChange.NotFound;
        await db.EraseAsync(student);
        return ClassChange.Done;
    });
}
