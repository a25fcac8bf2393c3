using LastTrainHome.Store;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.UseCases.Studying;

/// <summary>Makes an earlier version of an answer the draft again. What stands now becomes a version.</summary>
public sealed class RestoreVersion(StudyStore store, TimeProvider clock)
{
    private static readonly RestoredVersion NotFound = new(false, null);
    private static readonly RestoredVersion Submitted = new(true, new("It has been handed in: take it back first, then restore."));
    private static readonly RestoredVersion Closed = new(true, new("This assignment is closed, so nothing in it can be changed."));
    private static readonly RestoredVersion Changed = new(true, new("The answer was changed in another tab meanwhile. Look again, then restore."));

    /// <param name="builtOn">The save of the answer that the student has seen.</param>
    public Task<RestoredVersion> RestoreAsync(Guid student, int answer, int version, int builtOn)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return store.WriteAsync(async db =>
        {
            var found = await db.Answers.SingleOrDefaultAsync(one => one.Id == answer && one.AccountId == student);
            var earlier = await db.AnswerVersions.AsNoTracking().SingleOrDefaultAsync(one => one.Id == version && one.AnswerId == answer);
            if (found is null || earlier is null)
                return NotFound;
            if (found.IsSubmitted)
                return Submitted;
            if (found.AssignmentId is { } assignment && !await db.AssignmentsFor(student, now).AnyAsync(set => set.Id == assignment
                && (set.ClosesAt == null || set.ClosesAt > now) && db.Classes.Any(one => one.Id == set.ClassId && one.ArchivedAt == null)))
                return Closed;
            return found.Restore(earlier, builtOn, now) ? new(true, null) : Changed;
        });
    }
}

/// <summary>Whether a version is the draft again.</summary>
/// <param name="IsFound">Whether the student has such an answer with such a version.</param>
/// <param name="Refusal">Why it is not restored; null when it is.</param>
public sealed record RestoredVersion(bool IsFound, Refusal? Refusal);
