using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using LastTrainHome.Library;
using LastTrainHome.Web.Layout;
using LastTrainHome.Web.Related;
using LastTrainHome.Web.Routing;

namespace LastTrainHome.Web.Downloads;

/// <summary>A statistic to take away. Each figure carries who is counted, its unit, its standing, its sources and whose it is, so that it stays honest on its own.</summary>
public static class StatisticDownloads
{
    private static readonly string[] Header =
    [
        "statistic", "row", "label", "date", "column", "column_label", "value", "unit", "definition", "status", "note", "counting_changed",
        "sources", "territory", "producer", "rights", "licence", "address",
    ];

    // Relaxed: the answer is JSON and says so, and characters stay readable.
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
    };

    public static void MapStatisticDownloads(this IEndpointRouteBuilder site)
    {
        site.MapRead("/statistics/{slug}.csv", CsvAsync);
        site.MapRead("/statistics/{slug}.json", JsonAsync);
    }

    private static async Task<IResult> CsvAsync(string slug, LibraryDb db, CurrentEdition edition, Addresses addresses, HttpResponse response, CancellationToken cancel)
    {
        if (await FindAsync(slug, edition, addresses) is not { } found)
            return await MovedAsync(db, slug, ".csv", cancel);

        response.Headers.ContentDisposition = $"attachment; filename=\"{slug}.csv\"";
        return Results.Text(Csv(found), "text/csv", Encoding.UTF8);
    }

    private static async Task<IResult> JsonAsync(string slug, LibraryDb db, CurrentEdition edition, Addresses addresses, CancellationToken cancel) =>
        await FindAsync(slug, edition, addresses) is { } found
            ? Results.Json(Whole(found), Json)
            : await MovedAsync(db, slug, ".json", cancel);

    private static async Task<IResult> MovedAsync(LibraryDb db, string slug, string extension, CancellationToken cancel) =>
        await Redirects.FindAsync(db, PageKind.Statistic, slug, cancel) is { } address
            ? Results.Redirect(address + extension, permanent: true)
            : Results.NotFound();

    private static async Task<Found?> FindAsync(string slug, CurrentEdition edition, Addresses addresses)
    {
        var index = await edition.IndexAsync();
        return index.Study is { } study && index.Statistic(slug) is { } statistic
            ? new(statistic, index, study, addresses.Whole("/statistics/" + slug))
            : null;
    }

    private static string Csv(Found found)
    {
        var csv = new StringBuilder();
        Write(csv, Header);
        var columns = found.Statistic.Series.ToDictionary(series => series.Name);
        foreach (var cell in InOrder(found.Statistic))
        {
            var column = columns[cell.Column];
            Write(csv,
            [
                found.Statistic.Slug, cell.Row, cell.Label, cell.Date ?? found.Statistic.Date, cell.Column, column.Label, cell.Written, cell.Unit,
                cell.Definition ?? column.Definition, StatusOf(cell), cell.Note, Changed(found.Statistic, cell),
                string.Join("; ", SourcesOf(found, cell).Select(source => source.Short)), found.Statistic.Territory, found.Statistic.Producer,
                found.Study.Rights, found.Study.Licence, found.Address,
            ]);
        }

        return csv.ToString();
    }

    private static object Whole(Found found)
    {
        var statistic = found.Statistic;
        return new
        {
            Address = found.Address,
            statistic.Title,
            statistic.Summary,
            Shape = statistic.Shape.ToString().ToLowerInvariant(),
            statistic.Unit,
            statistic.Territory,
            statistic.Producer,
            statistic.Date,
            Columns = statistic.Series.OrderBy(series => series.Position).Select(series => new { series.Name, series.Label, series.Counts, series.Definition, series.Unit }),
            Breaks = statistic.Breaks.OrderBy(change => change.Position).Select(change => new { change.At, change.Columns, change.Note }),
            Observations = InOrder(statistic).Select(cell => new
            {
                cell.Row,
                cell.Column,
                cell.Value,
                cell.Written,
                cell.Unit,
                Status = StatusOf(cell),
                cell.Label,
                cell.Date,
                cell.Definition,
                cell.Note,
                Sources = SourcesOf(found, cell).Select(source => source.Slug),
            }),
            Sources = found.Index.InOrder(statistic.Observations.SelectMany(cell => cell.SourceKeys))
                .Select(source => new { Key = source.Slug, source.Short, source.ReferenceHtml }),
            HowToCite = $"{statistic.Producer}: “{statistic.Title}” ({statistic.Unit}, {statistic.Territory}). As collected in the study of {found.Study.Title}, {found.Address}.",
            found.Study.Rights,
            found.Study.Licence,
        };
    }

    private static IEnumerable<Observation> InOrder(Statistic statistic) =>
        statistic.Observations.OrderBy(cell => cell.Position).ThenBy(cell => statistic.Series.Find(series => series.Name == cell.Column)!.Position);

    private static string StatusOf(Observation cell) => cell.Value is null ? "gap" : cell.Status.ToString().ToLowerInvariant();

    private static string? Changed(Statistic statistic, Observation cell) =>
        statistic.Breaks.Find(change => change.At == cell.Row && (change.Columns.Count == 0 || change.Columns.Contains(cell.Column)))?.Note;

    private static IEnumerable<SourceEntry> SourcesOf(Found found, Observation cell) =>
        (cell.Value is null ? [] : cell.SourceKeys).Select(found.Index.Source).OfType<SourceEntry>();

    private static void Write(StringBuilder csv, IEnumerable<string?> fields) =>
        csv.AppendJoin(',', fields.Select(Field)).Append("\r\n");

    private static string Field(string? text) =>
        text is null ? "" : text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;

    private sealed record Found(Statistic Statistic, EditionIndex Index, StudyInfo Study, string Address);
}
