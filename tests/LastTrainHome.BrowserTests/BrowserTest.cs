using Xunit;

namespace LastTrainHome.BrowserTests;

/// <summary>A test that opens windows. They are closed when it ends; when it has failed, a picture of each is kept in <c>pictures</c> beside the test program.</summary>
public abstract class BrowserTest(Site site) : IAsyncDisposable
{
    private readonly List<Window> windows = [];

    protected Site Site => site;

    /// <summary>Opens an address of the site in a new window; without one the window is empty.</summary>
    protected async Task<Window> OpenAsync(string? address = null, Look? look = null, string? at = null)
    {
        var window = await Window.OpenAsync(site, look ?? new Look(), at);
        lock (windows)
            windows.Add(window);
        if (address is not null)
            await window.GoAsync(address);
        return window;
    }

    /// <summary>Goes through pages and tells what is wrong with them on a phone: in light and dark, sideways, and what the browser complains of.</summary>
    protected static async Task<List<string>> FaultsAsync(Window window, IEnumerable<string> addresses)
    {
        var faults = new List<string>();
        foreach (var address in addresses)
        {
            await window.GoAsync(address);
            await Axe.BringAsync(window.Page);
            faults.AddRange(await FaultsHereAsync(window));
        }

        faults.AddRange(window.Errors.Concat(window.Abroad));
        return faults;
    }

    /// <summary>The same of the page that is open, as it now stands.</summary>
    protected static async Task<IEnumerable<string>> FaultsHereAsync(Window window)
    {
        var address = new Uri(window.Page.Url).PathAndQuery;
        return
        [
            .. (await Axe.FaultsAsync(window.Page)).Select(fault => $"{address} by day: {fault}"),
            .. (await Axe.FaultsByNightAsync(window.Page)).Select(fault => $"{address} by night: {fault}"),
            .. await window.SidewaysAsync() is > 0 and var sideways ? [$"{address}: {sideways} px stand out sideways"] : Array.Empty<string>(),
        ];
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var window in windows)
        {
            if (TestContext.Current.TestState?.Result == TestResult.Failed)
                await window.Page.ScreenshotAsync(new() { Path = Path.Combine(AppContext.BaseDirectory, "pictures", $"{TestContext.Current.TestMethod?.MethodName}-{windows.IndexOf(window)}.png") });
            await window.Context.CloseAsync();
        }
    }
}
