using LastTrainHome.Classroom;
using LastTrainHome.Store;

namespace LastTrainHome.UseCases;

/// <summary>A teacher's own, and nobody else's: every page for teachers begins here.</summary>
internal static class TeacherScope
{
    /// <summary>Why nothing is changed in a class that was put away.</summary>
    public const string Archived = "This class is archived, so nothing in it can be changed. Take it out of the archive first.";

    public static IQueryable<Class> ClassesOf(this StudyDb db, Guid teacher) => db.Classes.Where(one => one.TeacherId == teacher);

    public static IQueryable<Assignment> AssignmentsOf(this StudyDb db, Guid teacher) =>
        db.Assignments.Where(assignment => db.Classes.Any(one => one.Id == assignment.ClassId && one.TeacherId == teacher));
}

/// <summary>What stands at the head of each page about one class.</summary>
/// <param name="Part">Which of its pages this is: <c>""</c>, <c>/students</c>, <c>/cards</c>; null for a page below them.</param>
/// <param name="Title">This page's heading; the class's name where it is null.</param>
public sealed record ClassHead(Class Class, string? Part, string? Title = null);

/// <summary>A student as lists show one: the number, the name chosen, and a place for the name only the teacher's browser knows.</summary>
public sealed record Who(int Number, string Pseudonym);
