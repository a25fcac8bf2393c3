using LastTrainHome.Library;
using LastTrainHome.Web.Charts;
using LastTrainHome.Web.Related;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LastTrainHome.Pages.Statistics;

/// <summary>All statistics in miniature, each under the first theme it belongs to; those of one theme alone where the address asks for it.</summary>
public sealed class IndexModel(CurrentEdition edition) : PageModel
{
    private const int MostBars = 4;

    public List<ThemeCount> Themes { get; private set; } = [];

    /// <summary>The theme asked for, or null for all.</summary>
    public ThemeCount? Theme { get; private set; }

    /// <summary>What was asked for and is no theme here.</summary>
    public string? Unknown { get; private set; }

    public List<Group> Groups { get; private set; } = [];

    public async Task OnGetAsync(string? theme)
    {
        var index = await edition.IndexAsync();
        var themesOf = index.Statistics.ToDictionary(statistic => statistic, statistic => index.ThemesOf(statistic.Key));

        Themes = [.. index.Themes
            .Select(one => new ThemeCount(one.Slug, one.Title, index.Statistics.Count(statistic => BelongsTo(statistic, one.Slug))))
            .Where(one => one.Count > 0)];
        Theme = Themes.Find(one => one.Slug == theme);
        Unknown = Theme is null && !string.IsNullOrEmpty(theme) ? theme : null;
        Groups = [.. index.Statistics
            .Where(statistic => Theme is null || BelongsTo(statistic, Theme.Slug))
            .GroupBy(statistic => Theme ?? Themes.Find(one => BelongsTo(statistic, one.Slug)))
            .OrderBy(group => group.Key is null ? int.MaxValue : Themes.IndexOf(group.Key))
            .Select(group => new Group(group.Key, [.. group.Select(MiniatureOf)]))];

        bool BelongsTo(Statistic statistic, string slug) => themesOf[statistic].Exists(one => one.Slug == slug);
    }

    private static Miniature MiniatureOf(Statistic statistic)
    {
        var line = statistic.Shape == StatisticShape.Series
            ? Panel.Of(statistic).FirstOrDefault()?.Lines.Find(line => line.Points.Exists(point => point.Value is not null))
            : null;
        var bars = statistic.Shape == StatisticShape.Breakdown ? Bars.Of(statistic).FirstOrDefault() : null;
        var figure = statistic.Shape == StatisticShape.Figures
            ? statistic.Observations.Where(cell => cell.Value is not null).MinBy(cell => cell.Position)
            : null;
        var series = statistic.Series.OrderBy(series => series.Position).ToList();
        return new(
            statistic.Slug, statistic.Title,
            line is not null ? series.Find(one => one.Label == line.Name)!.Unit : bars?.Unit ?? figure?.Unit ?? statistic.Unit,
            series.Count > 1 ? line?.Name ?? bars?.Title : null,
            line?.Definition ?? bars?.Definition ?? figure?.Definition ?? series[0].Definition,
            line is null ? null : new(line), bars?.Rows.Take(MostBars).ToList(), figure,
            More(statistic, series.Count, bars));
    }

    // What the miniature leaves out.
    private static string? More(Statistic statistic, int columns, Bars? bars)
    {
        var more = statistic.Shape switch
        {
            StatisticShape.Figures => statistic.Observations.Count(cell => cell.Value is not null) - 1,
            StatisticShape.Breakdown when bars is not null && bars.Rows.Count > MostBars => bars.Rows.Count - MostBars,
            _ => 0,
        };
        return more > 0 ? $"and {more} more" : columns > 1 ? $"1 of {columns} columns" : null;
    }

    public sealed record Group(ThemeCount? Theme, List<Miniature> Miniatures);

    public sealed record ThemeCount(string Slug, string Title, int Count);

    /// <param name="Column">Which column is drawn, where there are several.</param>
    /// <param name="Definition">Who is counted in what is drawn.</param>
    /// <param name="More">What is not drawn, in words.</param>
    public sealed record Miniature(
        string Slug, string Title, string Unit, string? Column, string Definition, Trend? Trend, List<Bar>? Bars, Observation? Figure, string? More);

    /// <summary>A series from its first value to its last.</summary>
    public sealed record Trend(ChartLine Line)
    {
        public ChartPoint First => Line.Points.Find(point => point.Value is not null)!;
        public ChartPoint Last => Line.Points.FindLast(point => point.Value is not null)!;
    }
}
