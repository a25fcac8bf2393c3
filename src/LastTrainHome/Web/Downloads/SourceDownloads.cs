using System.Text;
using LastTrainHome.Citations;
using LastTrainHome.Library;
using LastTrainHome.Web.Routing;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Web.Downloads;

/// <summary>A source to take into one's own bibliography.</summary>
public static class SourceDownloads
{
    public static void MapSourceDownloads(this IEndpointRouteBuilder site)
    {
        Map(site, "bib", "application/x-bibtex", source => BibTeX.Of(source.Slug, source.Csl));
        Map(site, "ris", "application/x-research-info-systems", source => Ris.Of(source.Slug, source.Csl));

        // A list of one, as reference managers export and import it.
        Map(site, "json", "application/vnd.citationstyles.csl+json", source => $"[{source.Csl}]\n");
    }

    private static void Map(IEndpointRouteBuilder site, string extension, string type, Func<Source, string> write) =>
        site.MapRead($"/sources/{{key}}.{extension}", async (string key, LibraryDb db, HttpResponse response, CancellationToken cancel) =>
        {
            if (await db.Sources.AsNoTracking().SingleOrDefaultAsync(source => source.Slug == key, cancel) is not { } source)
                return await Redirects.FindAsync(db, PageKind.Source, key, cancel) is { } address
                    ? Results.Redirect($"{address}.{extension}", permanent: true)
                    : Results.NotFound();

            response.Headers.ContentDisposition = $"attachment; filename=\"{Uri.EscapeDataString(key)}.{extension}\"";
            return Results.Text(write(source), type, Encoding.UTF8);
        });
}
