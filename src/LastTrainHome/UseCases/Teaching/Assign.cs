using System.Globalization;
using LastTrainHome.Classroom;
using LastTrainHome.Store;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.UseCases.Teaching;

/// <summary>Assigns pages and questions to a class, or changes what was assigned.</summary>
public sealed class Assign(StudyStore store, TimeProvider clock)
{
    // Within which the very same form is a double click.
    private static readonly TimeSpan Repeated = TimeSpan.FromSeconds(10);

    /// <param name="prepared">What the teacher had to choose from.</param>
    public async Task<Assigned> AssignAsync(Guid teacher, PreparedAssignment prepared, AssignmentInput input)
    {
        var existing = prepared.Assignment;
        if (prepared.Classes.FirstOrDefault(one => one.Id == (existing?.ClassId ?? input.Class)) is not { } ofClass)
            return new(null, [new("Choose the class you set this to.", "Class")]);
        if (ofClass.IsArchived)
            return new(null, [new(TeacherScope.Archived)]);

        var now = clock.GetUtcNow().UtcDateTime;
        var checkedInput = new CheckedAssignment(prepared, ofClass, input, now);
        if (checkedInput.Refusals.Count > 0)
            return new(null, checkedInput.Refusals);

        var id = await store.WriteAsync(async db =>
        {
            var assignment = existing is null
                ? await FindRepeatedAsync(db, teacher, checkedInput, now)
                : await db.AssignmentsOf(teacher).Include(set => set.Items).SingleAsync(set => set.Id == existing.Id);
            if (existing is null && assignment is not null)
                return assignment;
            if (assignment is null)
                db.Assignments.Add(assignment = checkedInput.Create(now));
            checkedInput.ApplyTo(assignment);
            return assignment;
        });
        return new(id.Id, [])
        {
            Message = string.Join(' ', checkedInput.MovedTimes.Prepend(existing is null ? $"Set to {ofClass.Name}." : "Changed.")),
        };
    }

    private static async Task<Assignment?> FindRepeatedAsync(StudyDb db, Guid teacher, CheckedAssignment input, DateTime now) =>
        (await db.AssignmentsOf(teacher).Include(set => set.Items)
            .Where(set => set.ClassId == input.Class.Id && set.WithdrawnAt == null && set.MadeAt > now - Repeated).ToListAsync())
        .Find(input.IsSameAs);
}

/// <summary>What a teacher sends to assign something, as typed.</summary>
/// <param name="Class">The class; not asked for where an assignment is changed.</param>
/// <param name="Instructions">Markdown.</param>
/// <param name="Items">Keys of what is assigned, in order: <c>sections/no-seats</c>, <c>questions/who-is-counted</c>.</param>
/// <param name="Opens">By the class's clock, <c>2027-03-01T20:00</c>; empty: at once.</param>
/// <param name="Due">By the class's clock.</param>
/// <param name="Closes">By the class's clock; empty: it stays open.</param>
/// <param name="TakeOut">Whether the teacher knows that work was done for what is taken out.</param>
public sealed record AssignmentInput(
    int? Class, string? Title, string? Instructions, IReadOnlyList<string> Items, string? Opens, string? Due, string? Closes, bool TakeOut)
{
    public const int MaxTitle = 200;
    public const int MaxInstructions = 10_000;

    /// <summary>How an instant is typed: what a browser's field for date and time takes and sends.</summary>
    public static string Typed(DateTime utc, string zone) => ClassTime.ToLocal(utc, zone).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);
}

/// <summary>Whether something is assigned.</summary>
/// <param name="Id">The assignment; null when it was refused.</param>
public sealed record Assigned(int? Id, IReadOnlyList<Refusal> Refusals)
{
    /// <summary>What was done, in a sentence for the teacher, with what became of times that a clock shows twice or never.</summary>
    public string Message { get; init; } = "";
}
