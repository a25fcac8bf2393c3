using LastTrainHome.Library;
using LastTrainHome.Web.Charts;
using LastTrainHome.Web.Display;
using LastTrainHome.Web.Related;
using LastTrainHome.Web.Routing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Pages.Statistics;

/// <summary>A number, questioned: its chart, its rows, who is counted, where counting changed, where each figure was read, and who quotes it.</summary>
public sealed class StatisticModel(LibraryDb db, CurrentEdition edition) : PageModel
{
    public Details Number { get; private set; } = null!;
    public List<Column> Columns { get; private set; } = [];
    public List<Row> Rows { get; private set; } = [];
    public List<Panel> Panels { get; private set; } = [];
    public List<Bars> Bars { get; private set; } = [];
    public List<ObservationStatus> Statuses { get; private set; } = [];
    public List<QuotedChange> Changes { get; private set; } = [];
    public List<QuotingPage> Quotes { get; private set; } = [];
    public List<IndexedClaim> Claims { get; private set; } = [];
    public List<ComparableSeries> Comparable { get; private set; } = [];
    public RelatedContent Related { get; private set; } = null!;
    public bool HasNotes => Rows.Any(row => row.Notes.Count > 0);
    public bool HasSources => Rows.Any(row => row.Sources.Count > 0);

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        var index = await edition.IndexAsync();
        if (index.Statistic(slug) is not { } statistic)
            return await this.RedirectOrNotFoundAsync(db, PageKind.Statistic, slug, cancel);

        Show(statistic, index);
        Changes = await FindChangesAsync(statistic, cancel);
        Quotes = await FindQuotesAsync(statistic.Key, cancel);
        Claims = [.. index.Claims.Where(claim => claim.Statistics.Contains(statistic.Key))];
        Comparable = FindComparable(statistic, index.Statistics);
        return Page();
    }

    private void Show(Statistic statistic, EditionIndex index)
    {
        Number = new(
            statistic.Slug, statistic.File, statistic.Title, statistic.Summary, statistic.Shape, statistic.Unit, statistic.Territory, statistic.Producer,
            statistic.Date, statistic.Html);
        Columns = [.. statistic.Series.OrderBy(series => series.Position).Select(series => new Column(series.Name, series.Label, series.Definition, series.Unit))];
        if (statistic.Shape == StatisticShape.Series)
            Panels = Panel.Of(statistic);
        if (statistic.Shape == StatisticShape.Breakdown)
            Bars = LastTrainHome.Web.Charts.Bars.Of(statistic);

        var keys = statistic.Observations.Where(cell => cell.Value is not null).SelectMany(cell => cell.SourceKeys).ToHashSet();
        var sources = keys.ToDictionary(key => key, key => index.Source(key));

        Rows = [.. statistic.Observations.GroupBy(cell => cell.Position).OrderBy(row => row.Key).Select(row => RowOf(statistic, [.. row], sources))];
        Statuses = [.. statistic.Observations.Where(cell => cell.Value is not null).Select(cell => cell.Status).Distinct().Where(status => status != ObservationStatus.Final).Order()];

        // Sources of single figures belong to the page's sources even where its notes do not cite them.
        var related = index.RelatedTo(statistic.Key);
        var all = related.Sources.UnionBy(index.InOrder(keys), source => source.Slug);
        Related = related with { Sources = [.. all.OrderBy(source => source.Short, StringComparer.OrdinalIgnoreCase)] };
    }

    private Row RowOf(Statistic statistic, List<Observation> cells, Dictionary<string, SourceEntry?> sources)
    {
        var first = cells[0];
        var ordered = Columns.Select(column => cells.Find(cell => cell.Column == column.Name)).OfType<Observation>().ToList();
        var notes = ordered
            .Where(cell => !string.IsNullOrEmpty(cell.Note))
            .GroupBy(cell => cell.Note!)
            .Select(same => new Note(same.Count() == Columns.Count || Columns.Count == 1 ? [] : [.. same.Select(cell => Columns.Find(column => column.Name == cell.Column)!.Label)], same.Key))
            .ToList();
        var read = ordered.Where(cell => cell.Value is not null).SelectMany(cell => cell.SourceKeys).Distinct().Select(key => sources.GetValueOrDefault(key)).OfType<SourceEntry>().ToList();
        return new(
            first.Row,
            DateDisplay.OfRow(statistic, first),
            first.Date,
            [.. ordered.Select(cell => new Cell(cell.Fragment, cell.Written, cell.Value is null, cell.Unit, cell.Status, cell.Definition ?? Columns.Find(column => column.Name == cell.Column)!.Definition))],
            notes, read);
    }

    // A link that quotes a change leads to it here.
    private async Task<List<QuotedChange>> FindChangesAsync(Statistic statistic, CancellationToken cancel)
    {
        var quoted = await db.BoundNumbers
            .Where(number => number.StatisticKey == statistic.Key && number.FromRow != null)
            .Select(number => number.FromRow + ".." + number.Row + "-" + number.Column)
            .Distinct()
            .ToListAsync(cancel);
        return
        [
            .. from fragment in quoted
               let change = Change.Find(statistic, fragment)
               where change is { Breaks.Count: 0 }
               orderby change.To.Position, change.From.Position, Columns.FindIndex(column => column.Name == change.To.Column)
               select new QuotedChange(
                   fragment, change.From.Fragment, DateDisplay.OfRow(statistic, change.From), change.To.Fragment, DateDisplay.OfRow(statistic, change.To),
                   Columns.Find(column => column.Name == change.To.Column)!.Label, ChangeDisplay.Of(change), ChangeDisplay.Sum(change))
        ];
    }

    private async Task<List<QuotingPage>> FindQuotesAsync(string key, CancellationToken cancel)
    {
        var quotes = await (
            from number in db.BoundNumbers
            where number.StatisticKey == key
            join page in db.Pages on number.PageKey equals page.Key
            orderby page.Number, number.Position
            select new { page.Kind, page.Slug, page.Title, number.Words })
            .ToListAsync(cancel);
        return [.. quotes.GroupBy(quote => quote.Kind.Address(quote.Slug)).Select(page => new QuotingPage(page.Key, page.First().Title, [.. page.Select(quote => quote.Words).Distinct()]))];
    }

    // What may share an axis with a column here: the same people in the same unit and territory, counted in another table.
    private static List<ComparableSeries> FindComparable(Statistic statistic, IEnumerable<Statistic> all) => statistic.Shape != StatisticShape.Series
        ? []
        :
        [
            .. from other in all
               where other.Key != statistic.Key && other.Territory == statistic.Territory && other.Shape == StatisticShape.Series
               from there in other.Series.OrderBy(series => series.Position)
               from here in statistic.Series
               where here.Counts == there.Counts && here.Unit == there.Unit
               select new ComparableSeries(here.Name, here.Label, $"{other.Slug}/{there.Name}", $"{other.Title}: {there.Label}")
        ];

    public sealed record Details(
        string Slug, string File, string Title, string? Summary, StatisticShape Shape, string Unit, string Territory, string Producer, string? Date, string Html);

    public sealed record Column(string Name, string Label, string Definition, string Unit);

    public sealed record Row(string Id, string Head, string? Date, List<Cell> Cells, List<Note> Notes, List<SourceEntry> Sources);

    public sealed record Cell(string Id, string Written, bool IsGap, string Unit, ObservationStatus Status, string Definition);

    /// <param name="Columns">The columns it is about; empty for the whole row.</param>
    public sealed record Note(List<string> Columns, string Text);

    /// <param name="From">The fragment of the cell it is counted from.</param>
    /// <param name="Much">How much it is.</param>
    /// <param name="Sum">How that is worked out.</param>
    public sealed record QuotedChange(string Fragment, string From, string FromName, string To, string ToName, string Label, string Much, string Sum);

    public sealed record QuotingPage(string Address, string Title, List<string> Words);

    public sealed record ComparableSeries(string Here, string HereLabel, string There, string ThereLabel);
}
