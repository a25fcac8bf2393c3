using System.Diagnostics;
using Xunit;

namespace LastTrainHome.BrowserTests;

/// <summary>
/// Waits for what a page comes to by itself. Playwright's own <c>WaitForFunction</c> evaluates words inside the page from its second look on,
/// and the site's content security policy refuses that.
/// </summary>
internal static class Until
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(20);

    /// <summary>Looks again and again until it is so. It fails after <see cref="Site.Patience"/>.</summary>
    public static async Task TrueAsync(Func<Task<bool>> look)
    {
        var waited = Stopwatch.StartNew();
        using var watch = new PeriodicTimer(Between);
        while (!await look())
        {
            Assert.True(waited.ElapsedMilliseconds < Site.Patience, "What was waited for did not come.");
            await watch.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }
}
