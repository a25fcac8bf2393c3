using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using LastTrainHome.Editions;
using LastTrainHome.Web.Layout;
using LastTrainHome.Web.Routing;
using Microsoft.Net.Http.Headers;

namespace LastTrainHome.Web.Offline;

/// <summary>What a browser needs to read without a connection: the service worker, and the whole study in one file.</summary>
public static class OfflineFiles
{
    public static void MapOffline(this IEndpointRouteBuilder site)
    {
        site.MapRead("/sw.js", Worker);
        site.MapRead("/offline/study.json", StudyAsync);
    }

    // The browser fetches this file again and again, and installs the worker anew when a byte of it has changed.
    private static IResult Worker(FrontEnd frontEnd, OpenLibraries libraries, HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-cache";
        var files = frontEnd.Files.Where(file => Path.GetExtension(file.Key) is ".js" or ".css" or ".svg").Select(file => file.Value);
        var known = JsonSerializer.Serialize(new { version = frontEnd.VersionOf(libraries.Current), files });
        return Results.Text($"self.study = {known};\nimportScripts('{frontEnd.Files["/js/service-worker.js"]}');\n", "text/javascript", System.Text.Encoding.UTF8);
    }

    private static async Task<IResult> StudyAsync(WholeStudy study, SiteInfo siteInfo, HttpContext context)
    {
        if (await siteInfo.ReadAsync() is null)
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);

        var file = await study.MakeAsync(context.RequestAborted);
        var headers = context.Response.Headers;
        headers.CacheControl = "no-cache";
        headers.Vary = HeaderNames.AcceptEncoding;
        headers["Study-Pages"] = file.Pages.ToString(CultureInfo.InvariantCulture);
        headers["Study-Length"] = file.Length.ToString(CultureInfo.InvariantCulture);
        headers["X-Robots-Tag"] = "noindex";
        foreach (var (coding, bytes) in new[] { ("br", file.Brotli), ("gzip", file.Gzip) })
            if (context.Request.GetTypedHeaders().AcceptEncoding.Any(taken => taken.Value == coding && taken.Quality is not 0))
            {
                headers.ContentEncoding = coding;
                return Results.Bytes(bytes, "application/json", entityTag: new($"\"{file.Version}-{coding}\""));
            }

        return Results.Stream(new GZipStream(new MemoryStream(file.Gzip), CompressionMode.Decompress), "application/json");
    }
}
