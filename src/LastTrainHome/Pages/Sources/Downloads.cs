using LastTrainHome.Library;
using LastTrainHome.Library.Citations;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Pages.Sources;

/// <summary>A source to take into one's own bibliography.</summary>
public static class SourceDownloads
{
    public static void MapSourceDownloads(this IEndpointRouteBuilder site)
    {
        site.MapGet("/sources/{key}.json", JsonAsync);
        site.MapGet("/sources/{key}.bib", (string key, LibraryDb db, CancellationToken cancel) => WrittenAsync(key, BibTeX.Of, "application/x-bibtex", db, cancel));
        site.MapGet("/sources/{key}.ris", (string key, LibraryDb db, CancellationToken cancel) => WrittenAsync(key, Ris.Of, "application/x-research-info-systems", db, cancel));
    }

    private static async Task<IResult> JsonAsync(string key, LibraryDb db, CancellationToken cancel) =>
        await FindAsync(key, db, cancel) is { } csl
            // A list of one, as reference managers export and import it.
            ? Results.Text($"[{csl}]", "application/vnd.citationstyles.csl+json", System.Text.Encoding.UTF8)
            : Results.NotFound();

    private static async Task<IResult> WrittenAsync(string key, Func<Source, string> write, string type, LibraryDb db, CancellationToken cancel) =>
        await db.Sources.SingleOrDefaultAsync(source => source.Slug == key, cancel) is { } source
            ? Results.Text(write(source), type, System.Text.Encoding.UTF8)
            : Results.NotFound();

    private static Task<string?> FindAsync(string key, LibraryDb db, CancellationToken cancel) =>
        db.Sources.Where(source => source.Slug == key).Select(source => source.Csl).SingleOrDefaultAsync(cancel);
}
