using System.Text.RegularExpressions;
using LastTrainHome.Content.Files;

namespace LastTrainHome.Content.Tables;

/// <summary>One cell of a data table, and where in the file it stands.</summary>
internal readonly record struct DataCell(string Text, int Offset);

/// <summary>One line of a data table.</summary>
internal sealed record DataRow(IReadOnlyList<DataCell> Cells, int Offset);

/// <summary>The pipe table at the end of a statistics file, read line by line: Markdown's own tables forgive too much to be the judge of data.</summary>
/// <param name="Header">The header cells.</param>
/// <param name="Rows">The rows under the delimiter line.</param>
/// <param name="Start">Where in the file it begins.</param>
/// <param name="End">Where in the file it ends.</param>
internal sealed partial record DataTable(DataRow Header, IReadOnlyList<DataRow> Rows, int Start, int End)
{
    /// <summary>The last table of a file, or null where there is none.</summary>
    public static DataTable? Find(SourceText source, int from)
    {
        var first = source.At(from).Line;
        for (var line = source.Lines; line > first; line--)
        {
            if (!IsDelimiter(source.Line(line)) || !source.Line(line - 1).Contains('|'))
                continue;
            var rows = new List<DataRow>();
            var last = line;
            while (last < source.Lines && !source.Line(last + 1).IsWhiteSpace())
                rows.Add(Cells(source, ++last));
            return new(Cells(source, line - 1), rows, source.Start(line - 1), last < source.Lines ? source.Start(last + 1) : source.Text.Length);
        }

        return null;
    }

    /// <summary>Whether a line is the one under a table's header: <c>| --- | ---: |</c>.</summary>
    public static bool IsDelimiter(ReadOnlySpan<char> line) => line.Length < 10_000 && line.Contains('-') && line.Contains('|') && Delimiter().IsMatch(line);

    /// <summary>The cells of one line of a pipe table.</summary>
    /// <param name="source">The file.</param>
    /// <param name="line">The line, from 1.</param>
    /// <param name="from">How many characters of it come before the table: the mark of a list or a quote.</param>
    public static DataRow Cells(SourceText source, int line, int from = 0)
    {
        var text = source.Line(line)[from..];
        var start = source.Start(line) + from;
        var cells = new List<DataCell>();
        var at = 0;
        var lead = text.Length - text.TrimStart().Length;
        if (lead < text.Length && text[lead] == '|')
            at = lead + 1;
        while (at <= text.Length)
        {
            var end = at;
            while (end < text.Length && (text[end] != '|' || (end > 0 && text[end - 1] == '\\')))
                end++;
            var cell = text[at..end];
            // What follows a closing pipe is no cell.
            if (end == text.Length && cell.IsWhiteSpace() && cells.Count > 0)
                break;
            var trimmed = cell.Trim();
            var offset = trimmed.Length == 0 ? at : at + cell.Length - cell.TrimStart().Length;
            cells.Add(new(trimmed.ToString().Replace("\\|", "|", StringComparison.Ordinal), start + offset));
            at = end + 1;
        }

        return new(cells, start + lead);
    }

    [GeneratedRegex(@"\A\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*\z", RegexOptions.NonBacktracking)]
    private static partial Regex Delimiter();
}
