using LastTrainHome.Library;
using LastTrainHome.Store;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.UseCases.Studying;

/// <summary>Sets a student's own tick: I have read this page; or takes it away.</summary>
public sealed class MarkPageRead(StudyStore store, LibraryDb library, TimeProvider clock)
{
    private static readonly Refusal Closed = new("This assignment is closed, so nothing in it can be ticked any more.");

    /// <param name="item">The item of the assignment, a page to read.</param>
    public async Task<MarkedPage> MarkAsync(Guid student, int assignment, int item, bool isRead)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (key, refusal) = await store.WriteAsync<(string?, Refusal?)>(async db =>
        {
            var found = await (
                from set in db.AssignmentsFor(student, now)
                where set.Id == assignment
                from one in set.Items
                where one.Id == item && one.QuestionId == null
                join ofClass in db.Classes on set.ClassId equals ofClass.Id
                select new { one.PageKey, IsClosed = ofClass.ArchivedAt != null || set.ClosesAt != null && set.ClosesAt <= now }).SingleOrDefaultAsync();
            if (found is null)
                return (null, null);
            if (found.IsClosed)
                return (found.PageKey, Closed);

            var page = found.PageKey;
            var tick = await db.PagesRead.SingleOrDefaultAsync(read => read.AccountId == student && read.AssignmentId == assignment && read.PageKey == page);
            if (isRead && tick is null)
                db.PagesRead.Add(new() { AccountId = student, AssignmentId = assignment, PageKey = page, At = now });
            else if (!isRead && tick is not null)
                db.PagesRead.Remove(tick);
            return (page, null);
        });
        var stands = key is null ? null : await library.Pages.Where(page => page.Key == key).Select(page => new { page.Kind, page.Slug }).SingleOrDefaultAsync();
        return new(key is not null, stands?.Kind.Address(stands.Slug).Split('#')[0], refusal);
    }
}

/// <summary>What became of a tick.</summary>
/// <param name="IsFound">Whether the student has such a page to read.</param>
/// <param name="Path">The path of the page; null where the library has it no longer.</param>
/// <param name="Refusal">Why nothing was changed; null when it was.</param>
public sealed record MarkedPage(bool IsFound, string? Path, Refusal? Refusal);
