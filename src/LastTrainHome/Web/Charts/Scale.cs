namespace LastTrainHome.Web.Charts;

/// <summary>The axes that panels of one unit share, so that equal heights are equal values and equal places are equal times.</summary>
/// <param name="From">The first moment, in years.</param>
/// <param name="To">The last moment, in years.</param>
/// <param name="Bottom">The value at the foot.</param>
/// <param name="Top">The value at the head.</param>
/// <param name="Step">From one grid line to the next.</param>
public sealed record Scale(double From, double To, double Bottom, double Top, double Step)
{
    private static readonly int[] Spans = [1, 2, 4, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000];
    private static readonly double[] Steps = [1, 2, 2.5, 5, 10];

    /// <summary>How many times higher than another a panel may reach and still share its scale. Beyond that the lower one would lie flat.</summary>
    private const double MostTimes = 5;

    /// <summary>A scale for each panel: the same one where their units agree and their sizes allow it, and always the same axis of time.</summary>
    public static List<Scale> ForEach(List<Panel> panels)
    {
        var own = panels.ToDictionary(panel => panel, panel => For([panel]));
        var time = For(panels);
        return [.. panels.Select(panel =>
        {
            var alike = panels.Where(other => other.Unit == panel.Unit).ToList();
            var heights = alike.ConvertAll(other => own[other].Top - own[other].Bottom);
            var scale = heights.Max() <= heights.Min() * MostTimes ? For(alike) : own[panel];
            return scale with { From = time.From, To = time.To };
        })];
    }

    /// <summary>A scale that holds all panels. It starts at zero: a cut-off foot makes small changes look large.</summary>
    public static Scale For(IEnumerable<Panel> panels)
    {
        var points = panels.SelectMany(panel => panel.Lines).SelectMany(line => line.Points).Where(point => point.Value is not null).ToList();
        var least = Math.Min(0, points.Min(point => point.Value!.Value));
        var most = Math.Max(0, points.Max(point => point.Value!.Value));
        var step = StepFor(most - least);
        return new(
            points.Min(point => point.At), points.Max(point => point.At),
            Math.Floor(least / step) * step, Math.Ceiling(most / step) * step, step);
    }

    /// <summary>Where a moment stands, in per cent from the left. A single moment stands in the middle.</summary>
    public double Across(double at) => To > From ? (at - From) / (To - From) * 100 : 50;

    /// <summary>Where a value stands, as a share of the height from the head.</summary>
    public double Down(double value) => (Top - value) / (Top - Bottom);

    public IEnumerable<double> Grid()
    {
        // Counted in whole steps: adding fractions up drifts.
        var first = (int)Math.Round(Bottom / Step);
        var last = (int)Math.Round(Top / Step);
        for (var count = first; count <= last; count++)
            yield return count * Step;
    }

    /// <summary>Years to write under the axis. The coarse ones have room on a phone; the fine ones fill in where there is more.</summary>
    public IEnumerable<(int Year, bool IsFine)> Years()
    {
        var first = (int)Math.Ceiling(From - 0.5);
        var last = (int)Math.Floor(To - 0.5);
        if (last <= first)
        {
            // Less than two whole years: the year itself, where its middle is on the axis.
            if (last == first)
                yield return (first, false);
            yield break;
        }

        var coarse = Every(last - first, 5);
        var fine = Every(last - first, 10);
        for (var year = first; year <= last; year++)
        {
            if (year % coarse == 0)
                yield return (year, false);
            else if (coarse % fine == 0 && year % fine == 0)
                yield return (year, true);
        }
    }

    private static int Every(int years, int most) =>
        Spans.First(step => years / step + 1 <= most);

    private static double StepFor(double range)
    {
        if (range <= 0)
            return 1;
        var rough = range / 4;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        return Steps.Select(factor => factor * power).First(step => step >= rough * 0.999);
    }
}
