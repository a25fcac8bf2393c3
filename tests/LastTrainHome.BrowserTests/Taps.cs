using Microsoft.Playwright;
using Xunit;

namespace LastTrainHome.BrowserTests;

/// <summary>A newcomer's taps, counted: at a sixth the way is too long. Reading and scrolling are free; the keyboard's own key for searching is a tap.</summary>
internal sealed class Taps(IPage page)
{
    private const int Most = 5;

    private readonly List<string> made = [];

    /// <summary>Taps what is shown.</summary>
    public async Task OnAsync(ILocator shown)
    {
        Count(await shown.InnerTextAsync() is { Length: > 0 } words ? words : "a field");
        await shown.TapAsync();
    }

    /// <summary>Types into the field that was tapped, and sends it with the keyboard's own key.</summary>
    public async Task SearchAsync(string words)
    {
        Count("the keyboard’s Search");
        await page.Keyboard.InsertTextAsync(words);
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>The browser's way back.</summary>
    public async Task BackAsync()
    {
        Count("back");
        await page.GoBackAsync();
    }

    private void Count(string what)
    {
        made.Add(what.ReplaceLineEndings(" "));
        Assert.True(made.Count <= Most, $"More than {Most} taps: {string.Join(" › ", made)}");
    }
}
