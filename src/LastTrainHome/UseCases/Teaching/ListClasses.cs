using LastTrainHome.Store;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.UseCases.Teaching;

/// <summary>A teacher's classes.</summary>
public sealed class ListClasses(StudyStore store)
{
    /// <summary>The newest first, archived ones last.</summary>
    public async Task<List<ListedClass>> ListAsync(Guid teacher, CancellationToken cancel)
    {
        await using var db = store.Read();
        return await db.ClassesOf(teacher)
            .OrderBy(one => one.ArchivedAt != null).ThenByDescending(one => one.Id)
            .Select(one => new ListedClass(one.Id, one.Name, one.Code, one.TimeZone, one.IsOpen, one.ArchivedAt != null,
                one.Students.Count(student => student.LeftAt == null && !student.IsWaiting && !student.IsUnclaimed),
                one.Students.Count(student => student.IsWaiting),
                one.Assignments.Count(assignment => assignment.WithdrawnAt == null)))
            .ToListAsync(cancel);
    }

    /// <summary>The code of a class of the teacher's; null when there is none.</summary>
    public async Task<string?> CodeOfAsync(Guid teacher, int ofClass, CancellationToken cancel)
    {
        await using var db = store.Read();
        return await db.ClassesOf(teacher).Where(one => one.Id == ofClass).Select(one => one.Code).SingleOrDefaultAsync(cancel);
    }
}

/// <summary>A class in its teacher's list.</summary>
/// <param name="Students">How many are in.</param>
/// <param name="Waiting">How many wait to be let in.</param>
/// <param name="Assignments">How many assignments stand.</param>
public sealed record ListedClass(
    int Id, string Name, string Code, string Zone, bool IsOpen, bool IsArchived, int Students, int Waiting, int Assignments);
