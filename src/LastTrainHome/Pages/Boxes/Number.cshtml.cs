using LastTrainHome.Library;
using LastTrainHome.Web.Display;
using LastTrainHome.Web.Prepared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Pages.Boxes;

/// <summary>Where a number in a text comes from: who is counted, where, when, how surely, read in what, and which other number it is not.</summary>
public sealed class NumberModel(LibraryDb db) : PageModel
{
    public Details Number { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, string fragment, CancellationToken cancel)
    {
        var statistic = await db.Statistics
            .Include(statistic => statistic.Series).Include(statistic => statistic.Observations)
            .AsSplitQuery().AsNoTracking()
            .SingleOrDefaultAsync(statistic => statistic.Slug == slug, cancel);
        if (statistic?.Observations.Find(cell => cell.Fragment == fragment && cell.Value is not null) is not { } cell)
            return NotFound();

        var keys = cell.SourceKeys;
        var sources = await db.Sources
            .Where(source => keys.Contains(source.Key))
            .OrderBy(source => source.Short)
            .Select(source => new SourceLink(source.Slug, source.Short))
            .ToListAsync(cancel);
        Number = Of(statistic, cell, sources, await FindLookAlikeAsync(statistic, cell, cancel));
        return this.Keep(Number);
    }

    private static Details Of(Statistic statistic, Observation cell, List<SourceLink> sources, LookAlikeFigure? other)
    {
        var series = statistic.Series.Find(series => series.Name == cell.Column)!;
        return new(
            statistic.Title, Address(statistic, cell), NumberDisplay.Of(cell.Written), cell.Unit, cell.Status,
            statistic.Shape == StatisticShape.Series ? series.Label : cell.Label ?? cell.Row,
            cell.Definition ?? series.Definition, statistic.Territory, When(statistic, cell), cell.Note, sources, other);
    }

    private async Task<LookAlikeFigure?> FindLookAlikeAsync(Statistic statistic, Observation cell, CancellationToken cancel)
    {
        var others = await db.Statistics
            .Where(other => other.Observations.Any(figure => figure.Unit == cell.Unit))
            .Include(other => other.Series).Include(other => other.Observations)
            .AsSplitQuery().AsNoTracking()
            .ToListAsync(cancel);
        return LookAlike.Of(statistic, cell, others) is { } near
            ? new(NumberDisplay.Of(near.Cell.Written), near.Cell.Unit, near.Statistic.Title, When(near.Statistic, near.Cell), Address(near.Statistic, near.Cell), near.Difference)
            : null;
    }

    private static string Address(Statistic statistic, Observation cell) => $"{statistic.Address}#{cell.Fragment}";

    private static string? When(Statistic statistic, Observation cell) =>
        (statistic.Shape == StatisticShape.Series ? cell.Row : cell.Date ?? statistic.Date) is { } date ? DateDisplay.Of(date) : null;

    /// <param name="Title">The statistic's.</param>
    /// <param name="Label">What the figure is called there.</param>
    public sealed record Details(
        string Title, string Address, string Written, string Unit, ObservationStatus Status, string Label, string Definition, string Territory, string? When,
        string? Note, List<SourceLink> Sources, LookAlikeFigure? Other);

    public sealed record SourceLink(string Slug, string Short);

    /// <summary>The number it could be taken for.</summary>
    public sealed record LookAlikeFigure(string Written, string Unit, string Title, string? When, string Address, string Difference);
}
