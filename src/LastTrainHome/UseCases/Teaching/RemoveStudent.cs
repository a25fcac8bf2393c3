using LastTrainHome.Classroom;
using LastTrainHome.Store;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.UseCases.Teaching;

/// <summary>Takes a student out of a class, and lets them back in. Their work stays.</summary>
public sealed class RemoveStudent(StudyStore store, TimeProvider clock)
{
    /// <summary>Removes a student; a card that nobody has used goes without a trace.</summary>
    public Task<ClassChange> RemoveAsync(Guid teacher, int ofClass, int number)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return store.ChangeStudentAsync(teacher, ofClass, number, async (db, student) =>
        {
            if (student.LeftAt is not null)
                return ClassChange.NotFound;
            if (student.IsUnclaimed)
                await db.EraseAsync(student);
            else
                student.LeftAt = now;
            return ClassChange.Done;
        });
    }

    public Task<ClassChange> ReturnAsync(Guid teacher, int ofClass, int number) => store.ChangeStudentAsync(teacher, ofClass, number, (_, student) =>
    {
        student.LeftAt = null;
        return Task.FromResult(ClassChange.Done);
    });
}

internal static class StudentErasure
{
    /// <summary>Takes somebody out of a class without a trace; a student's account goes too, unless it has a place in another class.</summary>
    public static async Task EraseAsync(this StudyDb db, Student student)
    {
        if (await db.HasOtherPlaceAsync(student))
            db.Students.Remove(student);
        else if (await db.Accounts.SingleAsync(account => account.Id == student.AccountId) is { Teaches: false, Edits: false, Owns: false } account)
            db.Accounts.Remove(account); // its sessions, its place and its work go with it
        else
            db.Students.Remove(student);
    }

    public static Task<bool> HasOtherPlaceAsync(this StudyDb db, Student student, CancellationToken cancel = default) =>
        db.Students.AnyAsync(other => other.AccountId == student.AccountId && other.Id != student.Id, cancel);
}
