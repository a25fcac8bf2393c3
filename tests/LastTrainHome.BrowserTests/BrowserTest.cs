using Xunit;

namespace LastTrainHome.BrowserTests;

/// <summary>A test that opens windows. They are closed when it ends; when it has failed, a picture of each is kept in <c>pictures</c> beside the test program.</summary>
public abstract class BrowserTest(Site site) : IAsyncDisposable
{
    private readonly List<Window> windows = [];

    protected Site Site => site;

    /// <summary>Opens an address of the site in a new window; without one the window is empty.</summary>
    protected async Task<Window> OpenAsync(string? address = null, Look? look = null)
    {
        var window = await Window.OpenAsync(site, look ?? new Look());
        lock (windows)
            windows.Add(window);
        if (address is not null)
            await window.GoAsync(address);
        return window;
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
