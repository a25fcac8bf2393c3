namespace LastTrainHome.Citations;

/// <summary>An error in a CSL-JSON file.</summary>
/// <param name="Line">Counted from 1.</param>
/// <param name="Column">Counted from 1 in UTF-16 code units.</param>
/// <param name="Code">Which kind of error it is: <c>SRC005</c>.</param>
/// <param name="Message">One sentence that says what is wrong and what to write.</param>
/// <param name="Misspelt">The word that should have been one of a few; null for other errors.</param>
public sealed record CslError(int Line, int Column, string Code, string Message, Misspelling? Misspelt = null);

/// <summary>A word that is none of those allowed in its place.</summary>
public sealed record Misspelling(string Written, IReadOnlyCollection<string> Allowed);
