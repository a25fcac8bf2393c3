namespace LastTrainHome.Web.Charts;

/// <summary>Where the parts of one chart stand. Horizontal positions are per cent of the chart's width, vertical ones are pixels.</summary>
internal sealed class ChartLayout
{
    /// <summary>The height of the area that values are drawn in.</summary>
    public const int Height = 220;

    /// <summary>The height of a line of text.</summary>
    public const int LineHeight = 18;

    /// <summary>The smallest target that WCAG 2.2 allows, in pixels.</summary>
    private const int SmallestTarget = 24;

    /// <summary>The width of the narrowest chart on the narrowest phone, in pixels.</summary>
    private const int NarrowestWidth = 195;

    /// <summary>How far the targets of the first and last point reach beyond them, in per cent.</summary>
    private const double Edge = 8;

    private readonly Scale scale;

    /// <param name="panel">What is drawn.</param>
    /// <param name="scale">The scale it is drawn on.</param>
    /// <param name="rows">How many rows of text to leave above the chart for breaks, so that charts side by side begin at one height.</param>
    public ChartLayout(Panel panel, Scale scale, int rows)
    {
        this.scale = scale;
        Breaks = BreaksIn(panel, scale);
        Top = (Math.Max(rows, Breaks.Count) + 2) * LineHeight;
        Targets = FindTargets(panel);
    }

    /// <summary>Where counting changed, and where that is marked, from left to right.</summary>
    public List<(ChartBreak Break, double Across)> Breaks { get; }

    /// <summary>Where the area for values begins.</summary>
    public int Top { get; }

    public int Bottom => Top + Height;

    /// <summary>The area in which a press means a point: a column that reaches halfway to its neighbours and over the whole height,
    /// divided where several lines have a point in it.</summary>
    public Dictionary<ChartPoint, Target> Targets { get; }

    /// <summary>Whether points stand closer together than a finger can tell apart.</summary>
    public bool IsCrowded => Targets.Values.Any(target => target.Width / 100 * NarrowestWidth < SmallestTarget || target.Height < SmallestTarget);

    public double Across(ChartPoint point) => scale.Across(point.At);

    public double Down(double value) => Math.Round(Top + scale.Down(value) * Height, 1);

    public double Down(ChartPoint point) => Down(point.Value!.Value);

    /// <summary>The breaks that fall within the scale. A break before the first point has nothing to part and is left out.</summary>
    public static List<(ChartBreak Break, double Across)> BreaksIn(Panel panel, Scale scale)
    {
        var breaks =
            from pair in panel.Lines.SelectMany(line => line.Breaks.Select(change => (Line: line, Change: change))).DistinctBy(pair => pair.Change)
            let before = pair.Line.Points.LastOrDefault(point => point.Value is not null && point.At < pair.Change.At)
            where before is not null && pair.Change.At <= scale.To
            orderby pair.Change.At
            let lastOldYear = Math.Max(before.At, pair.Change.At - 1)
            select (pair.Change, scale.Across((lastOldYear + pair.Change.At) / 2));
        return [.. breaks];
    }

    /// <summary>Pairs of points that a line may join: neighbours in the table with no gap and no break between them, both or neither
    /// standing apart.</summary>
    public static IEnumerable<(ChartPoint From, ChartPoint To)> Steps(ChartLine line) =>
        line.Points.Zip(line.Points.Skip(1)).Where(pair =>
            pair.First.Value is not null && pair.Second.Value is not null
            && pair.First.StandsApart == pair.Second.StandsApart
            && !line.Breaks.Any(change => pair.First.At < change.At && change.At <= pair.Second.At));

    private Dictionary<ChartPoint, Target> FindTargets(Panel panel)
    {
        var found = new Dictionary<ChartPoint, Target>();
        var periods = panel.Lines.SelectMany(line => line.Points)
            .Where(point => point.Value is not null)
            .GroupBy(point => point.At)
            .OrderBy(period => period.Key)
            .ToList();
        for (var number = 0; number < periods.Count; number++)
        {
            var (isFirst, isLast) = (number == 0, number == periods.Count - 1);
            var across = scale.Across(periods[number].Key);
            var before = isFirst ? Edge : (across - scale.Across(periods[number - 1].Key)) / 2;
            var after = isLast ? Edge : (scale.Across(periods[number + 1].Key) - across) / 2;
            var left = across - (isFirst ? Math.Min(after, Edge) : before);
            var width = across + (isLast ? Math.Min(before, Edge) : after) - left;
            AddColumn(found, [.. periods[number].OrderBy(Down)], left, width);
        }

        return found;
    }

    private void AddColumn(Dictionary<ChartPoint, Target> found, List<ChartPoint> points, double left, double width)
    {
        var top = (double)Top;
        for (var number = 0; number < points.Count; number++)
        {
            var bottom = number == points.Count - 1 ? Bottom : (Down(points[number]) + Down(points[number + 1])) / 2;
            found[points[number]] = new(left, Math.Round(top, 1), width, Math.Round(bottom - top, 1));
            top = bottom;
        }
    }

    /// <param name="Left">In per cent, like <paramref name="Width"/>.</param>
    /// <param name="Top">In pixels, like <paramref name="Height"/>.</param>
    public sealed record Target(double Left, double Top, double Width, double Height);
}
