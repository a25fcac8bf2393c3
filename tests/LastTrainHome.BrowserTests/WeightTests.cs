using System.Collections.Concurrent;
using Xunit;

namespace LastTrainHome.BrowserTests;

/// <summary>What a reader on a slow line waits for.</summary>
public sealed class WeightTests(Site site) : BrowserTest(site)
{
    [Fact]
    public async Task The_first_load_of_a_chapter_is_small()
    {
        var window = await OpenAsync();
        var session = await window.Context.NewCDPSessionAsync(window.Page);
        var asked = new ConcurrentDictionary<string, (string Address, string Kind)>();
        var bytes = new ConcurrentDictionary<string, (string Kind, double Bytes)>();
        session.Event("Network.responseReceived").OnEvent += (_, told) =>
        {
            var address = new Uri(told!.Value.GetProperty("response").GetProperty("url").GetString()!).AbsolutePath;
            asked[told.Value.GetProperty("requestId").GetString()!] = (address, told.Value.GetProperty("type").GetString()!);
        };
        session.Event("Network.loadingFinished").OnEvent += (_, told) =>
        {
            var (address, kind) = asked[told!.Value.GetProperty("requestId").GetString()!];
            var came = told.Value.GetProperty("encodedDataLength").GetDouble(); // with its headers
            bytes.AddOrUpdate(address, (kind, came), (_, earlier) => (kind, earlier.Bytes + came));
        };
        await session.SendAsync("Network.enable");
        await window.Page.GotoAsync("/sections/no-seats", new() { WaitUntil = Microsoft.Playwright.WaitUntilState.NetworkIdle });
        // A browser without tabs shows no icon and does not ask for it; one with tabs may ask later. So the page asks, and where it lies already it costs nothing.
        var icon = await window.Page.EvaluateAsync<string>("fetch(document.querySelector('link[rel=icon]').href, { cache: 'force-cache' }).then(async got => (await got.blob()) && new URL(got.url).pathname)");
        await Until.TrueAsync(() => Task.FromResult(bytes.ContainsKey(icon)));

        var script = bytes.Values.Where(file => file.Kind == "Script").Sum(file => file.Bytes);
        var all = bytes.Values.Sum(file => file.Bytes);
        var weight = string.Join("\n", bytes.Select(file => $"{file.Value.Bytes,8:0}  {file.Key}"));
        await File.WriteAllTextAsync(Path.Combine(AppContext.BaseDirectory, "weight.txt"), weight, TestContext.Current.CancellationToken);
        TestContext.Current.TestOutputHelper!.WriteLine($"First load of a chapter: {all:0} bytes in {bytes.Count} requests, {script:0} of them script\n{weight}");
        Assert.InRange(bytes.Count, 5, 6);
        Assert.InRange(all, 1, 50_000);
        Assert.InRange(script, 1, 15_000);
    }
}
