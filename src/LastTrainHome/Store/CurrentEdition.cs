namespace LastTrainHome.Store;

/// <summary>Which edition readers get. The table has a single row, or none before the first edition.</summary>
public sealed class CurrentEdition
{
    public const int OnlyId = 1;

    public int Id { get; init; } = OnlyId;
    public required string EditionId { get; set; }
    public required DateTime Since { get; set; }
    public required EditionOrigin Origin { get; set; }
}

/// <summary>One move of the pointer. Moves are only added.</summary>
public sealed class EditionMove
{
    public int Id { get; init; }
    public required string EditionId { get; init; }
    public required DateTime At { get; init; }
    public required EditionOrigin Origin { get; init; }

    /// <summary>The content folder it came from, as a full path; null where it came from none.</summary>
    public string? Folder { get; init; }
}
