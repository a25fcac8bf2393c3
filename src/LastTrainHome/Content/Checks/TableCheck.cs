using LastTrainHome.Content.Tables;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace LastTrainHome.Content.Checks;

/// <summary>Checks tables in the text.</summary>
internal static class TableCheck
{
    /// <summary>Checks that every row has as many cells as the header. Markdown fills and cuts such rows without a word.</summary>
    public static void Check(PageChecker checker, Table table)
    {
        var (line, column) = checker.Page.Source.At(checker.Page.BodyStart + table.Span.Start);
        var last = checker.Page.Source.At(checker.Page.BodyStart + table.Span.End).Line;
        var width = DataTable.Cells(checker.Page.Source, line, column - 1).Cells.Count;
        for (line++; line <= last; line++)
            if (DataTable.Cells(checker.Page.Source, line, Quoted(checker.Page.Source.Line(line))) is var row && row.Cells.Count != width)
                checker.Problems.Add(checker.Page.Source.Problem(row.Offset, "TABLE001", $"This row has {row.Cells.Count} cells, the header {width}."));
    }

    // How many characters of a line only say that it is in a quote.
    private static int Quoted(ReadOnlySpan<char> line) => line.Length - line.TrimStart(" \t>").Length;

    /// <summary>Reports a paragraph that looks like a table and was not parsed as one.</summary>
    public static void CheckUnread(PageChecker checker, LeafBlock leaf)
    {
        var line = checker.Page.Source.At(checker.Page.BodyStart + leaf.Span.Start).Line;
        var last = checker.Page.Source.At(checker.Page.BodyStart + leaf.Span.End).Line;
        for (; line <= last; line++)
        {
            if (!DataTable.IsDelimiter(checker.Page.Source.Line(line)))
                continue;
            checker.Problems.Add(new(checker.Page.Path, line, 1, "TABLE002", "This table is not read as one: each of its lines needs a '|', and the header as many cells as this line."));
            return;
        }
    }
}
