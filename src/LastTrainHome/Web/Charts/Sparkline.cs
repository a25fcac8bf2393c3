using System.Globalization;

namespace LastTrainHome.Web.Charts;

/// <summary>A series in miniature, on a scale of its own that begins at zero. It has no words: its first and last values stand beside it.</summary>
public static class Sparkline
{
    private const int Height = 44;
    private const int Edge = 4;

    public static string Draw(ChartLine line)
    {
        var scale = Scale.For([new Panel(line.Name, "", [line])]);
        var svg = new Svg().Start("svg", ("class", "spark"), ("width", "100%"), ("height", Height + 2 * Edge), ("aria-hidden", "true"));
        svg.Empty("line", ("class", "foot"), ("x1", 0), ("x2", "100%"), ("y1", Y(0)), ("y2", Y(0)));
        var steps = ChartLayout.Steps(line).ToList();
        foreach (var (from, to) in steps)
            svg.Empty("line", ("class", ClassOf(to)), ("x1", X(from)), ("y1", Y(from.Value!.Value)), ("x2", X(to)), ("y2", Y(to.Value!.Value)));

        // Dots for the points that no line reaches, and for the last, whose value is written beside the drawing.
        var joined = steps.SelectMany(step => new[] { step.From, step.To }).ToHashSet();
        var last = line.Points.FindLast(point => point.Value is not null);
        foreach (var point in line.Points.Where(point => point.Value is not null && (point == last || !joined.Contains(point))))
            svg.Empty("circle", ("class", ClassOf(point)), ("cx", X(point)), ("cy", Y(point.Value!.Value)), ("r", 3));
        return svg.End("svg").ToString();

        string? ClassOf(ChartPoint point) => point.StandsApart ? "apart" : null;
        string X(ChartPoint point) => Math.Round(scale.Across(point.At), 2).ToString(CultureInfo.InvariantCulture) + "%";
        double Y(double value) => Math.Round(Edge + scale.Down(value) * Height, 1);
    }
}
