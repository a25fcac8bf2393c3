using LastTrainHome.Library;
using LastTrainHome.Web.Charts;
using LastTrainHome.Web.Related;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Pages;

/// <summary>The front page: the themes, the chapters, one number, and the way to everything else.</summary>
public sealed class IndexModel(LibraryDb db, CurrentEdition edition) : PageModel
{
    public Details Film { get; private set; } = null!;
    public IReadOnlyList<IndexedTheme> Themes { get; private set; } = [];
    public IReadOnlyList<IndexedSection> Chapters { get; private set; } = [];
    public QuestionedNumber? Number { get; private set; }
    public IReadOnlyDictionary<PageKind, int> Counts { get; private set; } = new Dictionary<PageKind, int>();
    public List<SourceEntry> Sources { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Film = await db.Documentaries
            .Select(film => new Details(
                film.Key, film.File, film.Title, film.Original, film.Romanization, film.Language, film.Director, film.Year,
                film.ReviewAuthors, film.Html))
            .SingleAsync(cancel);

        var index = await edition.IndexAsync();
        Themes = index.Themes;
        Chapters = index.Sections;
        Counts = index.Counts;
        Sources = index.SourcesOf(Film.Key);
        Number = await FindNumberAsync(cancel);
    }

    // The number most worth questioning: the largest that a statement takes for a count of other people, beside the count it is taken for.
    private async Task<QuestionedNumber?> FindNumberAsync(CancellationToken cancel)
    {
        var cells = await (
            from claim in db.Claims
            where claim.Verdict == Verdict.MixesDefinitions
            from against in claim.Statistics
            where against.Fragment != null
            join cell in db.Observations on against.StatisticKey equals cell.StatisticKey
            where cell.Value != null && (against.Fragment == cell.Row + "-" + cell.Column || against.Fragment == cell.Row)
            join statistic in db.Statistics on cell.StatisticKey equals statistic.Key
            join series in db.Series on new { cell.StatisticKey, Name = cell.Column } equals new { series.StatisticKey, series.Name }
            where statistic.Shape == StatisticShape.Series
            orderby claim.Position, against.Position
            select new
            {
                Claim = claim.Slug,
                Statement = claim.Title,
                series.Counts,
                Cell = new Figure(
                    cell.Value!.Value, cell.Written, cell.Unit, series.Label, series.Definition, cell.Row, statistic.Slug, cell.Row + "-" + cell.Column, statistic.Producer),
            })
            .ToListAsync(cancel);

        foreach (var claim in cells.GroupBy(cell => cell.Claim))
        {
            var largest = claim.MaxBy(cell => cell.Cell.Value)!;
            var other = claim
                .Where(cell => cell.Counts != largest.Counts && cell.Cell.Unit == largest.Cell.Unit)
                .MinBy(cell => Math.Abs(TimeAxis.YearOf(cell.Cell.Period) - TimeAxis.YearOf(largest.Cell.Period)));
            if (other is not null)
                return new(largest.Cell, other.Cell, claim.Key, largest.Statement);
        }

        return null;
    }

    public sealed record Details(
        string Key, string File, string Title, string? Original, string? Romanization, string Language, string Director, int Year,
        List<string> ReviewAuthors, string Html);

    /// <param name="Shown">The number.</param>
    /// <param name="Other">What it is not: a count of other people.</param>
    public sealed record QuestionedNumber(Figure Shown, Figure Other, string Claim, string Statement);

    public sealed record Figure(
        double Value, string Written, string Unit, string Label, string Definition, string Period, string Statistic, string Fragment, string Producer);
}
