using LastTrainHome.Library;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Pages;

/// <summary>The front page: the themes, the chapters, one number, and the way to everything else.</summary>
public sealed class IndexModel(LibraryDb db) : PageModel
{
    public Welcome Film { get; private set; } = null!;
    public List<ThemeLine> Themes { get; private set; } = [];
    public List<Chapter> Chapters { get; private set; } = [];
    public Ticket? Number { get; private set; }
    public Dictionary<PageKind, int> Counts { get; private set; } = [];
    public List<SourceLine> Sources { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Film = await db.Documentaries
            .Select(film => new Welcome(
                film.Key, film.File, film.Title, film.Original, film.Romanization, film.Language, film.Director, film.Year,
                film.Summary, film.ReviewTitle, film.ReviewAuthors, film.Html))
            .SingleAsync(cancel);

        Themes = await db.Themes
            .OrderBy(theme => theme.Position)
            .Select(theme => new ThemeLine(theme.Slug, theme.Title, theme.Original, theme.Question, theme.Minutes, theme.Words))
            .ToListAsync(cancel);

        Chapters = await db.Sections
            .OrderBy(section => section.Position)
            .Select(section => new Chapter(section.Slug, section.Title, section.Summary, section.Words))
            .ToListAsync(cancel);

        Counts = await db.Pages.GroupBy(page => page.Kind).Select(kind => new { kind.Key, Count = kind.Count() })
            .ToDictionaryAsync(kind => kind.Key, kind => kind.Count, cancel);

        Number = await FindNumberAsync(cancel);
        Sources = await Surroundings.SourcesOfAsync(db, cancel, Film.Key);
    }

    // The number most worth questioning: one that a checked statement takes for something it does not count. Else any that a statement is checked against.
    private async Task<Ticket?> FindNumberAsync(CancellationToken cancel)
    {
        var candidates = await (
            from claim in db.Claims
            from checkedAgainst in claim.Statistics
            where checkedAgainst.Fragment != null
            join cell in db.Observations on checkedAgainst.StatisticKey equals cell.StatisticKey
            where cell.Value != null
                && (checkedAgainst.Fragment == cell.Row + "-" + cell.Column || checkedAgainst.Fragment == cell.Row)
            join statistic in db.Statistics on cell.StatisticKey equals statistic.Key
            join series in db.Series on new { cell.StatisticKey, Name = cell.Column } equals new { series.StatisticKey, series.Name }
            orderby claim.Position, checkedAgainst.Position
            select new
            {
                claim.Verdict,
                Ticket = new Ticket(
                    cell.Written, cell.Unit, cell.Definition ?? series.Definition, cell.Label ?? series.Label, cell.Date ?? statistic.Date ?? cell.Row,
                    statistic.Slug, cell.Row + "-" + cell.Column, statistic.Producer, claim.Slug, claim.Title),
            })
            .ToListAsync(cancel);

        return (candidates.Find(candidate => candidate.Verdict == Verdict.MixesDefinitions) ?? candidates.FirstOrDefault())?.Ticket;
    }

    public sealed record Welcome(
        string Key, string File, string Title, string? Original, string? Romanization, string Language, string Director, int Year,
        string? Summary, string? ReviewTitle, List<string> ReviewAuthors, string Html);

    public sealed record ThemeLine(string Slug, string Title, string? Original, string Question, int? Minutes, int Words);

    public sealed record Chapter(string Slug, string Title, string? Summary, int Words);

    public sealed record Ticket(
        string Written, string Unit, string Definition, string Label, string When,
        string Statistic, string Fragment, string Producer, string Claim, string Statement);
}
