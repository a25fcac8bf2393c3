namespace LastTrainHome.Store;

/// <summary>An edition that was published once. Its files are kept, so that it can be read again on any machine.</summary>
public sealed class RecordedEdition
{
    /// <summary>The hash of its files: 64 lower-case hexadecimal digits.</summary>
    public required string Id { get; init; }

    public required DateTime RecordedAt { get; init; }
    public required EditionOrigin Origin { get; init; }
    public required int Pages { get; init; }

    /// <summary>Numbers bound to a row, without calculated changes.</summary>
    public required int BoundNumbers { get; init; }

    public required int CalculatedNumbers { get; init; }
    public required int PlainNumbers { get; init; }

    public List<EditionFile> Files { get; init; } = [];
}

/// <summary>One file of an edition.</summary>
public sealed class EditionFile
{
    public required string EditionId { get; init; }

    /// <summary>Relative to the content folder, with forward slashes.</summary>
    public required string Path { get; init; }

    public required string BlobHash { get; init; }
}

/// <summary>A file's bytes, kept once however many editions hold it.</summary>
public sealed class Blob
{
    /// <summary>SHA-256 of the bytes as they were: 64 lower-case hexadecimal digits.</summary>
    public required string Hash { get; init; }

    public required byte[] Bytes { get; init; }

    /// <summary>Whether <see cref="Bytes"/> are compressed (Brotli).</summary>
    public required bool IsCompressed { get; init; }
}

/// <summary>How an edition was published.</summary>
public enum EditionOrigin
{
    /// <summary>The site started and found its content folder changed.</summary>
    Start,

    /// <summary>A file of the content folder was saved while the site ran.</summary>
    Watch,

    /// <summary>The verb <c>publish</c>, which a git hook calls too.</summary>
    Publish,

    /// <summary>The verb <c>editions use</c>: somebody went back, or forward again.</summary>
    Use,
}
