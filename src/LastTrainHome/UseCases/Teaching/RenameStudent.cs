using LastTrainHome.Classroom;
using LastTrainHome.Store;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.UseCases.Teaching;

/// <summary>Gives a student another name in the class.</summary>
public sealed class RenameStudent(StudyStore store)
{
    /// <returns>What became of it; and why the name was refused, if it was.</returns>
    public Task<(ClassChange Change, Refusal? Refusal)> RenameAsync(Guid teacher, int ofClass, int number, string? pseudonym)
    {
        var (problem, key) = (Pseudonym.Problem(pseudonym), Pseudonym.Key(pseudonym));
        return store.WriteAsync<(ClassChange, Refusal?)>(async db =>
        {
            if (await db.FindStudentAsync(teacher, ofClass, number) is not { } found)
                return (ClassChange.NotFound, null);
            if (found.Class.IsArchived)
                return (ClassChange.Archived, null);
            if (problem is not null)
                return (ClassChange.Done, new(problem, "pseudonym"));
            if (await db.Students.AnyAsync(other => other.ClassId == ofClass && other.Id != found.Student.Id && other.PseudonymKey == key))
                return (ClassChange.Done, new("Somebody in this class has that name already. Choose another.", "pseudonym"));
            found.Student.Rename(pseudonym!);
            return (ClassChange.Done, null);
        });
    }
}
