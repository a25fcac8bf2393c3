namespace LastTrainHome.Store;

/// <summary>What a reader says is wrong. It holds nothing of the sender but what they wrote, signed in or not.</summary>
public sealed class Report
{
    /// <summary>How long it is kept how to reach a reader, however long the report stays open.</summary>
    public static readonly TimeSpan ContactStays = TimeSpan.FromDays(90);

    /// <summary>How long a report is kept after it was closed.</summary>
    public static readonly TimeSpan ClosedStays = TimeSpan.FromDays(365);

    public const int MaxPage = 1_000;
    public const int MaxText = 4_000;
    public const int MaxSource = 1_000;
    public const int MaxContact = 200;
    public const int MaxNote = 500;

    /// <summary>Also the number the reader is told.</summary>
    public int Id { get; init; }

    /// <summary>The page's path as the reader named it, <c>/sections/no-seats</c>; null where it is about no page in particular.</summary>
    public string? Page { get; init; }

    /// <summary>The edition that readers got when it was sent.</summary>
    public required string Edition { get; init; }

    /// <summary>What is wrong.</summary>
    public required string Text { get; init; }

    /// <summary>Where the reader knows it from.</summary>
    public string? Source { get; init; }

    /// <summary>How to reach the reader: personal data, gone when the report is closed or <see cref="ContactStays"/> is over.</summary>
    public string? Contact { get; set; }

    public required DateTime SentAt { get; init; }
    public ReportState State { get; private set; }

    /// <summary>The editor who closed it; null as well when that account has been deleted.</summary>
    public Guid? ClosedBy { get; private set; }

    public DateTime? ClosedAt { get; private set; }

    /// <summary>What the editor says about it.</summary>
    public string? Note { get; private set; }

    /// <summary>Closes it. Nobody will write to the reader now, so how to reach them is erased.</summary>
    public void Close(ReportState outcome, string? note, Guid by, DateTime at) =>
        (State, Note, ClosedBy, ClosedAt, Contact) = (outcome, note, by, at, null);

    /// <summary>Takes back that it was closed. The note stays, and the contact does not come back.</summary>
    public void Reopen() => (State, ClosedBy, ClosedAt) = (ReportState.Open, null, null);
}

/// <summary>What has become of a report.</summary>
public enum ReportState
{
    /// <summary>An editor has yet to look.</summary>
    Open,

    /// <summary>The reader was right, and the study has been corrected.</summary>
    Mended,

    NotAMistake,
}

/// <summary>The words for a report's state, on screen and in files.</summary>
public static class ReportStates
{
    public static string Name(this ReportState state) => state switch
    {
        ReportState.Open => "open",
        ReportState.Mended => "mended",
        ReportState.NotAMistake => "not a mistake",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
