using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace LastTrainHome.BrowserTests;

/// <summary>What a machine can see of WCAG 2.2 AA and good practice.</summary>
internal static class Axe
{
    /// <summary>Where <see cref="SideDoor"/> serves <see cref="Script"/>.</summary>
    public const string Address = "/test/axe.js";

    public static readonly string Script = new BundledAxeScriptProvider().GetScript();

    private const string Question = """
        async ([rules, ...without]) => (await axe.run({ include: [['html']], exclude: without.map(part => [part]) }, { runOnly: rules.split(' '), resultTypes: ['violations'] }))
          .violations.map(rule => `${rule.help}: ${rule.nodes.slice(0, 3).map(node => node.html).join('; ')}`)
        """;

    private const string All = "wcag2a wcag2aa wcag21a wcag21aa wcag22a wcag22aa best-practice";
    private const string OfColours = "color-contrast link-in-text-block";
    private const string Head = "body > header", Foot = "body > footer";

    /// <summary>Brings it into a page as a file, which the browser keeps compiled for the next one. It takes a line to the site.</summary>
    public static Task BringAsync(IPage page) => page.AddScriptTagAsync(new() { Url = Address });

    /// <summary>Each rule the page breaks as it now stands, with the first places.</summary>
    public static Task<string[]> FaultsAsync(IPage page) => AskAsync(page, All);

    /// <summary>Each rule the page breaks but within its head and foot.</summary>
    public static Task<string[]> FaultsBetweenAsync(IPage page) => AskAsync(page, All, Head, Foot);

    /// <summary>Of a page that has been looked at by day, what it breaks by night: nothing changes then but colours (<c>DesignTests</c> holds that).</summary>
    public static async Task<string[]> FaultsByNightAsync(IPage page)
    {
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        var faults = await AskAsync(page, OfColours);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        return faults;
    }

    /// <summary>The head and the foot of a page but for where their links lead: what is the same on many pages needs to be looked at once.</summary>
    public static Task<string> FrameAsync(IPage page) => page.EvaluateAsync<string>(
        "parts => parts.map(part => document.querySelector(part)?.outerHTML.replaceAll(/ href=\"[^\"]*\"/g, '')).join()", new[] { Head, Foot });

    private static async Task<string[]> AskAsync(IPage page, params string[] question)
    {
        // Brought into a page once, however often it is asked there: bringing it costs more than the looking.
        if (!await page.EvaluateAsync<bool>("'axe' in window"))
            await page.EvaluateAsync(Script);
        return await page.EvaluateAsync<string[]>(Question, question);
    }
}
