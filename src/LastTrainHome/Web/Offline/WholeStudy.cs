using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using LastTrainHome.Editions;
using LastTrainHome.Library;
using LastTrainHome.Web.Layout;
using LastTrainHome.Web.Prepared;
using LastTrainHome.Web.Related;

namespace LastTrainHome.Web.Offline;

/// <summary>The study as one file for a device to keep: every page and every small box, as a reader sees them who has not signed in.
/// It is made when somebody first asks for it, once for each version.</summary>
internal sealed class WholeStudy(
    IServiceScopeFactory scopes, AnonymousRequests requests, OpenLibraries libraries, FrontEnd frontEnd, PreparedPages? prepared = null) : IDisposable
{
    // What pages give as their own address where the site does not know it; the device replaces it with the address it reads at.
    private static readonly Uri Origin = new("http://study.invalid");

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }; // never inside a page

    private readonly SemaphoreSlim gate = new(1);
    private File? made;

    /// <summary>The file of the version that readers get now.</summary>
    /// <param name="cancel">Gives up waiting; others who wait get the file all the same.</param>
    public async Task<File> MakeAsync(CancellationToken cancel)
    {
        await gate.WaitAsync(cancel);
        try
        {
            while (made?.Version != frontEnd.VersionOf(libraries.Current))
                made = await Task.Run(WriteAsync, cancel);
            return made!;
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();

    private async Task<File> WriteAsync()
    {
        var version = frontEnd.VersionOf(libraries.Current);
        var addresses = await ListAsync();
        using var whole = new MemoryStream();
        await using (var json = new Utf8JsonWriter(whole, Plain))
        {
            json.WriteStartObject();
            json.WriteString("version", version);
            json.WriteString("origin", OriginText);
            json.WriteString("policy", frontEnd.Policy);
            await WriteAsync(json, "pages", addresses.Pages);
            await WriteAsync(json, "boxes", addresses.Boxes);
            json.WriteEndObject();
        }

        return new(
            version, addresses.Pages.Count, whole.Length,
            Pack(whole, packed => new BrotliStream(packed, CompressionLevel.Optimal)),
            Pack(whole, packed => new GZipStream(packed, CompressionLevel.Optimal)));
    }

    private async Task WriteAsync(Utf8JsonWriter json, string name, IEnumerable<string> addresses)
    {
        json.WriteStartObject(name);
        foreach (var address in addresses)
            json.WriteString(address, Encoding.UTF8.GetString(await ReadAsync(address)));
        json.WriteEndObject();
    }

    // Prepared pages serve here only where they name no origin that the device would have to replace.
    private async Task<byte[]> ReadAsync(string address)
    {
        if (prepared is { IsPublicUrlKnown: true, Ready: { } set } && set.Find(address) is { } page)
            return page.Text;
        var answer = await requests.GetAsync(address, Origin);
        return answer.Status == StatusCodes.Status200OK
            ? answer.Body
            : throw new InvalidOperationException($"{address} is a page of the study, and was answered with {answer.Status}.");
    }

    private async Task<PublicAddresses> ListAsync()
    {
        await using var scope = scopes.CreateAsyncScope();
        var index = await scope.ServiceProvider.GetRequiredService<CurrentEdition>().IndexAsync();
        return PublicAddresses.List(scope.ServiceProvider.GetRequiredService<LibraryDb>(), index);
    }

    private static string OriginText => Origin.GetLeftPart(UriPartial.Authority);

    // The whole file at once, so that what all pages share is stored once.
    private static byte[] Pack(MemoryStream whole, Func<Stream, Stream> pack)
    {
        using var packed = new MemoryStream();
        using (var packer = pack(packed))
            whole.WriteTo(packer);
        return packed.ToArray();
    }

    /// <param name="Version">The version it is made of.</param>
    /// <param name="Pages">How many pages it holds.</param>
    /// <param name="Length">Its bytes on the device.</param>
    /// <param name="Brotli">As it is sent.</param>
    /// <param name="Gzip">As it is sent to clients that do not accept Brotli.</param>
    public sealed record File(string Version, int Pages, long Length, byte[] Brotli, byte[] Gzip);
}
