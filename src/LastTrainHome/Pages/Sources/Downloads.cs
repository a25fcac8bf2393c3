using LastTrainHome.Library;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Pages.Sources;

/// <summary>A source to take into one's own bibliography.</summary>
public static class SourceDownloads
{
    public static void MapSourceDownloads(this IEndpointRouteBuilder site)
    {
        site.MapGet("/sources/{key}.json", JsonAsync);
    }

    private static async Task<IResult> JsonAsync(string key, LibraryDb db, CancellationToken cancel) =>
        await FindAsync(key, db, cancel) is { } csl
            // A list of one, as reference managers export and import it.
            ? Results.Text($"[{csl}]", "application/vnd.citationstyles.csl+json", System.Text.Encoding.UTF8)
            : Results.NotFound();

    private static Task<string?> FindAsync(string key, LibraryDb db, CancellationToken cancel) =>
        db.Sources.Where(source => source.Slug == key).Select(source => source.Csl).SingleOrDefaultAsync(cancel);
}
