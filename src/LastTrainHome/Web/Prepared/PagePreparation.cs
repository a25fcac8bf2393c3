using System.Diagnostics;
using System.Text;
using LastTrainHome.Editions;
using LastTrainHome.Library;
using LastTrainHome.Web.Related;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;

namespace LastTrainHome.Web.Prepared;

/// <summary>Renders every public page once per edition, one after the other beside the readers' requests, and replaces what was prepared
/// as a whole. Until then pages are rendered for each request.</summary>
internal sealed class PagePreparation(
    PreparedPages prepared, AnonymousRequests requests, OpenLibraries libraries, IServiceScopeFactory scopes,
    IOptions<PagesOptions> options, IOptions<ResponseCompressionOptions> compression, ILogger<PagePreparation> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(10);

    private readonly HashSet<string> compressedTypes = new(compression.Value.MimeTypes, StringComparer.OrdinalIgnoreCase);

    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        if (!options.Value.Prepared)
            return;
        using var timer = new PeriodicTimer(Interval);
        try
        {
            do
                if (prepared.Origin is { } origin && libraries.Current is { } edition && prepared.Ready is null)
                    await TryPrepareAsync(edition, origin, stopping);
            while (await timer.WaitForNextTickAsync(stopping));
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The site stops.
        }
    }

    // Whatever fails here, such as a library file damaged on disk, must not stop the site: readers get rendered pages as before.
    private async Task TryPrepareAsync(string edition, Uri origin, CancellationToken stopping)
    {
        try
        {
            await PrepareAsync(edition, origin, stopping);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogError(failure, "Public pages could not be prepared; they are rendered for each request, and it is tried again in {Delay}", RetryAfter);
            await Task.Delay(RetryAfter, stopping);
        }
    }

    private async Task PrepareAsync(string edition, Uri origin, CancellationToken stopping)
    {
        var clock = Stopwatch.StartNew();
        var (found, before) = (new Dictionary<string, PreparedPage>(), prepared.Current);
        var waiting = new Queue<string>(await AddressesAsync());
        var seen = waiting.ToHashSet();
        while (waiting.TryDequeue(out var address))
        {
            await Task.Yield();
            stopping.ThrowIfCancellationRequested();
            var answer = await requests.GetAsync(address, origin);
            if (answer.Edition != edition)
                return; // another edition became current meanwhile: begin again
            if (!answer.IsPublic)
                continue;
            var type = answer.ContentType!.Split(';')[0];
            found[answer.Key] = new(answer, compressedTypes.Contains(type), before?.Find(answer.Key));
            if (type == "text/html")
                foreach (var filter in PublicAddresses.FiltersIn(Encoding.UTF8.GetString(answer.Body)).Where(seen.Add))
                    waiting.Enqueue(filter);
        }

        KeepWithin(options.Value.MaxBytes, found);
        var set = new PreparedPages.Set(edition, found);
        prepared.Put(set);
        log.LogInformation("{Count} public pages are prepared, {Bytes:N0} bytes in {Elapsed:N1} s", set.Count, set.Bytes, clock.Elapsed.TotalSeconds);
    }

    private async Task<List<string>> AddressesAsync()
    {
        await using var scope = scopes.CreateAsyncScope();
        var index = await scope.ServiceProvider.GetRequiredService<CurrentEdition>().IndexAsync();
        var (pages, boxes, files) = PublicAddresses.List(scope.ServiceProvider.GetRequiredService<LibraryDb>(), index);
        return [.. pages, .. boxes, .. files];
    }

    // Every browser takes Brotli. So gzip goes first, then the uncompressed bytes, and last whole pages: the boxes and downloads at the end.
    private static void KeepWithin(long most, Dictionary<string, PreparedPage> pages)
    {
        var bytes = pages.Values.Sum(page => page.Bytes);
        foreach (var drop in new Action<PreparedPage>[] { page => page.DropGzip(), page => page.DropIdentity() })
            foreach (var page in pages.Values.Reverse())
            {
                if (bytes <= most)
                    return;
                bytes -= page.Bytes;
                drop(page);
                bytes += page.Bytes;
            }

        foreach (var (key, page) in pages.Reverse())
        {
            if (bytes <= most)
                return;
            pages.Remove(key);
            bytes -= page.Bytes;
        }
    }
}
