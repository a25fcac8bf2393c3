using System.Text.RegularExpressions;
using LastTrainHome.Content.FrontMatter;
using LastTrainHome.Library;

namespace LastTrainHome.Content.Tables;

/// <summary>The columns of a statistic: those front matter describes, and those the table's header names.</summary>
internal static partial class StatisticHeader
{
    private static readonly string[] Narrowed = ["status", "source", "note"];
    private static readonly string[] RowWords = ["label", "date", "unit", "definition"];

    /// <summary>Reads the columns that front matter describes.</summary>
    public static List<Series> ReadColumns(string key, Fields fields, Action<int, int, string, string> report)
    {
        var series = new List<Series>();
        if (fields.Find("columns") is not Pairs columns)
            return series;
        foreach (var (name, value) in columns.Items)
        {
            if (!ColumnName().IsMatch(name.Text) || Reserved(name.Text))
            {
                report(name.Line, name.Column, "KEY005", $"'{name.Text}' cannot name a column: use small letters, digits and hyphens, and not 'status', 'source' or another name the table keeps for itself.");
                continue;
            }

            if (value is not Pairs pairs)
            {
                report(value.Line, value.Column, "KEY004", $"The column '{name.Text}' must be a set of keys: label, counts, definition.");
                continue;
            }

            var column = Fields.Read(pairs, Keys.Column, report);
            series.Add(new()
            {
                StatisticKey = key,
                Name = name.Text,
                Position = series.Count,
                Label = column.Needed("label"),
                Counts = column.Needed("counts"),
                Definition = column.Needed("definition"),
                Unit = column.Text("unit") ?? fields.Needed("unit"),
            });
        }

        return series;
    }

    private static bool Reserved(string name) =>
        RowWords.Contains(name) || name is "period" or "category" or "name" || Narrowed.Any(word => name == word || name.StartsWith(word + "-", StringComparison.Ordinal));

    /// <summary>Reads the header cells of the table.</summary>
    /// <returns>What each column holds; null for a cell that names nothing known, whose values are skipped.</returns>
    public static List<string?> Read(DataTable table, StatisticShape shape, IReadOnlyList<Series> columns, Action<int, string, string> at)
    {
        var first = shape switch { StatisticShape.Series => "period", StatisticShape.Breakdown => "category", _ => "name" };
        var known = columns.Select(series => series.Name)
            .Concat(RowWords)
            .Concat(Narrowed)
            .Concat(Narrowed.SelectMany(word => columns.Select(series => $"{word}-{series.Name}")))
            .ToHashSet();
        var header = new List<string?>();
        foreach (var (cell, place) in table.Header.Cells.Select((cell, place) => (cell, place)))
        {
            if (place == 0)
            {
                if (cell.Text != first)
                    at(cell.Offset, "STAT003", $"The first column of this shape is headed '{first}'.");
                header.Add(first);
            }
            else if (header.Contains(cell.Text))
            {
                at(cell.Offset, "STAT003", $"The column '{cell.Text}' is there twice.");
                header.Add(null);
            }
            else if (known.Contains(cell.Text))
            {
                header.Add(cell.Text);
            }
            else
            {
                at(cell.Offset, "STAT003", $"'{cell.Text}' is no column of this file{Spelling.DidYouMean(cell.Text, known)}");
                header.Add(null);
            }
        }

        foreach (var missing in columns.Where(series => !header.Contains(series.Name)))
            at(table.Start, "STAT003", $"The table has no column '{missing.Name}', which front matter describes.");
        return header;
    }

    /// <summary>The form of a column's name, and of a row's where rows are no periods.</summary>
    [GeneratedRegex(@"\A[a-z][a-z0-9]*(-[a-z0-9]+)*\z")]
    public static partial Regex ColumnName();
}
