using LastTrainHome.Library;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Pages.Claims;

/// <summary>A statement beside the numbers it is checked against, and what they say.</summary>
public sealed class ClaimModel(LibraryDb db) : PageModel
{
    public Card Claim { get; private set; } = null!;
    public List<Evidence> Numbers { get; private set; } = [];
    public Surroundings Around { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        var claim = await (
            from found in db.Claims
            where found.Slug == slug
            join section in db.Sections on found.SectionKey equals section.Key
            select new Card(found.Key, found.File, found.Title, found.By, section.Slug, section.Title, found.Verdict, found.Care, found.Html))
            .SingleOrDefaultAsync(cancel);

        if (claim is null)
            return await this.ElsewhereAsync(db, PageKind.Claim, slug, cancel);

        Claim = claim;
        Numbers = await FindNumbersAsync(claim.Key, cancel);
        Around = await Surroundings.OfAsync(db, claim.Key, cancel);
        return Page();
    }

    private async Task<List<Evidence>> FindNumbersAsync(string key, CancellationToken cancel)
    {
        var numbers = await (
            from against in db.ClaimStatistics
            where against.ClaimKey == key
            join statistic in db.Statistics on against.StatisticKey equals statistic.Key
            orderby against.Position
            select new { against.Fragment, statistic.Key, statistic.Slug, statistic.Title })
            .ToListAsync(cancel);

        // A claim names a handful of cells; looked up one by one, each as its own fragment says.
        var found = new List<Evidence>();
        foreach (var number in numbers)
        {
            var cell = number.Fragment is null ? null : await (
                from observed in db.Observations
                where observed.StatisticKey == number.Key && observed.Value != null
                    && (observed.Row + "-" + observed.Column == number.Fragment || observed.Row == number.Fragment)
                join series in db.Series on new { observed.StatisticKey, Name = observed.Column } equals new { series.StatisticKey, series.Name }
                orderby series.Position
                select new Cell(
                    observed.Row + "-" + observed.Column, observed.Written, observed.Unit, observed.Label ?? series.Label, observed.Date,
                    observed.Label == null ? observed.Row : null, observed.Definition ?? series.Definition, observed.Status))
                .FirstOrDefaultAsync(cancel);
            found.Add(new(number.Slug, number.Title, cell));
        }

        return found;
    }

    public sealed record Card(
        string Key, string File, string Title, string By, string Section, string SectionTitle, Verdict Verdict, string? Care, string Html);

    public sealed record Evidence(string Statistic, string Title, Cell? Cell);

    /// <param name="Period">The row, where rows are periods.</param>
    public sealed record Cell(
        string Fragment, string Written, string Unit, string Label, string? Date, string? Period, string Definition, ObservationStatus Status);
}
