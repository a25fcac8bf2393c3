using System.Globalization;
using System.Text.RegularExpressions;
using LastTrainHome.Content.Files;
using LastTrainHome.Content.FrontMatter;
using LastTrainHome.Library;

namespace LastTrainHome.Content.Tables;

/// <summary>What a statistics file holds: its columns, breaks and cells, read from front matter and table together.</summary>
internal sealed partial class StatisticTable
{
    private readonly Dictionary<string, Observation> cells = [];
    private readonly List<string> rows = [];

    private StatisticTable()
    {
    }

    public List<Series> Series { get; } = [];

    public List<Break> Breaks { get; } = [];

    public List<Observation> Observations { get; } = [];

    /// <summary>Keys of sources named in the table, with their places in the file.</summary>
    public List<(string Key, int Offset)> Mentions { get; } = [];

    /// <summary>Every fragment that leads to a cell.</summary>
    public IReadOnlyCollection<string> Fragments => cells.Keys;

    /// <summary>The fragments that lead to a row as a whole.</summary>
    public IReadOnlyCollection<string> Rows => rows;

    public Observation? Cell(string fragment) => cells.GetValueOrDefault(fragment);

    /// <summary>Whether counting changed in this column after one row and up to another.</summary>
    public bool CrossesBreak(string column, string from, string to) => Breaks.Exists(change => change.LiesBetween(rows, column, from, to));

    /// <summary>Reads a statistics file. All mistakes are reported; what is left is as good as can be had.</summary>
    public static StatisticTable Read(string key, Fields fields, DataTable? table, SourceText source, Action<int, int, string, string> report)
    {
        var read = new StatisticTable();
        void At(int offset, string code, string sentence)
        {
            var (line, column) = source.At(offset);
            report(line, column, code, sentence);
        }

        var shape = fields.Of<StatisticShape>("shape") ?? StatisticShape.Series;
        read.Series.AddRange(StatisticHeader.ReadColumns(key, fields, report));
        if (table is null)
        {
            report(source.Lines, 1, "STAT001", "There is no data table. It is the last thing in the file.");
            return read;
        }

        if (!source.Text.AsSpan(table.End).IsWhiteSpace())
        {
            var rest = table.End;
            while (char.IsWhiteSpace(source.Text[rest]))
                rest++;
            At(rest, "STAT012", "Nothing may follow the data table. Move this above it.");
        }

        var header = StatisticHeader.Read(table, shape, read.Series, At);
        read.TakeRows(key, fields, shape, table, header, At);
        read.TakeBreaks(key, fields, report);
        return read;
    }

    private void TakeRows(string key, Fields fields, StatisticShape shape, DataTable table, List<string?> header, Action<int, string, string> at)
    {
        var known = new HashSet<string>();
        foreach (var row in table.Rows)
        {
            if (row.Cells.Count != header.Count)
            {
                at(row.Offset, "STAT002", $"This row has {row.Cells.Count} cells, the header {header.Count}.");
                continue;
            }

            var name = row.Cells[0];
            if (shape == StatisticShape.Series ? !IsPeriod(name.Text) : !StatisticHeader.ColumnName().IsMatch(name.Text))
            {
                at(name.Offset, "STAT006", shape == StatisticShape.Series
                    ? $"'{name.Text}' is no period: 2008, 2008-01, 2008-01-26 or 2008-Q1."
                    : $"'{name.Text}' cannot name a row: use small letters, digits and hyphens.");
                continue;
            }

            if (!known.Add(name.Text))
            {
                at(name.Offset, "STAT004", $"'{name.Text}' is there twice.");
                continue;
            }

            rows.Add(name.Text);
            DataCell? Of(string column) => header.IndexOf(column) is >= 0 and var place ? row.Cells[place] : null;
            foreach (var series in Series)
                TakeCell(key, fields, name.Text, series, Of, at);
        }

        if (Series.Count == 1)
            foreach (var cell in Observations)
                cells.TryAdd(cell.Row, cell);
    }

    private void TakeCell(string key, Fields fields, string row, Series series, Func<string, DataCell?> of, Action<int, string, string> at)
    {
        if (of(series.Name) is not { } cell)
            return;
        DataCell? Narrow(string word) => of($"{word}-{series.Name}") is { Text.Length: > 0 } own ? own : of(word) is { Text.Length: > 0 } shared ? shared : null;
        string? Words(string word) => of(word) is { Text.Length: > 0 } words ? words.Text : null;

        double? value = null;
        if (cell.Text.Length > 0)
        {
            if (Value().IsMatch(cell.Text) && double.TryParse(cell.Text, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) && cell.Text.Length < 25)
                value = number;
            else
                at(cell.Offset, "STAT005", $"'{cell.Text}' is no number. Leave the cell empty for a gap.");
        }

        var status = ObservationStatus.Final;
        if (Narrow("status") is { } written && !Enum.TryParse(Capital(written.Text), out status))
            at(written.Offset, "STAT008", $"'{written.Text}' is no status: final, preliminary, forecast, calculated or quoted{Spelling.DidYouMean(written.Text, ["final", "preliminary", "forecast", "calculated", "quoted"])}");

        var note = Narrow("note");
        if (value is not null && status == ObservationStatus.Calculated && note is null)
            at(cell.Offset, "STAT009", "A calculated value shows its sum. Write it in a 'note' column.");

        if (Words("date") is { } date && !Fields.IsDate(date))
            at(of("date")!.Value.Offset, "KEY005", $"'{date}' is no date: 2008, 2008-01 or 2008-01-26.");

        var sources = new List<string>();
        if (Narrow("source") is { } named)
        {
            var offset = named.Offset;
            foreach (var part in named.Text.Split(';'))
            {
                var source = part.Trim();
                Mentions.Add((source, offset + part.Length - part.TrimStart().Length));
                sources.Add(PageKind.Source.Key(source));
                offset += part.Length + 1;
            }
        }
        else
        {
            sources.AddRange(fields.Texts("sources").Select(source => PageKind.Source.Key(source)));
        }

        if (value is not null && sources.Count == 0)
            at(cell.Offset, "STAT010", "This value has no source. Name one in a 'source' column, or for the whole file in front matter.");

        var observation = new Observation
        {
            StatisticKey = key,
            Row = row,
            Column = series.Name,
            Position = rows.Count - 1,
            Value = value,
            Written = value is null ? "" : cell.Text,
            Status = status,
            Label = Words("label"),
            Date = Words("date") ?? fields.Text("date"),
            Unit = Words("unit") ?? series.Unit,
            Definition = Words("definition"),
            Note = note?.Text,
            SourceKeys = sources,
        };
        Observations.Add(observation);
        if (!cells.TryAdd(observation.Fragment, observation))
            at(cell.Offset, "STAT004", $"'{observation.Fragment}' leads to two cells. Rename the row or the column.");
    }

    private void TakeBreaks(string key, Fields fields, Action<int, int, string, string> report)
    {
        if (fields.Find("breaks") is not Many breaks)
            return;
        foreach (var pairs in breaks.Items.OfType<Pairs>())
        {
            var change = Fields.Read(pairs, Keys.Break, report);
            if (change.Find("at") is Word at && !rows.Contains(at.Text))
                report(at.Line, at.Column, "STAT007", $"The table has no period '{at.Text}'{Spelling.DidYouMean(at.Text, rows)}");
            var names = Series.Select(series => series.Name).ToArray();
            foreach (var word in change.Words("columns").Where(word => !names.Contains(word.Text)))
                report(word.Line, word.Column, "STAT007", $"There is no column '{word.Text}'{Spelling.DidYouMean(word.Text, names)}");
            Breaks.Add(new()
            {
                StatisticKey = key,
                Position = Breaks.Count,
                At = change.Needed("at"),
                Columns = change.Texts("columns"),
                Note = change.Needed("note"),
            });
        }
    }

    private static string Capital(string text) => text.Length > 0 && char.IsAsciiLetterLower(text[0]) ? char.ToUpperInvariant(text[0]) + text[1..] : "?";

    private static bool IsPeriod(string text) => Fields.IsDate(text) || Quarter().IsMatch(text);

    [GeneratedRegex(@"\A[1-9][0-9]{3}-Q[1-4]\z")]
    private static partial Regex Quarter();

    [GeneratedRegex(@"\A-?([0-9]{1,3}(,[0-9]{3})+|[0-9]+)(\.[0-9]+)?\z")]
    private static partial Regex Value();
}
