using System.Globalization;
using LastTrainHome.Web.Display;

namespace LastTrainHome.Web.Charts;

/// <summary>Draws a panel as SVG. Horizontal positions are per cent and vertical ones pixels, so that a chart is as wide as its column while
/// its text keeps its size on a phone. Colours come from the style sheet by class; there is no style attribute.</summary>
public sealed class LineChart
{
    /// <summary>With more points than this, only the first and last are drawn as dots.</summary>
    private const int MostDots = 30;

    private readonly Svg svg = new();
    private readonly Panel panel;
    private readonly Scale scale;
    private readonly ChartLayout layout;

    private LineChart(Panel panel, Scale scale, int rows)
    {
        this.panel = panel;
        this.scale = scale;
        layout = new(panel, scale, rows);
    }

    /// <summary>The panels as SVG elements with their alternative texts, drawn to stand side by side.</summary>
    public static List<string> Draw(List<Panel> panels)
    {
        var scales = Scale.ForEach(panels);
        var rows = panels.Zip(scales).Max(pair => ChartLayout.BreaksIn(pair.First, pair.Second).Count);
        return [.. panels.Zip(scales).Select(pair => new LineChart(pair.First, pair.Second, rows).Draw())];
    }

    /// <summary>Whether points stand closer together than a finger can tell apart. Such a chart is one target for a finger, and its table is
    /// the other way to each figure.</summary>
    public static bool IsDense(List<Panel> panels) =>
        panels.Zip(Scale.ForEach(panels)).Any(pair => new ChartLayout(pair.First, pair.Second, 0).IsCrowded);

    private IEnumerable<(ChartLine Line, int Number)> NumberedLines => panel.Lines.Select((line, index) => (line, index + 1));

    private string Draw()
    {
        svg.Start("svg",
            ("class", layout.IsCrowded ? "chart dense" : "chart"), ("width", "100%"), ("height", layout.Bottom + ChartLayout.LineHeight + 8),
            ("role", "group"), ("aria-label", AltText.Of(panel)));
        DrawAxes();
        DrawBreaks();
        foreach (var (line, number) in NumberedLines)
            DrawLine(line, number);
        DrawLabels();
        if (layout.IsCrowded)
            DrawLinkToTable();
        foreach (var (line, number) in NumberedLines)
            DrawPoints(line, number);
        return svg.End("svg").ToString();
    }

    private void DrawAxes()
    {
        svg.Start("g", ("class", "axes"), ("aria-hidden", "true"));
        svg.Start("text", ("class", "of"), ("x", -44), ("y", layout.Top - ChartLayout.LineHeight + 2)).Text(panel.Unit).End("text");
        foreach (var value in scale.Grid())
        {
            var y = layout.Down(value);
            svg.Empty("line", ("x1", 0), ("x2", "100%"), ("y1", y), ("y2", y));
            svg.Start("text", ("x", -8), ("y", y), ("dy", ".32em"), ("text-anchor", "end")).Text(Tick(value)).End("text");
        }

        foreach (var (year, isFine) in scale.Years())
        {
            var x = Percent(scale.Across(year + 0.5));
            svg.Start("text",
                ("x", x), ("y", layout.Bottom + ChartLayout.LineHeight + 2), ("text-anchor", "middle"), ("class", isFine ? "fine" : null));
            svg.Text(year.ToString(CultureInfo.InvariantCulture)).End("text");
        }

        svg.End("g");
    }

    private void DrawBreaks()
    {
        for (var row = 0; row < layout.Breaks.Count; row++)
        {
            var (change, across) = layout.Breaks[row];
            var x = Percent(across);
            var y = (row + 1) * ChartLayout.LineHeight - 4;
            var isRight = across > 43; // from here on the words have room on a phone, because to the left they may stand over the axis
            svg.Start("g", ("class", "break"), ("aria-hidden", "true"));
            svg.Empty("line", ("x1", x), ("x2", x), ("y1", y - 10), ("y2", layout.Bottom));
            svg.Start("text", ("x", x), ("y", y), ("dx", isRight ? -6 : 6), ("text-anchor", isRight ? "end" : "start"));
            svg.Text(DateDisplay.Of(change.Period));
            svg.Start("tspan", ("class", "full")).Text($": {DisplayText.CountingChanged}").End("tspan");
            svg.End("text").End("g");
        }
    }

    private void DrawLine(ChartLine line, int number)
    {
        svg.Start("g", ("class", $"line line-{number}"), ("aria-hidden", "true"));
        foreach (var (from, to) in ChartLayout.Steps(line))
            svg.Empty("line",
                ("class", to.StandsApart ? "apart" : null),
                ("x1", X(from)), ("y1", layout.Down(from)), ("x2", X(to)), ("y2", layout.Down(to)));
        svg.End("g");
    }

    // Each point is a link to its row, with the value in words: for mouse, keyboard, finger and screen reader, without script.
    private void DrawPoints(ChartLine line, int number)
    {
        svg.Start("g", ("class", $"line line-{number}"));
        var points = line.Points.FindAll(point => point.Value is not null);
        var joined = ChartLayout.Steps(line).SelectMany(step => new[] { step.From, step.To }).ToHashSet();
        foreach (var point in points)
        {
            var isAlone = point.StandsApart || !joined.Contains(point);
            var isQuiet = points.Count > MostDots && !isAlone && point != points[0] && point != points[^1];
            DrawPoint(line, point, isAlone, isQuiet);
        }

        svg.End("g");
    }

    private void DrawPoint(ChartLine line, ChartPoint point, bool isAlone, bool isQuiet)
    {
        var (x, y, target, description) = (X(point), layout.Down(point), layout.Targets[point], Describe(point));
        svg.Start("a", ("href", point.Address), ("aria-label", panel.Lines.Count > 1 ? $"{line.Name}, {description}" : description));
        svg.Empty("rect",
            ("class", "reach"), ("x", Percent(target.Left)), ("y", target.Top), ("width", Percent(target.Width)), ("height", target.Height));
        svg.Empty("circle",
            ("class", $"dot{(point.StandsApart ? " apart" : "")}{(isQuiet ? " quiet" : "")}"), ("cx", x), ("cy", y), ("r", isAlone ? 4.5 : 3));
        svg.Start("text",
            ("class", "tip"), ("x", x), ("y", y < layout.Top + 30 ? y + 24 : y - 13), ("text-anchor", AnchorAt(layout.Across(point))));
        svg.Text(description).End("text").End("a");
    }

    private void DrawLinkToTable()
    {
        var table = panel.Lines[0].Points[0].Address.Split('#')[0] + "#_table";
        svg.Start("a", ("class", "whole"), ("href", table), ("tabindex", -1), ("aria-hidden", "true"));
        svg.Empty("rect", ("class", "reach"), ("y", layout.Top), ("width", "100%"), ("height", ChartLayout.Height));
        svg.End("a");
    }

    // The last value stands at each line's end, the first too where the line is alone; names where several lines share the axes.
    private void DrawLabels()
    {
        var labels = LabelsAroundLines();
        foreach (var (line, number) in NumberedLines)
        {
            var points = line.Points.FindAll(point => point.Value is not null);
            points.Reverse();
            if (points.Count == 0)
                continue;

            var value = NumberDisplay.Of(points[0].Written);
            if (panel.Lines.Count > 1)
                _ = TryDrawLabel(labels, points.Take(1), $"{line.Name}: {value}", number) || TryDrawLabel(labels, points, line.Name, number);
            else if (TryDrawLabel(labels, points.Take(1), value, number) && points.Count > 1)
                TryDrawLabel(labels, points.TakeLast(1), NumberDisplay.Of(points[^1].Written), number);

            // Forecasts and quoted figures say what they are where they stand.
            foreach (var status in points.Where(point => point.StandsApart).GroupBy(point => StatusDisplay.Of(point.Status)))
                if (!line.Name.Contains(status.Key, StringComparison.OrdinalIgnoreCase))
                    TryDrawLabel(labels, status, status.Key, number, "word");
        }
    }

    private Labels LabelsAroundLines()
    {
        var labels = new Labels(ChartLayout.LineHeight, layout.Bottom);
        foreach (var (_, across) in layout.Breaks)
            labels.Avoid(across, 0, across, layout.Bottom);
        foreach (var line in panel.Lines)
        {
            foreach (var (from, to) in ChartLayout.Steps(line))
                labels.Avoid(layout.Across(from), layout.Down(from), layout.Across(to), layout.Down(to));
            foreach (var point in line.Points.Where(point => point.Value is not null))
                labels.Avoid(layout.Across(point), layout.Down(point));
        }

        return labels;
    }

    private bool TryDrawLabel(Labels labels, IEnumerable<ChartPoint> beside, string words, int number, string kind = "name")
    {
        foreach (var point in beside)
        {
            if (labels.TakeBeside(layout.Across(point), layout.Down(point), words) is not { } place)
                continue;
            svg.Start("text",
                ("class", $"{kind} {kind}-{number}"), ("aria-hidden", "true"),
                ("x", Percent(place.Across)), ("y", Math.Round(place.Y, 1)), ("text-anchor", place.Anchor));
            svg.Text(words).End("text");
            return true;
        }

        return false;
    }

    private string Describe(ChartPoint point)
    {
        var status = StatusDisplay.Of(point.Status) is { Length: > 0 } words ? $", {words}" : "";
        return $"{DateDisplay.Of(point.Period)}: {NumberDisplay.Of(point.Written)} {panel.Unit}{status}";
    }

    private string X(ChartPoint point) => Percent(layout.Across(point));

    private static string AnchorAt(double across) => across > 60 ? "end" : across < 40 ? "start" : "middle";

    private static string Percent(double share) => Math.Round(share, 2).ToString(CultureInfo.InvariantCulture) + "%";

    private static string Tick(double value) => Math.Round(value, 6).ToString("#,0.######", CultureInfo.InvariantCulture);
}
