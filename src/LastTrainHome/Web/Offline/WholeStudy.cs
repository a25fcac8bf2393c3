using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using LastTrainHome.Editions;
using LastTrainHome.Library;
using LastTrainHome.Web.Related;
using LastTrainHome.Web.Layout;
using LastTrainHome.Web.Routing;

namespace LastTrainHome.Web.Offline;

/// <summary>The study as one file for a device to keep: every page and every small box, as they are for somebody who has not signed in.
/// It is made when somebody first asks for it, once for each version.</summary>
public sealed partial class WholeStudy(IServiceScopeFactory scopes, IHttpContextAccessor accessor, OpenLibraries libraries, FrontEnd frontEnd) : IDisposable
{
    // What pages say of their own address where the site does not know it; the device puts the address it reads at in its place.
    private const string Origin = "http://study.invalid";

    // Useful without a connection, and in no list of pages.
    private static readonly string[] Own = ["/offline", "/my-work", "/settings", "/privacy"];

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }; // never written into a page

    private readonly SemaphoreSlim door = new(1);
    private File? made;

    /// <summary>The file of the version that readers get now.</summary>
    /// <param name="answer">What answers a reader's request.</param>
    /// <param name="cancel">Gives up waiting; whoever else waits gets the file all the same.</param>
    public async Task<File> MakeAsync(RequestDelegate answer, CancellationToken cancel)
    {
        await door.WaitAsync(cancel);
        try
        {
            while (made?.Version != frontEnd.VersionOf(libraries.Current))
                made = await Task.Run(() => WriteAsync(answer), cancel);
            return made!;
        }
        finally
        {
            door.Release();
        }
    }

    public void Dispose() => door.Dispose();

    private async Task<File> WriteAsync(RequestDelegate answer)
    {
        var version = frontEnd.VersionOf(libraries.Current);
        var (pages, boxes) = await ListAsync();
        using var whole = new MemoryStream();
        await using (var json = new Utf8JsonWriter(whole, Plain))
        {
            json.WriteStartObject();
            json.WriteString("version", version);
            json.WriteString("origin", Origin);
            json.WriteString("policy", frontEnd.Policy);
            await WriteAsync(json, "pages", pages, answer);
            await WriteAsync(json, "boxes", boxes, answer);
            json.WriteEndObject();
        }

        return new(version, pages.Count, whole.Length, Pack(whole, packed => new BrotliStream(packed, CompressionLevel.Optimal)), Pack(whole, packed => new GZipStream(packed, CompressionLevel.Optimal)));
    }

    private async Task WriteAsync(Utf8JsonWriter json, string name, IEnumerable<string> addresses, RequestDelegate answer)
    {
        json.WriteStartObject(name);
        foreach (var address in addresses)
            json.WriteString(address, await AskAsync(address, answer));
        json.WriteEndObject();
    }

    /// <summary>What somebody who has not signed in would be answered.</summary>
    private async Task<string> AskAsync(string address, RequestDelegate answer)
    {
        await using var scope = scopes.CreateAsyncScope();
        using var body = new MemoryStream();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider, Response = { Body = body } };
        (context.Request.Method, context.Request.Path) = (HttpMethods.Get, address);
        (context.Request.Scheme, context.Request.Host) = ("http", new HostString(Origin.Split("//")[1]));
        accessor.HttpContext = context;
        await answer(context);
        await context.Response.CompleteAsync();
        return context.Response.StatusCode == StatusCodes.Status200OK
            ? Encoding.UTF8.GetString(body.GetBuffer(), 0, (int)body.Length)
            : throw new InvalidOperationException($"{address} is a page of the study, and was answered with {context.Response.StatusCode}.");
    }

    private async Task<(List<string> Pages, List<string> Boxes)> ListAsync()
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<LibraryDb>();
        var pages = PublicPage.List(await scope.ServiceProvider.GetRequiredService<CurrentEdition>().IndexAsync());
        var texts = db.Pages.Select(page => page.Html).AsEnumerable();
        var numbers = texts.SelectMany(html => NumberLink().Matches(html).Select(link => $"/boxes{link.Groups["page"]}/{link.Groups["cell"]}"));
        var others = db.Pages
            .Where(page => page.Kind == PageKind.Term || page.Kind == PageKind.Person || page.Kind == PageKind.Place || page.Kind == PageKind.Event || page.Kind == PageKind.Source)
            .OrderBy(page => page.Number)
            .Select(page => new { page.Kind, page.Slug })
            .AsEnumerable()
            .Select(page => $"/boxes/{page.Kind.Folder()}/{page.Slug}");
        return ([.. pages.Select(page => page.Path), .. Own], [.. others, .. numbers.Distinct()]);
    }

    // The whole file at once: what stands round every page is then written once.
    private static byte[] Pack(MemoryStream whole, Func<Stream, Stream> pack)
    {
        using var packed = new MemoryStream();
        using (var packer = pack(packed))
            whole.WriteTo(packer);
        return packed.ToArray();
    }

    [GeneratedRegex("""<a class="number(?: change)?" href="(?<page>/statistics/[^"#]+)#(?<cell>[^"]+)""")]
    private static partial Regex NumberLink();

    /// <param name="Version">The version it is made of.</param>
    /// <param name="Pages">How many pages it holds.</param>
    /// <param name="Length">Its bytes on the device.</param>
    /// <param name="Brotli">As it is sent.</param>
    /// <param name="Gzip">As it is sent to whoever does not know Brotli.</param>
    public sealed record File(string Version, int Pages, long Length, byte[] Brotli, byte[] Gzip);
}
