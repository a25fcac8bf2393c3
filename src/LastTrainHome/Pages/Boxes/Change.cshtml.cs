using LastTrainHome.Library;
using LastTrainHome.Web.Display;
using LastTrainHome.Web.Prepared;
using LastTrainHome.Web.Related;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LastTrainHome.Pages.Boxes;

/// <summary>Where a change in a text comes from: both figures, the sum, and whether they were counted in the same way.</summary>
public sealed class ChangeModel(CurrentEdition edition) : PageModel
{
    public Details Shown { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, string from, string to)
    {
        var index = await edition.IndexAsync();
        if (index.Statistic(slug) is not { } statistic || Change.Find(statistic, $"{from}..{to}") is not { } change)
            return NotFound();

        Shown = Of(statistic, change, index);
        return this.Keep(Shown);
    }

    private static Details Of(Statistic statistic, Change change, EditionIndex index)
    {
        var series = statistic.Series.Find(series => series.Name == change.To.Column)!;
        var isCounted = change.Breaks.Count == 0;
        return new(
            statistic.Title, $"{statistic.Address}#{change.Fragment}", isCounted ? ChangeDisplay.Of(change) : null, isCounted ? ChangeDisplay.Sum(change) : null,
            series.Label, change.To.Definition ?? series.Definition, statistic.Territory, [EndOf(change.From), EndOf(change.To)],
            [.. change.Breaks.Select(changed => new CountingBreak(DateDisplay.Of(changed.At), changed.Note))]);

        End EndOf(Observation cell) => new(
            DateDisplay.OfRow(statistic, cell), $"{statistic.Address}#{cell.Fragment}", NumberDisplay.Of(cell.Written), cell.Unit, cell.Status, cell.Note,
            index.InOrder(cell.SourceKeys).ConvertAll(source => new SourceLink(source.Slug, source.Short)));
    }

    /// <param name="Title">The statistic's.</param>
    /// <param name="Much">How much it changed; null where counting did.</param>
    /// <param name="Sum">How that is worked out.</param>
    /// <param name="Label">What is counted, in the column's words.</param>
    public sealed record Details(
        string Title, string Address, string? Much, string? Sum, string Label, string Definition, string Territory, List<End> Ends, List<CountingBreak> Breaks);

    /// <summary>One of the two figures.</summary>
    public sealed record End(string Name, string Address, string Written, string Unit, ObservationStatus Status, string? Note, List<SourceLink> Sources);

    public sealed record SourceLink(string Slug, string Short);

    /// <summary>Counting changed.</summary>
    public sealed record CountingBreak(string At, string Note);
}
