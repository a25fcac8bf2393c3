using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace LastTrainHome.Web.Charts;

/// <summary>Draws a panel as SVG. Places across are per cent and places down are pixels, so that a chart is as wide as its column while its
/// letters keep their size on a phone. Colours come from the style sheet by class; there is no style attribute.</summary>
public sealed class LineChart
{
    private const int Height = 220;
    private const int LineHeight = 18;
    private const int Dots = 30;

    /// <summary>As small as what one presses may be, by WCAG 2.2, and how wide the narrowest chart is on the narrowest phone.</summary>
    private const int Least = 24;
    private const int Narrow = 195;

    /// <summary>How far beyond the first and the last point their columns reach, in per cent.</summary>
    private const double Edge = 8;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder svg = new();
    private readonly Panel panel;
    private readonly Scale scale;
    private readonly List<(Mark Mark, double Across)> marks;
    private readonly int head;
    private readonly Dictionary<Point, Cell> cells;

    private LineChart(Panel panel, Scale scale, int rows)
    {
        this.panel = panel;
        this.scale = scale;
        marks = MarksIn(panel, scale);
        head = (Math.Max(rows, marks.Count) + 2) * LineHeight;
        cells = Cells();
    }

    /// <summary>The panels as SVG elements with their alternative texts, drawn to stand side by side.</summary>
    public static List<string> Draw(List<Panel> panels)
    {
        var scales = Scale.ForEach(panels);
        var rows = panels.Zip(scales).Max(pair => MarksIn(pair.First, pair.Second).Count);
        return [.. panels.Zip(scales).Select(pair => new LineChart(pair.First, pair.Second, rows).Draw())];
    }

    /// <summary>Whether points stand closer together than a finger can tell apart. Such a chart is one target for a finger, and its table the other way to each figure.</summary>
    public static bool IsDense(List<Panel> panels) => panels.Zip(Scale.ForEach(panels)).Any(pair => new LineChart(pair.First, pair.Second, 0).IsCrowded);

    private bool IsCrowded => cells.Values.Any(cell => cell.Wide / 100 * Narrow < Least || cell.Tall < Least);

    private string Draw()
    {
        svg.Append(CultureInfo.InvariantCulture, $"<svg class=\"chart{(IsCrowded ? " dense" : "")}\" width=\"100%\" height=\"{head + Height + LineHeight + 8}\" role=\"group\" aria-label=\"{Encoder.Encode(AltText.Of(panel))}\">");
        DrawAxes();
        DrawMarks();
        for (var number = 0; number < panel.Lines.Count; number++)
            DrawLine(panel.Lines[number], number + 1);
        DrawNames();
        if (IsCrowded)
            svg.Append(CultureInfo.InvariantCulture, $"<a class=\"whole\" href=\"{Table}\" tabindex=\"-1\" aria-hidden=\"true\"><rect class=\"reach\" y=\"{head}\" width=\"100%\" height=\"{Height}\"/></a>");
        for (var number = 0; number < panel.Lines.Count; number++)
            DrawPoints(panel.Lines[number], number + 1);
        return svg.Append("</svg>").ToString();
    }

    private void DrawAxes()
    {
        svg.Append(CultureInfo.InvariantCulture, $"<g class=\"axes\" aria-hidden=\"true\"><text class=\"of\" x=\"-44\" y=\"{head - LineHeight + 2}\">{Encoder.Encode(panel.Unit)}</text>");
        foreach (var value in scale.Grid())
        {
            var y = Y(value);
            svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"0\" x2=\"100%\" y1=\"{y}\" y2=\"{y}\"/><text x=\"-8\" y=\"{y}\" dy=\".32em\" text-anchor=\"end\">{Tick(value)}</text>");
        }
        foreach (var (year, isFine) in scale.Years())
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{X(year + 0.5)}\" y=\"{head + Height + LineHeight + 2}\" text-anchor=\"middle\"{(isFine ? " class=\"fine\"" : "")}>{year}</text>");
        svg.Append("</g>");
    }

    private void DrawMarks()
    {
        for (var row = 0; row < marks.Count; row++)
        {
            var across = marks[row].Across;
            var y = (row + 1) * LineHeight - 4;
            var isRight = across > 43; // where words of that length have room on a phone: to the left they may stand over the axis
            svg.Append(CultureInfo.InvariantCulture, $"<g class=\"break\" aria-hidden=\"true\"><line x1=\"{Percent(across)}\" x2=\"{Percent(across)}\" y1=\"{y - 10}\" y2=\"{head + Height}\"/><text x=\"{Percent(across)}\" y=\"{y}\" dx=\"{(isRight ? -6 : 6)}\" text-anchor=\"{(isRight ? "end" : "start")}\">{DisplayText.Date(marks[row].Mark.Period)}<tspan class=\"full\">: {DisplayText.CountingChanged}</tspan></text></g>");
        }
    }

    private void DrawLine(Line line, int number)
    {
        svg.Append(CultureInfo.InvariantCulture, $"<g class=\"line line-{number}\" aria-hidden=\"true\">");
        foreach (var (from, to) in Steps(line))
            svg.Append(CultureInfo.InvariantCulture, $"<line{(to.StandsApart ? " class=\"apart\"" : "")} x1=\"{X(from.At)}\" y1=\"{Y(from.Value!.Value)}\" x2=\"{X(to.At)}\" y2=\"{Y(to.Value!.Value)}\"/>");
        svg.Append("</g>");
    }

    // Each point is a link to its row, with the value in words: for the mouse, the keyboard, a finger and a screen reader, without a script.
    private void DrawPoints(Line line, int number)
    {
        svg.Append(CultureInfo.InvariantCulture, $"<g class=\"line line-{number}\">");
        var filled = line.Points.Where(point => point.Value is not null).ToList();
        var joined = Steps(line).SelectMany(step => new[] { step.From, step.To }).ToHashSet();
        foreach (var point in filled)
        {
            var (x, y) = (X(point.At), Y(point.Value!.Value));
            var isAlone = point.StandsApart || !joined.Contains(point);
            var isQuiet = filled.Count > Dots && !isAlone && point != filled[0] && point != filled[^1];
            var said = Encoder.Encode(Said(point));
            svg.Append(CultureInfo.InvariantCulture, $"<a href=\"{point.Address}\" aria-label=\"{(panel.Lines.Count > 1 ? Encoder.Encode(line.Name) + ", " : "")}{said}\">");
            svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"reach\" x=\"{Percent(cells[point].Left)}\" y=\"{cells[point].Top}\" width=\"{Percent(cells[point].Wide)}\" height=\"{cells[point].Tall}\"/>");
            svg.Append(CultureInfo.InvariantCulture, $"<circle class=\"dot{(point.StandsApart ? " apart" : "")}{(isQuiet ? " quiet" : "")}\" cx=\"{x}\" cy=\"{y}\" r=\"{(isAlone ? "4.5" : "3")}\"/>");
            svg.Append(CultureInfo.InvariantCulture, $"<text class=\"tip\" x=\"{x}\" y=\"{(y < head + 30 ? y + 24 : y - 13)}\" text-anchor=\"{AnchorAt(scale.Across(point.At))}\">{said}</text></a>");
        }
        svg.Append("</g>");
    }

    // Whatever is nearest takes the press: each period has a column that reaches half the way to its neighbours and over the whole height, and where
    // several lines have a point in it, each point has its part.
    private Dictionary<Point, Cell> Cells()
    {
        var found = new Dictionary<Point, Cell>();
        var periods = panel.Lines.SelectMany(line => line.Points).Where(point => point.Value is not null).GroupBy(point => point.At).OrderBy(period => period.Key).ToList();
        for (var at = 0; at < periods.Count; at++)
        {
            var across = scale.Across(periods[at].Key);
            var before = at == 0 ? Edge : (across - scale.Across(periods[at - 1].Key)) / 2;
            var after = at == periods.Count - 1 ? Edge : (scale.Across(periods[at + 1].Key) - across) / 2;
            var left = across - (at == 0 ? Math.Min(after, Edge) : before);
            var wide = across + (at == periods.Count - 1 ? Math.Min(before, Edge) : after) - left;
            var points = periods[at].OrderBy(point => Y(point.Value!.Value)).ToList();
            var top = (double)head;
            for (var number = 0; number < points.Count; number++)
            {
                var bottom = number == points.Count - 1 ? head + Height : (Y(points[number].Value!.Value) + Y(points[number + 1].Value!.Value)) / 2;
                found[points[number]] = new(left, Math.Round(top, 1), wide, Math.Round(bottom - top, 1));
                top = bottom;
            }
        }

        return found;
    }

    private string Table => panel.Lines[0].Points[0].Address.Split('#')[0] + "#_table";

    private static string AnchorAt(double across) => across > 60 ? "end" : across < 40 ? "start" : "middle";

    /// <summary>Which points a line may join: neighbours in the table with no gap between them, no break, and of the same standing.</summary>
    internal static IEnumerable<(Point From, Point To)> Steps(Line line) =>
        line.Points.Zip(line.Points.Skip(1)).Where(pair =>
            pair.First.Value is not null && pair.Second.Value is not null
            && pair.First.StandsApart == pair.Second.StandsApart
            && !line.Breaks.Any(change => pair.First.At < change.At && change.At <= pair.Second.At));

    // The last value stands at each line's end, the first where the line is alone; names where several lines share the axes.
    private void DrawNames()
    {
        var labels = new Labels(LineHeight, head + Height);
        foreach (var (_, across) in marks)
            labels.Avoid(across, 0, across, head + Height);
        foreach (var line in panel.Lines)
        {
            foreach (var (from, to) in Steps(line))
                labels.Avoid(scale.Across(from.At), Y(from.Value!.Value), scale.Across(to.At), Y(to.Value!.Value));
            foreach (var point in line.Points.Where(point => point.Value is not null))
                labels.Avoid(scale.Across(point.At), Y(point.Value!.Value));
        }

        for (var number = 1; number <= panel.Lines.Count; number++)
        {
            var line = panel.Lines[number - 1];
            var points = line.Points.Where(point => point.Value is not null).Reverse().ToList();
            if (points.Count == 0)
                continue;

            var value = DisplayText.Number(points[0].Written);
            if (panel.Lines.Count > 1)
                _ = Write(labels, points.Take(1), $"{line.Name}: {value}", number) || Write(labels, points, line.Name, number);
            else if (Write(labels, points.Take(1), value, number) && points.Count > 1)
                Write(labels, points.TakeLast(1), DisplayText.Number(points[^1].Written), number);

            // What stands apart says so where it stands.
            foreach (var status in points.Where(point => point.StandsApart).GroupBy(point => DisplayText.Of(point.Status)))
                if (!line.Name.Contains(status.Key, StringComparison.OrdinalIgnoreCase))
                    Write(labels, status, status.Key, number, "word");
        }
    }

    private bool Write(Labels labels, IEnumerable<Point> beside, string words, int number, string kind = "name")
    {
        foreach (var point in beside)
        {
            if (labels.TakeBeside(scale.Across(point.At), Y(point.Value!.Value), words) is not { } place)
                continue;
            svg.Append(CultureInfo.InvariantCulture, $"<text class=\"{kind} {kind}-{number}\" aria-hidden=\"true\" x=\"{Percent(place.Across)}\" y=\"{Math.Round(place.Y, 1)}\" text-anchor=\"{place.Anchor}\">{Encoder.Encode(words)}</text>");
            return true;
        }

        return false;
    }

    // A break stands between the last period counted the old way and the first counted the new way. Before the first point there is nothing to part.
    private static List<(Mark, double)> MarksIn(Panel panel, Scale scale) =>
        [.. panel.Lines
            .SelectMany(line => line.Breaks.Select(change => (Line: line, Mark: change)))
            .DistinctBy(pair => pair.Mark)
            .Select(pair => (pair.Mark, Before: pair.Line.Points.LastOrDefault(point => point.Value is not null && point.At < pair.Mark.At)))
            .Where(pair => pair.Before is not null && pair.Mark.At <= scale.To)
            .OrderBy(pair => pair.Mark.At)
            .Select(pair => (pair.Mark, scale.Across((Math.Max(pair.Before!.At, pair.Mark.At - 1) + pair.Mark.At) / 2)))];

    private string Said(Point point) =>
        $"{DisplayText.Date(point.Period)}: {DisplayText.Number(point.Written)} {panel.Unit}{(DisplayText.Of(point.Status) is { Length: > 0 } status ? $", {status}" : "")}";

    private string X(double at) => Percent(scale.Across(at));

    private double Y(double value) => Math.Round(head + scale.Down(value) * Height, 1);

    private static string Percent(double share) => Math.Round(share, 2).ToString(CultureInfo.InvariantCulture) + "%";

    private static string Tick(double value) => Math.Round(value, 6).ToString("#,0.######", CultureInfo.InvariantCulture);

    /// <param name="Left">In per cent, as is <paramref name="Wide"/>.</param>
    /// <param name="Top">In pixels, as is <paramref name="Tall"/>.</param>
    private sealed record Cell(double Left, double Top, double Wide, double Tall);
}
