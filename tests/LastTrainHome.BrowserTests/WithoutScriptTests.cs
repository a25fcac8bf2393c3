using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace LastTrainHome.BrowserTests;

/// <summary>Everything a reader comes for, in one round with a finger on a phone whose browser runs no script.</summary>
public sealed class WithoutScriptTests(Site site) : BrowserTest(site)
{
    [Fact]
    public async Task A_reader_goes_from_the_front_page_to_a_source_searches_compares_filters_and_prints()
    {
        var window = await OpenAsync("/", new() { Height = 640, Script = false, Touch = true });
        var page = window.Page;

        // Front page, theme, chapter.
        await page.Locator(".board").GetByRole(AriaRole.Link, new() { Name = "Transport" }).TapAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "No seats", Exact = true }).First.TapAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/sections/no-seats$"));

        // From a number in the text to its row, and from there to the source it was read in.
        var number = page.Locator(".prose a.number").First;
        var written = await number.InnerTextAsync();
        await number.TapAsync();
        await Expect(page.Locator(":target")).ToContainTextAsync(written);
        var row = page.Locator("tr, .ticket").Filter(new() { Has = page.Locator(":target") });
        await row.Locator("a[href^='#source-']").First.TapAsync();
        await Expect(page.Locator(".sources :target")).ToBeInViewportAsync();
        await page.Locator(".sources :target").GetByRole(AriaRole.Link, new() { Name = "Cited where" }).TapAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/sources/"));
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Cited in" })).ToBeVisibleAsync();

        // Search.
        await AllPagesAsync(page, "Search");
        await page.GetByRole(AriaRole.Searchbox, new() { Name = "Words to look for" }).FillAsync("standing ticket");
        await page.GetByRole(AriaRole.Search, new() { Name = "Search the study" }).GetByRole(AriaRole.Button, new() { Name = "Search" }).TapAsync();
        await Expect(page.Locator(".hits mark").First).ToBeVisibleAsync();

        // Compare: two numbers that count differently are kept apart, and the page says why.
        await AllPagesAsync(page, "Compare two");
        await ChooseAsync(page, "Set", "floating-population/");
        await ChooseAsync(page, "beside", "migrant-workers/");
        await page.Locator("form.choose").GetByRole(AriaRole.Button, new() { Name = "Compare" }).TapAsync();
        await Expect(page.GetByText("Not on one axis.")).ToBeVisibleAsync();
        await Expect(page.Locator(".drawn svg").First).ToBeVisibleAsync();

        // The timeline, one theme and one kind of it.
        await AllPagesAsync(page, "Timeline");
        var all = await page.Locator(".year li").CountAsync();
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Themes of events" }).GetByRole(AriaRole.Link, new() { Name = "Transport" }).TapAsync();
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Kinds of events" }).GetByRole(AriaRole.Link).Nth(1).TapAsync();
        await Expect(page.Locator("nav.filter [aria-current]")).ToHaveCountAsync(2);
        Assert.InRange(await page.Locator(".year li").CountAsync(), 1, all - 1);

        // Statements, those the evidence does not bear, and one of them with its reasons.
        await AllPagesAsync(page, "Statements checked");
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Statements by what the evidence says" }).GetByRole(AriaRole.Link).Last.TapAsync();
        await page.Locator(".checks h3 a").First.TapAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "How the evidence bears on it" })).ToBeVisibleAsync();

        // Paper: back in the chapter, with the answers unfolded and an address for each link.
        await page.Locator(".page-head .label a").TapAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/sections/"));
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(page.Locator("header.top")).ToBeHiddenAsync();
        await Expect(page.Locator(".question details > :not(summary)").First).ToBeVisibleAsync();
        await Expect(page.Locator(".link-targets li").First).ToBeVisibleAsync();
        Assert.Empty(window.Abroad);
    }

    // Every page leads to the list of all pages at its end, and that to everything else.
    private static async Task AllPagesAsync(IPage page, string name)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "All pages" }).TapAsync();
        var way = page.GetByRole(AriaRole.Navigation, new() { Name = "Everything" }).GetByRole(AriaRole.Link, new() { Name = name, Exact = true });
        var address = await way.GetAttributeAsync("href");
        await way.TapAsync();
        await Expect(page).ToHaveURLAsync(address!);
    }

    // A choice of the system's own list; the first of a statistic's columns.
    private static async Task ChooseAsync(IPage page, string label, string begin)
    {
        var list = page.GetByLabel(label, new() { Exact = true });
        await list.SelectOptionAsync(await list.Locator($"option[value^='{begin}']").First.GetAttributeAsync("value") ?? "");
    }
}
