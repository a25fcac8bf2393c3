using LastTrainHome.Library;

namespace LastTrainHome.Web.Charts;

/// <summary>One pair of axes and the lines that may share it: they count the same people in the same unit.</summary>
/// <param name="Title">What is drawn, in words.</param>
/// <param name="Unit">The unit of the upright axis.</param>
public sealed record Panel(string Title, string Unit, List<ChartLine> Lines)
{
    /// <summary>The panels of a statistic: one for each thing counted, so that no axis is shared by series that count different people.</summary>
    public static List<Panel> Of(Statistic statistic) =>
        [.. Comparison.Of(statistic.Series.OrderBy(series => series.Position).Select(series => new Comparand(statistic, series))).Panels
            .Select(alike => new Panel(
                string.Join(", ", alike.Select(one => one.Series.Label)),
                alike[0].Series.Unit,
                [.. alike.Select(one => ChartLine.Of(statistic, one.Series, one.Series.Label))]))
            .Where(panel => panel.Figures > 0)];

    /// <summary>How many figures there are to draw.</summary>
    public int Figures => Lines.Sum(line => line.Points.Count(point => point.Value is not null));
}

/// <summary>One series as it is drawn.</summary>
/// <param name="Name">What stands at the line's end.</param>
/// <param name="Definition">Who is counted.</param>
/// <param name="Points">Every period of the table, gaps included, in the order of time.</param>
/// <param name="Breaks">Where counting changed: no line is drawn from the point before to the point at a break.</param>
public sealed record ChartLine(string Name, string Definition, List<ChartPoint> Points, List<ChartBreak> Breaks)
{
    public static ChartLine Of(Statistic statistic, Series series, string name) => new(
        name,
        series.Definition,
        [.. statistic.Observations
            .Where(cell => cell.Column == series.Name)
            .Select(cell => new ChartPoint(cell.Row, TimeAxis.YearOf(cell.Row), cell.Value, cell.Written, cell.Status, $"{PageKind.Statistic.Address(statistic.Slug)}#{cell.Fragment}"))
            .OrderBy(point => point.At)],
        [.. statistic.Breaks
            .Where(change => change.Columns.Count == 0 || change.Columns.Contains(series.Name))
            .OrderBy(change => change.Position)
            .Select(change => new ChartBreak(change.At, TimeAxis.YearOf(change.At), change.Note))]);
}

/// <param name="Period"><c>2008</c>, <c>2008-01</c>, <c>2008-01-26</c>, <c>2008-Q1</c>.</param>
/// <param name="At">The middle of the period, in years.</param>
/// <param name="Value">Null for a gap.</param>
/// <param name="Written">The value with the digits its source gives.</param>
/// <param name="Address">Where the figure stands in its table, with its source.</param>
public sealed record ChartPoint(string Period, double At, double? Value, string Written, ObservationStatus Status, string Address)
{
    /// <summary>Something other than an outcome the study vouches for: drawn hollow, and never joined to the outcomes.</summary>
    public bool StandsApart => Status is ObservationStatus.Forecast or ObservationStatus.Quoted;
}

/// <summary>Counting changed here.</summary>
/// <param name="Period">The first period counted in the new way.</param>
public sealed record ChartBreak(string Period, double At, string Note);
