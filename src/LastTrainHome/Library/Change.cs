using System.Globalization;

namespace LastTrainHome.Library;

/// <summary>A change worked out between two cells of one column.</summary>
/// <param name="From">The cell it is counted from.</param>
/// <param name="To">The cell it leads to, in the same column and unit.</param>
/// <param name="Breaks">Where counting changed in between. Then the difference is none of what is counted.</param>
public sealed record Change(Observation From, Observation To, IReadOnlyList<Break> Breaks)
{
    /// <summary>The fragment that leads to it on its statistic's page: <c>2008..2021-outbound</c>.</summary>
    public string Fragment => FragmentOf(From, To);

    /// <summary>Its unit: a difference of percentages is one of points.</summary>
    public string Unit => IsOfParts ? "percentage points" : To.Unit;

    /// <summary>With the digits its ends are written with.</summary>
    public decimal Difference => Exact(To) - Exact(From);

    /// <summary>The difference as a part of the first end; null where that says nothing: from zero, and of percentages.</summary>
    public double? Percent => From.Value == 0 || IsOfParts ? null : (To.Value - From.Value) / From.Value * 100;

    /// <summary>Finds the two cells that a fragment names; null where one is not there or is a gap, or where the two count different things.</summary>
    /// <param name="statistic">With its observations and breaks.</param>
    public static Change? Find(Statistic statistic, string fragment)
    {
        var cells = statistic.Observations;
        if (fragment.Split("..") is not [var first, var last]
            || cells.Find(cell => cell.Fragment == last) is not { Value: not null } to
            || cells.Find(cell => cell.Row == first && cell.Column == to.Column) is not { Value: not null } from
            || from.Unit != to.Unit || from.Definition != to.Definition)
            return null;

        var rows = cells.OrderBy(cell => cell.Position).Select(cell => cell.Row).Distinct().ToList();
        return new(from, to, [.. statistic.Breaks.Where(change => change.LiesBetween(rows, to.Column, from.Row, to.Row)).OrderBy(change => change.Position)]);
    }

    /// <summary>The fragment that leads to the change between two cells.</summary>
    public static string FragmentOf(Observation from, Observation to) => $"{from.Row}..{to.Fragment}";

    private bool IsOfParts => Parts.IsPercent(To.Unit);

    private static decimal Exact(Observation cell) => decimal.Parse(cell.Written, NumberStyles.Number, CultureInfo.InvariantCulture);
}
