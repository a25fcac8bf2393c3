using LastTrainHome.Store;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.UseCases.Studying;

/// <summary>Notes that a student has seen what was said about an answer.</summary>
public sealed class MarkCommentsSeen(StudyStore store, TimeProvider clock)
{
    /// <param name="until">When the newest comment was written that the student was shown, UTC: a newer one is still new.</param>
    /// <returns>False when the answer is not the student's.</returns>
    public Task<bool> MarkAsync(Guid student, int answer, DateTime until)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return store.WriteAsync(async db =>
        {
            if (!await db.Answers.AnyAsync(one => one.Id == answer && one.AccountId == student))
                return false;
            await db.Comments.Where(comment => comment.AnswerId == answer && comment.SeenAt == null && comment.At <= until)
                .ExecuteUpdateAsync(set => set.SetProperty(comment => comment.SeenAt, now));
            return true;
        });
    }
}
