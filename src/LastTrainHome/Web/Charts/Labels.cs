namespace LastTrainHome.Web.Charts;

/// <summary>Finds room for words in a chart, so that they stand on no line, no mark and no other words. It reckons with a phone's width:
/// what fits there fits on a wider screen too.</summary>
internal sealed class Labels(double top, double bottom)
{
    public const double Width = 270;
    private const double Letter = 6.6;
    private const double Rise = 11;
    private const double Fall = 4;

    private readonly List<(double X1, double Y1, double X2, double Y2)> lines = [];
    private readonly List<Box> boxes = [];

    /// <summary>Something drawn from here to there. Places across are per cent.</summary>
    public void Avoid(double fromAcross, double fromY, double toAcross, double toY) =>
        lines.Add((fromAcross / 100 * Width, fromY, toAcross / 100 * Width, toY));

    public void Avoid(double across, double y) => Avoid(across, y, across, y);

    /// <summary>Takes the first place beside the point that is free, or null.</summary>
    public Place? TakeBeside(double across, double y, string words)
    {
        var anchors = across > 66 ? (string[])["end", "middle"] : across < 34 ? ["start", "middle"] : ["middle", "start", "end"];
        foreach (var anchor in anchors)
        {
            foreach (var line in (double[])[y - 9, y + 19])
            {
                var box = BoxOf(across, line, anchor, words);
                if (IsFree(box))
                {
                    boxes.Add(box);
                    return new(across, line, anchor);
                }
            }
        }

        return null;
    }

    private static Box BoxOf(double across, double line, string anchor, string words)
    {
        var x = across / 100 * Width;
        var length = words.Length * Letter;
        var left = anchor switch { "end" => x - length, "middle" => x - length / 2, _ => x };
        return new(left, line - Rise, left + length, line + Fall);
    }

    private bool IsFree(Box box) =>
        box.Left > -10 && box.Right < Width + 14 && box.Top >= top && box.Bottom <= bottom
        && !boxes.Exists(other => box.Left < other.Right && other.Left < box.Right && box.Top < other.Bottom && other.Top < box.Bottom)
        && !lines.Exists(line => Crosses(line, box));

    // Cuts the line down to what lies in the box, side by side (Liang and Barsky).
    private static bool Crosses((double X1, double Y1, double X2, double Y2) line, Box box)
    {
        var (first, last) = (0.0, 1.0);
        foreach (var (step, room) in ((double, double)[])
            [
                (line.X1 - line.X2, line.X1 - box.Left), (line.X2 - line.X1, box.Right - line.X1),
                (line.Y1 - line.Y2, line.Y1 - box.Top), (line.Y2 - line.Y1, box.Bottom - line.Y1),
            ])
        {
            if (step == 0 && room < 0)
                return false;
            if (step < 0)
                first = Math.Max(first, room / step);
            if (step > 0)
                last = Math.Min(last, room / step);
        }

        return first <= last;
    }

    /// <param name="Y">The line the words stand on.</param>
    /// <param name="Anchor">Which end of them stands at <paramref name="Across"/>.</param>
    public sealed record Place(double Across, double Y, string Anchor);

    private sealed record Box(double Left, double Top, double Right, double Bottom);
}
