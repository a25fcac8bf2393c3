using LastTrainHome.Library;
using LastTrainHome.Pages.Charts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Pages;

/// <summary>Two series or more side by side: on one axis where they count the same people in the same unit and territory, else apart, with the reason.</summary>
public sealed class CompareModel(LibraryDb db) : PageModel
{
    private const int Most = 4;

    public List<Choice> Choices { get; private set; } = [];
    public List<Chosen> Series { get; private set; } = [];
    public List<string> Unknown { get; private set; } = [];
    public string? Refusal { get; private set; }
    public List<Panel> Panels { get; private set; } = [];

    /// <summary>The address names the series, <c>?series=a/x,b/y</c>; the form sends the parameter once for each.</summary>
    public async Task OnGetAsync([FromQuery] string[] series, CancellationToken cancel)
    {
        var names = series
            .SelectMany(value => value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Distinct()
            .Take(Most)
            .ToList();

        Choices = await (
            from line in db.Series
            join statistic in db.Statistics on line.StatisticKey equals statistic.Key
            where statistic.Shape == StatisticShape.Series
            orderby statistic.Title, line.Position
            select new Choice(statistic.Slug + "/" + line.Name, statistic.Title, line.Label))
            .ToListAsync(cancel);

        Unknown = [.. names.Where(name => !Choices.Exists(choice => choice.Name == name))];
        await LoadAsync([.. names.Except(Unknown)], cancel);
        var comparison = Comparison.Of(Series.Select(one => one.Comparand));
        Refusal = comparison.Refusal;
        Panels = [.. comparison.Panels
            .Select(panel => panel.Select(comparand => Series.Find(one => one.Comparand == comparand)!).ToList())
            .Select(panel => new Panel(string.Join(", ", panel.Select(one => one.Name)), panel[0].Comparand.Series.Unit, panel.ConvertAll(one => one.Line)))
            .Where(panel => panel.Figures > 0)];
    }

    private async Task LoadAsync(List<string> names, CancellationToken cancel)
    {
        var slugs = names.Select(name => name[..name.IndexOf('/', StringComparison.Ordinal)]).Distinct().ToList();
        var statistics = await db.Statistics
            .Include(statistic => statistic.Series).Include(statistic => statistic.Breaks).Include(statistic => statistic.Observations)
            .AsSplitQuery().AsNoTracking()
            .Where(statistic => slugs.Contains(statistic.Slug))
            .ToDictionaryAsync(statistic => statistic.Slug, cancel);

        foreach (var parts in names.Select(name => name.Split('/', 2)))
        {
            var statistic = statistics[parts[0]];
            var line = statistic.Series.Single(line => line.Name == parts[1]);
            var name = statistics.Count == 1 ? line.Label
                : statistic.Series.Count == 1 || line.Label == statistic.Title ? statistic.Title
                : $"{statistic.Title}: {line.Label}";
            Series.Add(new($"{parts[0]}/{parts[1]}", parts[0], name, statistic.Producer, new Comparand(statistic, line), Line.Of(statistic, line, name)));
        }
    }

    public sealed record Choice(string Name, string Statistic, string Label);

    public sealed record Chosen(string Id, string Slug, string Name, string Producer, Comparand Comparand, Line Line);
}
