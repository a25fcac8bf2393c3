using LastTrainHome.Library;
using LastTrainHome.Web.Display;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Web.Related;

/// <summary>A number that a statement is checked against: a cell of a statistic, or the statistic as a whole.</summary>
/// <param name="Statistic">The statistic's slug.</param>
/// <param name="Cell">Null where the statement names none, or one that has no value.</param>
public sealed record Evidence(string Statistic, string Title, EvidenceCell? Cell)
{
    public string Address => PageKind.Statistic.Address(Statistic) + (Cell is null ? "" : "#" + Cell.Fragment);

    /// <summary>The numbers of each statement, by its key, in the order it names them.</summary>
    public static async Task<ILookup<string, Evidence>> FindAsync(LibraryDb db, IEnumerable<string> claims, CancellationToken cancel)
    {
        var against = await (
            from one in db.ClaimStatistics
            where claims.Contains(one.ClaimKey)
            join statistic in db.Statistics on one.StatisticKey equals statistic.Key
            orderby one.ClaimKey, one.Position
            select new { one.ClaimKey, one.Fragment, statistic.Key, statistic.Slug, statistic.Title })
            .ToListAsync(cancel);
        var statistics = against.Select(one => one.Key).Distinct();
        var cells = await (
            from observed in db.Observations
            where statistics.Contains(observed.StatisticKey) && observed.Value != null
            join series in db.Series on new { observed.StatisticKey, Name = observed.Column } equals new { series.StatisticKey, series.Name }
            orderby series.Position
            select new
            {
                observed.StatisticKey,
                observed.Row,
                Cell = new EvidenceCell(
                    observed.Row + "-" + observed.Column, observed.Written, observed.Unit, observed.Label ?? series.Label, observed.Date,
                    observed.Label == null ? observed.Row : null, observed.Definition ?? series.Definition, observed.Status),
            })
            .ToListAsync(cancel);

        // A fragment names a cell, or a row and means its first column.
        return against.ToLookup(one => one.ClaimKey, one => new Evidence(one.Slug, one.Title, one.Fragment is null ? null : cells
            .Find(cell => cell.StatisticKey == one.Key && (cell.Cell.Fragment == one.Fragment || cell.Row == one.Fragment))?.Cell));
    }
}

/// <param name="Date">Of a named figure.</param>
/// <param name="Period">The row, where rows are periods.</param>
public sealed record EvidenceCell(
    string Fragment, string Written, string Unit, string Label, string? Date, string? Period, string Definition, ObservationStatus Status)
{
    /// <summary>When it was, in words; null where that is not known or the label says it.</summary>
    public string? When => (Period ?? Date) is { } when && !Label.Contains(when[..Math.Min(4, when.Length)], StringComparison.Ordinal) ? DateDisplay.Of(when) : null;
}
