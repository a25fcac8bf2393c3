using LastTrainHome.Classroom;
using LastTrainHome.Store;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.UseCases.Studying;

/// <summary>What a student may see of the store: every query for students begins here.</summary>
internal static class StudentScope
{
    /// <summary>What is set to a student. Somebody who waits to be let in, has left, or asks too early has nothing.</summary>
    public static IQueryable<Assignment> AssignmentsFor(this StudyDb db, Guid student, DateTime now) =>
        db.Assignments.Where(set => set.WithdrawnAt == null && set.OpensAt <= now
            && db.Students.Any(place => place.ClassId == set.ClassId && place.AccountId == student
                && place.LeftAt == null && !place.IsWaiting && !place.IsUnclaimed));

    /// <summary>Loads what was set aside of an answer, before more is: the same text is kept once, and no more than <see cref="Answer.MostSetAside"/>.
    /// A plain save needs none of it.</summary>
    public static Task LoadSetAsideAsync(this StudyDb db, Answer answer) => answer.Id == 0
        ? Task.CompletedTask
        : db.Entry(answer).Collection(one => one.Versions).Query().Where(version => version.IsAside).LoadAsync();
}
