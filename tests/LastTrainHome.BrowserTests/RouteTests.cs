using System.Collections.Concurrent;
using Xunit;

namespace LastTrainHome.BrowserTests;

/// <summary>What holds for every page of the real study.</summary>
public sealed class RouteTests(Site site) : BrowserTest(site)
{
    private const int AtOnce = 2;

    private static readonly int[] Widths = [320, 768, 1280];

    [Fact]
    public async Task Every_page_fits_320_px_is_accessible_throws_nothing_and_asks_no_other_host()
    {
        Assert.True(Site.Routes.Count > 100);
        var frames = new ConcurrentDictionary<string, bool>();
        await WalkAsync(Site.Routes, async (window, found) =>
        {
            if (await window.SidewaysAsync() is > 0 and var sideways)
                found($"{sideways} px stand out sideways");
            var isFrameNew = frames.TryAdd(await Axe.FrameAsync(window.Page), true); // some thirty of them
            foreach (var fault in isFrameNew ? await Axe.FaultsAsync(window.Page) : await Axe.FaultsBetweenAsync(window.Page))
                found(fault);
        });
    }

    [Fact]
    public async Task Every_kind_of_page_fits_paper_and_is_accessible_in_light_and_dark_at_three_widths()
    {
        await WalkAsync(await LongestOfEachKindAsync(), async (window, found) =>
        {
            if (await window.BesidePaperAsync() is > 0 and var beside)
                found($"{beside} px stand out beside the paper");
            foreach (var width in Widths)
            {
                await window.Page.SetViewportSizeAsync(width, 900);
                if (width > 320) // at 320 px every page is looked at by day, not one of a kind
                    foreach (var fault in await Axe.FaultsAsync(window.Page))
                        found($"by day, {width} px: {fault}");
                foreach (var fault in await Axe.FaultsByNightAsync(window.Page))
                    found($"by night, {width} px: {fault}");
            }
        });
    }

    // Of each kind of page and of each index the longest, which has most to show.
    private async Task<IEnumerable<string>> LongestOfEachKindAsync()
    {
        var pages = new List<(string Route, string Kind, long Length)>();
        foreach (var route in Site.Routes)
        {
            using var answer = await Site.Reader.GetAsync(new Uri(route, UriKind.Relative), TestContext.Current.CancellationToken);
            var parts = route.Split('/', '?');
            pages.Add((route, $"{parts[1]} {parts.Length}", (await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).LongLength));
        }

        return pages.GroupBy(page => page.Kind).Select(kind => kind.MaxBy(page => page.Length).Route);
    }

    private async Task WalkAsync(IEnumerable<string> routes, Func<Window, Action<string>, Task> look)
    {
        var faults = new ConcurrentQueue<string>();
        var open = new ConcurrentQueue<string>(routes);
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(async _ =>
        {
            var window = await OpenAsync();
            while (open.TryDequeue(out var route))
            {
                await window.GoAsync(route);
                await Axe.BringAsync(window.Page);
                await look(window, fault => faults.Enqueue($"{route}: {fault}"));
            }

            foreach (var error in window.Errors.Concat(window.Abroad))
                faults.Enqueue(error);
        }));
        Assert.True(faults.IsEmpty, string.Join('\n', faults)); // all of them: an assertion about a collection shows four
    }
}
