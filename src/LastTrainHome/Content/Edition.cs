using LastTrainHome.Library;

namespace LastTrainHome.Content;

/// <summary>A content folder, read and checked: its pages, and every mistake in it.</summary>
/// <param name="Id">The hash of all its files' paths and bytes: 64 lower-case hexadecimal digits (SHA-256).</param>
/// <param name="Files">The files it was made from, by path.</param>
/// <param name="Pages">Every page that is not a draft, the documentary first, then by kind and position, numbered from 1. Empty where the edition is not sound.</param>
/// <param name="Problems">What is wrong, by file and line; empty when it can be published.</param>
public sealed record Edition(string Id, IReadOnlyList<ContentFile> Files, IReadOnlyList<Page> Pages, IReadOnlyList<Problem> Problems)
{
    public bool IsSound => Problems.Count == 0;

    /// <summary>How many pages, numbers and reasons there are.</summary>
    public required Counts Counts { get; init; }
}

/// <summary>One file of a content folder.</summary>
/// <param name="Path">Relative to the folder, with forward slashes.</param>
/// <param name="Bytes">As they are on disk.</param>
/// <param name="Hash">SHA-256 of the bytes, 64 lower-case hexadecimal digits.</param>
public sealed record ContentFile(string Path, ReadOnlyMemory<byte> Bytes, string Hash);

/// <summary>What <c>check --counts</c> tells.</summary>
/// <param name="Pages">How many pages of each kind, drafts left out.</param>
/// <param name="Bound">Numbers held to a row.</param>
/// <param name="Calculated">Changes counted from two rows.</param>
/// <param name="Plain">Numbers an editor let stand, each with its reason.</param>
public sealed record Counts(IReadOnlyDictionary<PageKind, int> Pages, int Bound, int Calculated, IReadOnlyList<PlainNumber> Plain);

/// <summary>A number an editor let stand without a row.</summary>
public sealed record PlainNumber(string Path, int Line, int Column, string Words, string Reason);
