using LastTrainHome.Classroom;
using LastTrainHome.Library;
using LastTrainHome.Store;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.UseCases.Teaching;

/// <summary>What a teacher has before them when they assign something, or change what they assigned.</summary>
public sealed class PrepareAssignment(StudyStore store, LibraryDb library)
{
    /// <summary>For something new.</summary>
    /// <param name="page">The key of the page from which the teacher assigns; empty for none.</param>
    /// <returns>Null where there is no such page.</returns>
    public async Task<PreparedAssignment?> NewAsync(Guid teacher, string page, CancellationToken cancel)
    {
        await using var db = store.Read();
        var classes = await db.ClassesOf(teacher).Where(one => one.ArchivedAt == null).OrderByDescending(one => one.Id)
            .Select(one => new AssignableClass(one.Id, one.Name, one.TimeZone, false)).ToListAsync(cancel);
        var content = await AssignableContent.ReadAsync(library, cancel);
        var first = await content.DefaultsAsync(library, page, cancel);
        return page.Length == 0 || first.Count > 0 ? new(null, classes, content, first, new Dictionary<string, int>()) : null;
    }

    /// <summary>For an assignment of the teacher's; null where there is none.</summary>
    public async Task<PreparedAssignment?> ExistingAsync(Guid teacher, int assignment, CancellationToken cancel)
    {
        await using var db = store.Read();
        var rows = await (
            from set in db.AssignmentsOf(teacher)
            where set.Id == assignment
            join ofClass in db.Classes on set.ClassId equals ofClass.Id
            from item in set.Items
            orderby item.Position
            select new
            {
                Assignment = set,
                Class = new AssignableClass(ofClass.Id, ofClass.Name, ofClass.TimeZone, ofClass.ArchivedAt != null),
                Item = item,
                Work = item.QuestionId != null
                    ? db.Answers.Count(answer => answer.AssignmentId == set.Id && answer.QuestionId == item.QuestionId)
                    : db.PagesRead.Count(read => read.AssignmentId == set.Id && read.PageKey == item.PageKey),
            }).ToListAsync(cancel);
        if (rows.Count == 0)
            return null;

        var content = await AssignableContent.ReadAsync(library, cancel);
        return new(
            rows[0].Assignment,
            [rows[0].Class],
            content,
            rows.ConvertAll(row => content.Find(AssignableContent.KeyOf(row.Item))
                ?? new(AssignableContent.KeyOf(row.Item), row.Item.Words, row.Item.PageKey, row.Item.QuestionId, null)),
            rows.Where(row => row.Work > 0).ToDictionary(row => AssignableContent.KeyOf(row.Item), row => row.Work));
    }
}

/// <summary>What can be assigned, and to whom.</summary>
/// <param name="Assignment">What is changed; null when something new is assigned.</param>
/// <param name="Classes">The classes to choose from, the newest first; the assignment's own where it is changed.</param>
/// <param name="First">What stands at the head of the list; everything else is under <paramref name="Content"/>.</param>
/// <param name="Work">How many answers or ticks there are for an item, by its key; items without any are left out.</param>
public sealed record PreparedAssignment(
    Assignment? Assignment,
    IReadOnlyList<AssignableClass> Classes,
    AssignableContent Content,
    IReadOnlyList<AssignableItem> First,
    IReadOnlyDictionary<string, int> Work);

/// <summary>A class that something can be assigned to.</summary>
/// <param name="Zone">The IANA name of its time zone.</param>
public sealed record AssignableClass(int Id, string Name, string Zone, bool IsArchived);
