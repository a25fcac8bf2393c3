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
        var kinds = new Dictionary<string, string>();
        var bytes = new Dictionary<string, (string Address, double Bytes)>();
        var addresses = new Dictionary<string, string>();
        var isWhole = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        session.Event("Network.responseReceived").OnEvent += (_, told) =>
        {
            var id = told!.Value.GetProperty("requestId").GetString()!;
            kinds[id] = told.Value.GetProperty("type").GetString()!;
            addresses[id] = new Uri(told.Value.GetProperty("response").GetProperty("url").GetString()!).AbsolutePath;
        };
        session.Event("Network.loadingFinished").OnEvent += (_, told) =>
        {
            var id = told!.Value.GetProperty("requestId").GetString()!;
            bytes[id] = (addresses[id], told.Value.GetProperty("encodedDataLength").GetDouble()); // with its headers
            if (addresses[id].EndsWith(".svg", StringComparison.Ordinal)) // the icon comes last, when the page stands
                isWhole.TrySetResult();
        };
        await session.SendAsync("Network.enable");
        await window.Page.GotoAsync("/sections/no-seats", new() { WaitUntil = Microsoft.Playwright.WaitUntilState.NetworkIdle });
        await isWhole.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);

        var script = bytes.Where(asked => kinds.GetValueOrDefault(asked.Key) == "Script").Sum(asked => asked.Value.Bytes);
        var all = bytes.Values.Sum(asked => asked.Bytes);
        var weight = string.Join("\n", bytes.Values.Select(asked => $"{asked.Bytes,8:0}  {asked.Address}"));
        await File.WriteAllTextAsync(Path.Combine(AppContext.BaseDirectory, "weight.txt"), weight, TestContext.Current.CancellationToken);
        TestContext.Current.TestOutputHelper!.WriteLine($"First load of a chapter: {all:0} bytes in {bytes.Count} requests, {script:0} of them script\n{weight}");
        Assert.InRange(bytes.Count, 5, 6);
        Assert.InRange(all, 1, 50_000);
        Assert.InRange(script, 1, 15_000);
    }
}
