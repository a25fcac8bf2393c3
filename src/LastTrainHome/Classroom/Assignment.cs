namespace LastTrainHome.Classroom;

/// <summary>Pages and questions set to a class, with the times between which they are done.</summary>
public sealed class Assignment
{
    public int Id { get; init; }
    public int ClassId { get; init; }
    public required string Title { get; set; }

    /// <summary>What the teacher says about it, in Markdown as typed.</summary>
    public string Instructions { get; set; } = "";

    /// <summary>The same, rendered and safe.</summary>
    public string InstructionsHtml { get; set; } = "";

    /// <summary>UTC; before it students do not see the assignment.</summary>
    public required DateTime OpensAt { get; set; }

    /// <summary>UTC; what is handed in after it is late.</summary>
    public required DateTime DueAt { get; set; }

    /// <summary>UTC; after it nothing can be handed in. Null: it stays open.</summary>
    public DateTime? ClosesAt { get; set; }

    /// <summary>The IANA name of the zone in which the teacher meant these times.</summary>
    public required string TimeZone { get; set; }

    public required DateTime MadeAt { get; init; }

    /// <summary>When the teacher withdrew it; null while it stands. Work done for it stays.</summary>
    public DateTime? WithdrawnAt { get; set; }

    public List<AssignmentItem> Items { get; init; } = [];

    public bool IsVisibleAt(DateTime now) => WithdrawnAt is null && OpensAt <= now;

    /// <summary>Whether work may still be handed in, late or not.</summary>
    public bool IsOpenAt(DateTime now) => IsVisibleAt(now) && (ClosesAt is null || now < ClosesAt);

    public bool IsLateAt(DateTime now) => now > DueAt;

    /// <summary>Why these times cannot stand, in a sentence for the teacher; or null.</summary>
    public static string? Problem(DateTime opens, DateTime due, DateTime? closes) =>
        due <= opens ? "It would be due before it opens."
        : closes < due ? "It would close before it is due."
        : null;
}

/// <summary>One thing to do: read a page, or answer a question on it.</summary>
public sealed class AssignmentItem
{
    public const int MaxWords = 2_000;

    public int Id { get; init; }
    public int AssignmentId { get; init; }
    public required int Position { get; set; }

    /// <summary>The page: <c>sections/no-seats</c>.</summary>
    public required string PageKey { get; init; }

    /// <summary>The question to answer; null: the page is to be read.</summary>
    public string? QuestionId { get; init; }

    /// <summary>The page's title or the question's words when it was set, for when the library no longer has them.</summary>
    public required string Words { get; set; }
}

/// <summary>A student's own tick: I have read this.</summary>
public sealed class PageRead
{
    public int Id { get; init; }
    public required Guid AccountId { get; init; }
    public required string PageKey { get; init; }

    /// <summary>For which assignment; null: outside any.</summary>
    public int? AssignmentId { get; init; }

    public required DateTime At { get; init; }
}
