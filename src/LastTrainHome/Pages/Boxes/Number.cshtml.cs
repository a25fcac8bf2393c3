using LastTrainHome.Library;
using LastTrainHome.Web.Display;
using LastTrainHome.Web.Prepared;
using LastTrainHome.Web.Related;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LastTrainHome.Pages.Boxes;

/// <summary>Where a number in a text comes from: who is counted, where, when, how surely, read in what, and which other number it is not.</summary>
public sealed class NumberModel(CurrentEdition edition) : PageModel
{
    public Details Number { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, string fragment)
    {
        var index = await edition.IndexAsync();
        if (index.Statistic(slug) is not { } statistic
            || statistic.Observations.Find(cell => cell.Fragment == fragment && cell.Value is not null) is not { } cell)
            return NotFound();

        var sources = index.InOrder(cell.SourceKeys).ConvertAll(source => new SourceLink(source.Slug, source.Short));
        Number = Of(statistic, cell, sources, FindLookAlike(statistic, cell, index.Statistics));
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

    private static LookAlikeFigure? FindLookAlike(Statistic statistic, Observation cell, IEnumerable<Statistic> all)
    {
        var others = all.Where(other => other.Observations.Exists(figure => figure.Unit == cell.Unit));
        return LookAlike.Of(statistic, cell, others) is { } near
            ? new(
                NumberDisplay.Of(near.Cell.Written), near.Cell.Unit, near.Statistic.Title, When(near.Statistic, near.Cell),
                Address(near.Statistic, near.Cell), near.Difference)
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
