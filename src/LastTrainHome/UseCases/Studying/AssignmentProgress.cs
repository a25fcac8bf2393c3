using LastTrainHome.Classroom;

namespace LastTrainHome.UseCases.Studying;

/// <summary>An assignment as one student goes through it: every item in order, and how far they are.</summary>
public sealed class AssignmentProgress
{
    public required int Id { get; init; }
    public required string Title { get; init; }

    /// <summary>What the teacher says about it, rendered and safe; empty where that was not asked for.</summary>
    public required string InstructionsHtml { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime DueAt { get; init; }

    /// <summary>UTC; null: it stays open.</summary>
    public required DateTime? ClosesAt { get; init; }

    /// <summary>The name of the class it was set to.</summary>
    public required string Class { get; init; }

    /// <summary>The class's time zone (IANA), in which its times are shown.</summary>
    public required string Zone { get; init; }

    /// <summary>Whether the class was archived.</summary>
    public required bool IsArchived { get; init; }

    /// <summary>When this was read, UTC.</summary>
    public required DateTime Now { get; init; }

    public required IReadOnlyList<ItemProgress> Items { get; init; }

    /// <summary>Whether work may still be handed in.</summary>
    public bool IsOpen => !IsArchived && (ClosesAt is null || Now < ClosesAt);

    public bool IsLate => Now > DueAt;
    public int Left => Items.Count(item => !item.State.IsFinished());
    public bool IsDone => Left == 0;

    /// <summary>How many comments the student has not seen.</summary>
    public int NewComments => Items.Sum(item => item.NewComments);

    /// <summary>What is to be done on one page of the site.</summary>
    public IEnumerable<ItemProgress> On(string path) => Items.Where(item => item.Path == path);

    /// <summary>The question, if it belongs to this assignment; else null.</summary>
    public ItemProgress? Question(string id) => Items.FirstOrDefault(item => item.QuestionId == id);

    /// <summary>The next thing to do on another page: the first unfinished one after this page, else the first of all; or null.</summary>
    public ItemProgress? NextFrom(string path)
    {
        var last = Items.Count;
        while (last > 0 && Items[last - 1].Path != path)
            last--;
        return Items.Skip(last).Concat(Items).FirstOrDefault(item => !item.State.IsFinished() && item.Path is not null && item.Path != path);
    }
}

/// <summary>One thing to do: read a page, or answer a question.</summary>
/// <param name="Id">The item's number.</param>
/// <param name="Assignment">The number of the assignment it belongs to.</param>
/// <param name="PageKey">The page it was set on: <c>sections/no-seats</c>.</param>
/// <param name="QuestionId">The question to answer; null: the page is to be read.</param>
/// <param name="Words">The page's title or the question's words when it was set.</param>
/// <param name="At">When it was ticked or handed in, UTC; null while it is not.</param>
/// <param name="Page">The address of the page it stands on now; null where the library has it no longer.</param>
public sealed record ItemProgress(
    int Id, int Assignment, string PageKey, string? QuestionId, string Words, ItemState State, DateTime? At, string? Page)
{
    /// <summary>What was written to a question, with its comments; null where nothing was, or where answers were not asked for.</summary>
    public Answer? Answer { get; init; }

    /// <summary>What the student wrote to the same question outside any assignment; null where nothing was, or where answers were not asked for.</summary>
    public Answer? Earlier { get; init; }

    /// <summary>How many comments the student has not seen.</summary>
    public int NewComments { get; init; }

    public bool IsQuestion => QuestionId is not null;

    /// <summary>The page's path, without the fragment of an event.</summary>
    public string? Path => Page?.Split('#')[0];
}
