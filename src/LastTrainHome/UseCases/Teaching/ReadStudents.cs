using LastTrainHome.Classroom;
using LastTrainHome.Store;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.UseCases.Teaching;

/// <summary>Who is in a class.</summary>
public sealed class ReadStudents(StudyStore store)
{
    /// <summary>A class of the teacher's with all its students by number; null when there is none.</summary>
    public async Task<Class?> FindAsync(Guid teacher, int ofClass, CancellationToken cancel)
    {
        await using var db = store.Read();
        return await db.ClassesOf(teacher).Include(one => one.Students.OrderBy(student => student.Number)).SingleOrDefaultAsync(one => one.Id == ofClass, cancel);
    }
}
