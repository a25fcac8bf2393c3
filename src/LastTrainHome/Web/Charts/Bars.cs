using System.Globalization;
using LastTrainHome.Library;

namespace LastTrainHome.Web.Charts;

/// <summary>The categories of one date as bars that lie: their names are ordinary text beside them, so that they wrap on a phone.</summary>
/// <param name="Title">What is drawn, in words.</param>
/// <param name="Definition">Who is counted.</param>
public sealed record Bars(string Title, string Definition, string Unit, List<Bar> Rows)
{
    public static List<Bars> Of(Statistic statistic) =>
        [.. statistic.Series
            .OrderBy(series => series.Position)
            .Select(series => Of(series, [.. statistic.Observations.Where(cell => cell.Column == series.Name).OrderBy(cell => cell.Position)]))
            .Where(bars => bars.Rows.Any(bar => bar.Value is not null))];

    private static Bars Of(Series series, List<Observation> cells)
    {
        var most = cells.Max(cell => Math.Abs(cell.Value ?? 0));

        // A share of a whole is drawn against the whole.
        var whole = series.Unit == "percent" && most <= 100 ? 100 : most;
        return new(series.Label, series.Definition, series.Unit,
        [
            .. cells.Select(cell => new Bar(
                cell.Label ?? cell.Row, cell.Value, cell.Written,
                whole == 0 ? "0" : Math.Round(Math.Abs(cell.Value ?? 0) / whole * 100, 2).ToString(CultureInfo.InvariantCulture) + "%",
                cell.Status))
        ]);
    }
}

/// <param name="Length">How far the bar reaches, as an SVG length.</param>
public sealed record Bar(string Label, double? Value, string Written, string Length, ObservationStatus Status);
