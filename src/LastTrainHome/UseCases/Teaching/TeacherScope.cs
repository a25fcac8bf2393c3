using LastTrainHome.Classroom;
using LastTrainHome.Store;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.UseCases.Teaching;

/// <summary>What became of a change that a teacher asked for.</summary>
public enum ClassChange
{
    Done,

    /// <summary>The teacher has no such class, or the class no such student, assignment or answer.</summary>
    NotFound,

    /// <summary>The class is archived: nothing in it is changed.</summary>
    Archived,
}

/// <summary>What is a teacher's own: every query for teachers begins here.</summary>
public static class TeacherScope
{
    /// <summary>Why nothing is changed in an archived class.</summary>
    public const string Archived = "This class is archived, so nothing in it can be changed. Take it out of the archive first.";

    internal static IQueryable<Class> ClassesOf(this StudyDb db, Guid teacher) => db.Classes.Where(one => one.TeacherId == teacher);

    internal static IQueryable<Assignment> AssignmentsOf(this StudyDb db, Guid teacher) =>
        db.Assignments.Where(assignment => db.Classes.Any(one => one.Id == assignment.ClassId && one.TeacherId == teacher));

    /// <summary>Changes a class of the teacher's.</summary>
    internal static Task<ClassChange> ChangeClassAsync(
        this StudyStore store, Guid teacher, int ofClass, Func<StudyDb, Class, Task<ClassChange>> change, bool evenArchived = false) =>
        store.WriteAsync(async db =>
            await db.ClassesOf(teacher).SingleOrDefaultAsync(one => one.Id == ofClass) is not { } found ? ClassChange.NotFound
            : found.IsArchived && !evenArchived ? ClassChange.Archived
            : await change(db, found));

    /// <summary>Changes a student of a class of the teacher's.</summary>
    internal static Task<ClassChange> ChangeStudentAsync(
        this StudyStore store, Guid teacher, int ofClass, int number, Func<StudyDb, Student, Task<ClassChange>> change) =>
        store.WriteAsync(async db =>
            await db.FindStudentAsync(teacher, ofClass, number) is not { } found ? ClassChange.NotFound
            : found.Class.IsArchived ? ClassChange.Archived
            : await change(db, found.Student));

    /// <summary>A student of a class of the teacher's, with the class; null when there is none.</summary>
    internal static async Task<(Class Class, Student Student)?> FindStudentAsync(this StudyDb db, Guid teacher, int ofClass, int number) =>
        await db.ClassesOf(teacher).SingleOrDefaultAsync(one => one.Id == ofClass) is { } found
        && await db.Students.SingleOrDefaultAsync(student => student.ClassId == ofClass && student.Number == number) is { } student
            ? (found, student)
            : null;
}
