using LastTrainHome.Store;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.UseCases.Teaching;

/// <summary>Withdraws an assignment, so that students no longer see it, and shows it again. Work done for it stays.</summary>
public sealed class WithdrawAssignment(StudyStore store, TimeProvider clock)
{
    public Task<ClassChange> WithdrawAsync(Guid teacher, int assignment) => ChangeAsync(teacher, assignment, clock.GetUtcNow().UtcDateTime);

    public Task<ClassChange> ShowAgainAsync(Guid teacher, int assignment) => ChangeAsync(teacher, assignment, null);

    private Task<ClassChange> ChangeAsync(Guid teacher, int assignment, DateTime? withdrawn) => store.WriteAsync(async db =>
    {
        if (await db.AssignmentsOf(teacher).SingleOrDefaultAsync(one => one.Id == assignment) is not { } found)
            return ClassChange.NotFound;
        if (await db.Classes.AnyAsync(one => one.Id == found.ClassId && one.ArchivedAt != null))
            return ClassChange.Archived;
        found.WithdrawnAt = withdrawn;
        return ClassChange.Done;
    });
}
