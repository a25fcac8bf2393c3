using LastTrainHome.Library;
using LastTrainHome.Web.Display;

namespace LastTrainHome.Web.Charts;

/// <summary>Says in words what a chart shows, from the rows it is drawn from.</summary>
public static class AltText
{
    public static string Of(Panel panel)
    {
        var sentences = new List<string> { $"Line chart. {panel.Title}, {panel.Unit}." };
        foreach (var line in panel.Lines)
            sentences.AddRange(Of(line, panel.Lines.Count > 1 ? line.Name + ": " : ""));
        foreach (var change in panel.Lines.SelectMany(line => line.Breaks).Distinct())
            sentences.Add($"{DisplayText.Capital(DisplayText.CountingChanged)}, {DateDisplay.Of(change.Period)}: {Ended(change.Note)}");
        return string.Join(' ', sentences);
    }

    public static string Of(Bars bars) =>
        $"Bar chart. {bars.Title}, {bars.Unit}. " + string.Join("; ", bars.Rows.Select(bar => $"{bar.Label}: {(bar.Value is null ? "no figure" : NumberDisplay.Of(bar.Written))}")) + ".";

    private static IEnumerable<string> Of(ChartLine line, string name)
    {
        var outcomes = line.Points.Where(point => point.Value is not null && !point.StandsApart).ToList();
        if (outcomes is [var only])
            yield return $"{name}{NumberDisplay.Of(only.Written)} in {DateDisplay.Of(only.Period)}.";
        else if (outcomes.Count > 1)
        {
            yield return $"{(name.Length > 0 ? name + "from" : "From")} {NumberDisplay.Of(outcomes[0].Written)} in {DateDisplay.Of(outcomes[0].Period)} to {NumberDisplay.Of(outcomes[^1].Written)} in {DateDisplay.Of(outcomes[^1].Period)}.";
            if (outcomes.MaxBy(point => point.Value) is { } most && most != outcomes[0] && most != outcomes[^1])
                yield return $"Highest {NumberDisplay.Of(most.Written)} in {DateDisplay.Of(most.Period)}.";
            if (outcomes.MinBy(point => point.Value) is { } least && least != outcomes[0] && least != outcomes[^1])
                yield return $"Lowest {NumberDisplay.Of(least.Written)} in {DateDisplay.Of(least.Period)}.";
            var gaps = line.Points.Count(point => point.Value is null && point.At > outcomes[0].At && point.At < outcomes[^1].At);
            if (gaps > 0)
                yield return $"{(gaps == 1 ? "One gap" : $"{gaps} gaps")} between them.";
        }

        foreach (var status in new[] { ObservationStatus.Forecast, ObservationStatus.Quoted })
        {
            var apart = line.Points.Where(point => point.Value is not null && point.Status == status).ToList();
            if (apart.Count > 0)
                yield return $"{DisplayText.Capital(StatusDisplay.Of(status))}: {string.Join(", ", apart.Select(point => $"{NumberDisplay.Of(point.Written)} for {DateDisplay.Of(point.Period)}"))}.";
        }
    }

    private static string Ended(string note) => note.EndsWith('.') ? note : note + ".";
}
