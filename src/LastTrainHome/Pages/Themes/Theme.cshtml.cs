using System.Text.RegularExpressions;
using LastTrainHome.Library;
using LastTrainHome.Web.Charts;
using LastTrainHome.Web.Related;
using LastTrainHome.Web.Routing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Pages.Themes;

/// <summary>A theme: its question, and everything in the study that bears on it, in reading order.</summary>
public sealed partial class ThemeModel(LibraryDb db, CurrentEdition edition) : PageModel
{
    private const int NumbersShown = 24;

    [GeneratedRegex("[.!?][”’)]*(?= )|[。！？][”’）]*")]
    private static partial Regex SentenceEnd();

    public Details Theme { get; private set; } = null!;
    public List<Chapter> Chapters { get; private set; } = [];
    public List<StatisticEntry> Statistics { get; private set; } = [];
    public List<QuotedNumber> Numbers { get; private set; } = [];
    public Chart? Drawn { get; private set; }
    public List<TermEntry> Terms { get; private set; } = [];
    public List<PageEntry> Scenes { get; private set; } = [];
    public List<ClaimEntry> Claims { get; private set; } = [];
    public List<EventEntry> Events { get; private set; } = [];
    public List<PageEntry> Others { get; private set; } = [];
    public List<QuestionEntry> Questions { get; private set; } = [];
    public List<SourceEntry> Sources { get; private set; } = [];

    /// <summary>All themes in order, this one among them.</summary>
    public List<PageEntry> AllThemes { get; private set; } = [];

    public PageEntry? Next => AllThemes.SkipWhile(stop => stop.Slug != Theme.Slug).ElementAtOrDefault(1);

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        var theme = await db.Themes
            .Where(theme => theme.Slug == slug)
            .Select(theme => new Details(
                theme.Key, theme.Slug, theme.File, theme.Title, theme.Original, theme.Romanization, theme.Question, theme.Summary, theme.Minutes, theme.Words,
                theme.Care, theme.Html,
                theme.Headings.Where(heading => heading.Level == 2).OrderBy(heading => heading.Position).Select(heading => new HeadingEntry(heading.Id, heading.Title)).ToList()))
            .SingleOrDefaultAsync(cancel);

        if (theme is null)
            return await this.RedirectOrNotFoundAsync(db, PageKind.Theme, slug, cancel);

        Theme = theme;
        var index = await edition.IndexAsync();
        await GatherPassagesAsync(cancel);
        await GatherNumbersAsync(slug, cancel);
        Drawn = Draw(index.Statistics);
        await GatherPagesAsync(cancel);
        Questions = await (
            from question in db.Questions
            where question.Themes.Contains(slug) && question.PageKey != theme.Key
            join page in db.Pages on question.PageKey equals page.Key
            where page.Kind != PageKind.Lesson
            orderby page.Number, question.Position
            select new QuestionEntry(question.Id, question.PromptText, page.Kind, page.Slug, page.Title))
            .ToListAsync(cancel);
        Sources = index.SourcesOf(theme.Key);
        AllThemes = [.. index.Themes.Select(one => new PageEntry(PageKind.Theme, one.Slug, one.Title, one.Question))];
        return Page();
    }

    private async Task GatherPassagesAsync(CancellationToken cancel)
    {
        var passages = await (
            from passage in db.Passages
            where passage.ThemeKey == Theme.Key
            join section in db.Sections on passage.PageKey equals section.Key
            join heading in db.Headings on new { passage.PageKey, Id = passage.HeadingId } equals new { heading.PageKey, heading.Id } into headings
            from heading in headings.DefaultIfEmpty()
            orderby section.Position, passage.Position
            select new
            {
                section.Slug,
                section.Title,
                section.Summary,
                section.Position,
                Passage = new PassageEntry(passage.HeadingId, heading == null ? null : heading.Title, passage.Excerpt),
            })
            .ToListAsync(cancel);

        // A chapter that belongs to the theme as a whole is named by its title; only its own passages are quoted.
        Chapters = [.. passages.GroupBy(passage => passage.Slug).Select(chapter => new Chapter(
            chapter.Key, chapter.First().Title, chapter.First().Summary, chapter.First().Position + 1,
            [.. chapter.Select(line => line.Passage).Where(passage => passage.HeadingId.Length > 0)]))];
    }

    private async Task GatherNumbersAsync(string slug, CancellationToken cancel)
    {
        Statistics = await (
            from statistic in db.Statistics
            where db.Passages.Any(passage => passage.ThemeKey == Theme.Key && passage.PageKey == statistic.Key)
            orderby statistic.Position
            select new StatisticEntry(statistic.Slug, statistic.Title, statistic.Summary, statistic.Unit, statistic.Shape))
            .ToListAsync(cancel);

        var quoted = await (
            from number in db.BoundNumbers
            where number.FromRow == null && (number.Themes.Contains(slug) || number.PageKey == Theme.Key)
            join page in db.Pages on number.PageKey equals page.Key
            where page.Kind == PageKind.Section || page.Kind == PageKind.Theme || page.Kind == PageKind.Claim
            join statistic in db.Statistics on number.StatisticKey equals statistic.Key
            join series in db.Series on new { number.StatisticKey, Name = number.Column } equals new { series.StatisticKey, series.Name }
            join cell in db.Observations on new { number.StatisticKey, number.Row, number.Column } equals new { cell.StatisticKey, cell.Row, cell.Column }
            orderby page.Number, number.Position
            select new
            {
                Statistic = statistic.Slug,
                statistic.Title,
                statistic.Shape,
                cell.Row,
                cell.Column,
                cell.Written,
                cell.Unit,
                cell.Status,
                Label = cell.Label ?? series.Label,
                When = cell.Date ?? (statistic.Shape == StatisticShape.Series ? cell.Row : statistic.Date),
                Definition = cell.Definition ?? series.Definition,
                Page = new PageEntry(page.Kind, page.Slug, page.Title, null),
            })
            .ToListAsync(cancel);

        Numbers = [.. quoted
            .GroupBy(number => (number.Statistic, number.Row, number.Column))
            .Select(same => new QuotedNumber(
                same.Key.Statistic, $"{same.Key.Row}-{same.Key.Column}", same.First().Written, same.First().Unit, same.First().Label, same.First().When,
                same.First().Definition, same.First().Status, [.. same.Select(number => number.Page).Distinct()]))
            .Take(NumbersShown)];
    }

    // One chart: best of a statistic that belongs to the theme and is quoted in its passages, and of several the one that says most on one
    // pair of axes; bars where there is no series.
    private Chart? Draw(IEnumerable<Statistic> all)
    {
        var own = Statistics.ConvertAll(number => number.Slug);
        var quoted = Numbers.Select(number => number.Statistic).ToHashSet();

        return all
            .Where(statistic => statistic.Shape != StatisticShape.Figures && (own.Contains(statistic.Slug) || quoted.Contains(statistic.Slug)))
            .Select(statistic => statistic.Shape == StatisticShape.Series
                ? new Chart(statistic.Slug, statistic.Title, Panel.Of(statistic), [])
                : new Chart(statistic.Slug, statistic.Title, [], Bars.Of(statistic)))
            .Where(chart => chart.Panels.Count + chart.Bars.Count > 0)
            .OrderByDescending(chart => own.Contains(chart.Slug) && quoted.Contains(chart.Slug))
            .ThenByDescending(chart => own.Contains(chart.Slug))
            .ThenBy(chart => chart.Panels.Count == 0)
            .ThenByDescending(chart => chart.Panels.Sum(panel => panel.Figures) / Math.Max(1, chart.Panels.Count * chart.Panels.Count))
            .FirstOrDefault();
    }

    private async Task GatherPagesAsync(CancellationToken cancel)
    {
        var keys = db.Passages.Where(passage => passage.ThemeKey == Theme.Key).Select(passage => passage.PageKey);

        Terms = await db.Terms.Where(term => keys.Contains(term.Key)).OrderBy(term => term.Position)
            .Select(term => new TermEntry(term.Slug, term.Title, term.Original, term.Romanization, term.Language, term.Gloss))
            .ToListAsync(cancel);
        Scenes = await db.Scenes.Where(scene => keys.Contains(scene.Key)).OrderBy(scene => scene.Position)
            .Select(scene => new PageEntry(scene.Kind, scene.Slug, scene.Title, scene.When))
            .ToListAsync(cancel);
        Claims = await db.Claims.Where(claim => keys.Contains(claim.Key)).OrderBy(claim => claim.Position)
            .Select(claim => new ClaimEntry(claim.Slug, claim.Title, claim.Verdict))
            .ToListAsync(cancel);
        Events = await db.Events.Where(happened => keys.Contains(happened.Key)).OrderBy(happened => happened.Date)
            .Select(happened => new EventEntry(happened.Slug, happened.Date, happened.Title))
            .ToListAsync(cancel);
        Others = await db.Pages
            .Where(page => keys.Contains(page.Key) && (page.Kind == PageKind.Person || page.Kind == PageKind.Place || page.Kind == PageKind.Lesson))
            .OrderBy(page => page.Number)
            .Select(page => new PageEntry(page.Kind, page.Slug, page.Title, null))
            .ToListAsync(cancel);
    }

    public sealed record Details(
        string Key, string Slug, string File, string Title, string? Original, string? Romanization, string Question, string? Summary, int? Minutes, int Words,
        string? Care, string Html, List<HeadingEntry> Contents);

    public sealed record HeadingEntry(string Id, string Title);

    /// <param name="Number">Which chapter it is, from 1.</param>
    public sealed record Chapter(string Slug, string Title, string? Summary, int Number, List<PassageEntry> Passages);

    public sealed record PassageEntry(string HeadingId, string? Heading, string Excerpt)
    {
        /// <summary>A sentence or two, by which one knows whether to read on.</summary>
        public string Beginning => Excerpt[..End].TrimEnd();

        /// <summary>What follows, or nothing.</summary>
        public string Rest => Excerpt[End..].TrimStart();

        private int End => SentenceEnd().Matches(Excerpt).FirstOrDefault(end => end.Index > 60) is { } end ? end.Index + end.Length : Excerpt.Length;
    }

    public sealed record StatisticEntry(string Slug, string Title, string? Summary, string Unit, StatisticShape Shape);

    /// <summary>A number that the theme's passages quote, with who is counted and where it is quoted.</summary>
    public sealed record QuotedNumber(
        string Statistic, string Fragment, string Written, string Unit, string Label, string? When, string Definition, ObservationStatus Status,
        List<PageEntry> Pages);

    public sealed record Chart(string Slug, string Title, List<Panel> Panels, List<Bars> Bars);

    public sealed record TermEntry(string Slug, string Title, string? Original, string? Romanization, string Language, string Gloss);

    public sealed record ClaimEntry(string Slug, string Title, Verdict Verdict);

    public sealed record EventEntry(string Slug, string Date, string Title);

    public sealed record QuestionEntry(string Id, string Prompt, PageKind Kind, string Slug, string Title)
    {
        public string Address => Addresses.OfQuestion(Kind, Slug, Id);
    }

    public sealed record PageEntry(PageKind Kind, string Slug, string Title, string? More)
    {
        public string Address => Kind.Address(Slug);
    }
}
