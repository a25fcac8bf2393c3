namespace LastTrainHome.Citations;

/// <summary>A mistake in a CSL-JSON file.</summary>
/// <param name="Line">Counted from 1.</param>
/// <param name="Column">Counted from 1 in UTF-16 code units.</param>
/// <param name="Kind">What is wrong.</param>
/// <param name="Message">One sentence for the person who edits the file.</param>
public sealed record CslError(int Line, int Column, CslErrorKind Kind, string Message)
{
    /// <summary>For an unknown type, the word as written, so that the caller can suggest one of <see cref="SourceList.Types"/>; else null.</summary>
    public string? UnknownType { get; init; }
}

/// <summary>What can be wrong with a CSL-JSON file.</summary>
public enum CslErrorKind
{
    /// <summary>The file is not JSON, or not a list of objects.</summary>
    NotCsl,
    MissingId,
    DuplicateId,
    MissingTitle,

    /// <summary>The type is missing or is not one of CSL's.</summary>
    InvalidType,

    /// <summary>A field is repeated or its value has the wrong form.</summary>
    InvalidField,
    InvalidUrl,

    /// <summary>The id contains characters that a citation cannot.</summary>
    InvalidId,
}
