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
        Refusal = Series.Count > 1 ? Comparison.Of(Series.Select(one => one.Compared)).Refusal : null;

        if (Series.Count > 1 && Refusal is null)
            Panels = [new(string.Join(", ", Series.Select(one => one.Name)), Series[0].Unit, [.. Series.Select(one => one.Line)])];
        else
            Panels = [.. Series.Select(one => new Panel(one.Name, one.Unit, [one.Line]))];
        Panels.RemoveAll(panel => panel.Lines.All(line => line.Points.All(point => point.Value is null)));
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
            var name = statistic.Series.Count == 1 || line.Label == statistic.Title ? statistic.Title : $"{statistic.Title}: {line.Label}";
            Series.Add(new(
                $"{parts[0]}/{parts[1]}", statistic.Slug, name, line.Counts, line.Definition, line.Unit, statistic.Territory, statistic.Producer,
                Line.Of(statistic, line, name), new Comparand(statistic, line)));
        }
    }

    public sealed record Choice(string Name, string Statistic, string Label);

    public sealed record Chosen(
        string Id, string Slug, string Name, string Counts, string Definition, string Unit, string Territory, string Producer, Line Line, Comparand Compared);
}
