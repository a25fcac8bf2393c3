using System.Globalization;
using LastTrainHome.Content.Checks;
using LastTrainHome.Content.Files;
using LastTrainHome.Content.Markdown.Links;
using LastTrainHome.Content.Numbers;
using LastTrainHome.Content.Tables;
using LastTrainHome.Library;
using Markdig.Syntax.Inlines;

namespace LastTrainHome.Content.Markdown.BoundNumbers;

/// <summary>A number found bound in a text, before the sentence it stands in is known.</summary>
internal sealed record Binding(LinkInline Link, string StatisticKey, string Row, string Column, string? FromRow, string Words, IReadOnlyList<string> Themes);

/// <summary>Checks that a number in the text agrees with the row it is bound to, and that no quantity stands without a row.</summary>
internal sealed class NumberCheck(PageChecker checker)
{
    public List<Binding> Bindings { get; } = [];

    /// <summary>Checks a link to a cell, or from one row to another.</summary>
    public void Check(LinkInline link, SourcePage target, StatisticTable table, string fragment, int at)
    {
        var ends = table.Cell(fragment) is null && fragment.Split("..") is [var first, var last] ? (From: (string?)first, To: last) : (From: null, To: fragment);
        if (table.Cell(ends.To) is not { } to)
        {
            checker.Report(at, "LINK002", table.Rows.Contains(ends.To)
                ? $"'{ends.To}' is a row of '{target.Path}'. Name the column too: {string.Join(" or ", table.Series.Select(series => $"'{ends.To}-{series.Name}'"))}."
                : $"'#{fragment}' leads to no cell of '{target.Path}'{Spelling.DidYouMean(ends.To, table.Fragments)}");
            return;
        }

        var from = ends.From is null ? null : table.Cell($"{ends.From}-{to.Column}") ?? table.Cell(ends.From);
        if (ends.From is not null && from is null)
        {
            checker.Report(at, "LINK002", $"'{ends.From}' leads to no row of '{target.Path}'{Spelling.DidYouMean(ends.From, table.Rows)}");
            return;
        }

        var address = target.Kind.Address(target.Slug);
        new Reference(from is null ? $"{address}#{to.Fragment}" : $"{address}#{Change.FragmentOf(from, to)}", from is null ? "number" : "number change").Stamp(link);
        var words = InlineText.Of(link).Text;
        Bindings.Add(new(link, target.Key, to.Row, to.Column, from?.Row, words, checker.Themes));
        Judge(link, words, table, from, to);
    }

    private void Judge(LinkInline link, string words, StatisticTable table, Observation? from, Observation to)
    {
        var start = link.Span.Start;
        if ((to.Value is null ? to : from is { Value: null } ? from : null) is { } gap)
        {
            checker.Report(start, "NUM007", $"'{gap.Fragment}' is a gap: there is no value to quote.");
            return;
        }

        var quantities = Quantity.Read(words, checker.Symbols.WrittenIn);
        if (quantities is not [var quantity])
        {
            checker.Report(start, "NUM002", $"The words of this link hold {(quantities.Count == 0 ? "no number" : $"{quantities.Count} numbers")}; they must hold exactly one.");
            return;
        }

        if (from is null)
        {
            if (Agreement.WithCell(quantity, Value(to), Unit.Read(to.Unit)) is { Holds: false } wrong)
                checker.Report(start, "NUM001", $"'{words}' does not agree with '{to.Fragment}': {wrong.Message}");
        }
        else if (from.Column != to.Column)
        {
            checker.Report(start, "NUM006", $"No change can be counted from '{from.Column}' to '{to.Column}': the two columns count different things.");
        }
        else if (from.Unit != to.Unit || from.Definition != to.Definition)
        {
            checker.Report(start, "NUM006", $"No change can be counted from '{from.Row}' to '{to.Row}': the two rows count different things.");
        }
        else if (table.CrossesBreak(to.Column, from.Row, to.Row))
        {
            checker.Report(start, "NUM006", $"No change can be counted from '{from.Row}' to '{to.Row}': counting changed in between.");
        }
        else if (Agreement.WithChange(quantity, Value(from), Value(to), Unit.Read(to.Unit)) is { Holds: false } wrong)
        {
            checker.Report(start, "NUM005", $"'{words}' does not agree with the change from '{from.Row}' to '{to.Row}': {wrong.Message}");
        }
    }

    /// <summary>Reports quantities that are bound to no row.</summary>
    public void CheckNaked(InlineText flat)
    {
        foreach (var number in NakedNumbers.Find(flat.Text, checker.Symbols.WrittenIn))
        {
            var words = flat.Text.Substring(number.Start, number.Length);
            checker.Report(flat.Offset(number.Start), "NUM003", $"'{words}' is bound to no row. Link it to one, or say why not: [{words}]{{.plain reason=\"…\"}}.");
        }
    }

    private static decimal Value(Observation cell) => decimal.Parse(cell.Written, NumberStyles.Number, CultureInfo.InvariantCulture);
}
