namespace LastTrainHome.Library;

/// <summary>One mistake in the content, said so that an editor can mend it: where it stands, what it is, what to do.</summary>
/// <param name="Path">The file, relative to the content folder, with forward slashes: <c>sections/03-no-seats.md</c>.</param>
/// <param name="Line">Counted from 1.</param>
/// <param name="Column">Counted from 1 in UTF-16 code units; a tab is one.</param>
/// <param name="Code">The code under which <c>docs/writing.md</c> explains it: <c>LINK001</c>.</param>
/// <param name="Message">One sentence, with the nearest right spelling where there is one.</param>
public sealed record Problem(string Path, int Line, int Column, string Code, string Message)
{
    /// <summary>The line compilers print and editors' tools understand.</summary>
    public override string ToString() => $"{Path}({Line},{Column}): error {Code}: {Message}";
}
