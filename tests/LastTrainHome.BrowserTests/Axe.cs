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
        async () => (await axe.run(document, {
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'],
          resultTypes: ['violations']
        })).violations.map(rule => `${rule.help}: ${rule.nodes.slice(0, 3).map(node => node.html).join('; ')}`)
        """;

    /// <summary>Each rule the page breaks as it now stands, with the first places.</summary>
    public static async Task<string[]> FaultsAsync(IPage page)
    {
        // Brought into a page once, however often it is asked there: bringing it costs more than the looking.
        if (!await page.EvaluateAsync<bool>("'axe' in window"))
            await page.EvaluateAsync(Script);
        return await page.EvaluateAsync<string[]>(Question);
    }
}
