using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using Xunit.Sdk;
using static Microsoft.Playwright.Assertions;

namespace LastTrainHome.BrowserTests;

/// <summary>What somebody wants to know who has never been here, on a phone of 320 px, without script, in at most five taps from the front page.</summary>
public sealed partial class NewcomerTests(Site site) : BrowserTest(site)
{
    private static readonly Look Phone = new() { Height = 640, Script = false, Touch = true };

    [Fact]
    public async Task What_the_site_says_on_family_tension_is_found()
    {
        var (page, taps) = await ArriveAsync();

        await taps.OnAsync(Board(page, "Family tension"));
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Family tension");
        await SeeAsync(page.Locator("#_about p").First);

        await taps.OnAsync(Stop(page, "In the chapters"));
        await SeeAsync(page.Locator("#_passages .passage p").First);
        var heading = page.Locator("#_passages .passage h3 a").First;
        var words = await heading.InnerTextAsync();

        await taps.OnAsync(heading);
        await Expect(page).ToHaveURLAsync(new Regex("/sections/[a-z-]+#[a-z0-9-]+$"));
        await SeeAsync(page.Locator(":target").Filter(new() { HasText = words }));
    }

    [Fact]
    public async Task Two_numbers_on_hukou_are_opened_each_with_who_is_counted_and_its_source()
    {
        var (page, taps) = await ArriveAsync();

        await taps.OnAsync(Board(page, "Hukou"));
        await taps.OnAsync(Stop(page, "Numbers"));
        var numbers = page.Locator("#_numbers a.number:visible");
        var first = await numbers.First.GetAttributeAsync("href");
        await SeeNumberAsync(page, taps, numbers.First);

        await taps.BackAsync();
        await SeeNumberAsync(page, taps, numbers.And(page.Locator($":not([href^='{first!.Split('#')[0]}#'])")).First); // of another statistic
    }

    [Fact]
    public async Task What_the_travel_season_is_called_is_found_by_browsing()
    {
        var (page, taps) = await ArriveAsync();

        await taps.OnAsync(Board(page, "Transport"));
        await taps.OnAsync(Stop(page, "Words"));
        await taps.OnAsync(page.Locator("#_words a", new() { HasText = "春运" }));

        await SeeWordAsync(page);
    }

    [Fact]
    public async Task What_the_travel_season_is_called_is_found_by_searching()
    {
        var (page, taps) = await ArriveAsync();

        await taps.OnAsync(page.GetByRole(AriaRole.Navigation, new() { Name = "Main" }).GetByRole(AriaRole.Link, new() { Name = "Search" }));
        await taps.OnAsync(page.GetByRole(AriaRole.Searchbox, new() { Name = "Words to look for" }));
        await taps.SearchAsync("春运");
        await taps.OnAsync(page.Locator(".hits a").First);

        await SeeWordAsync(page);
    }

    [Fact]
    public async Task A_sixth_tap_is_one_too_many()
    {
        var (_, taps) = await ArriveAsync();
        for (var made = 1; made <= 5; made++)
            await taps.BackAsync();

        await Assert.ThrowsAsync<TrueException>(taps.BackAsync);
    }

    private async Task<(IPage Page, Taps Taps)> ArriveAsync()
    {
        var page = (await OpenAsync("/", Phone)).Page;
        return (page, new Taps(page));
    }

    private static ILocator Board(IPage page, string theme) => page.Locator(".board").GetByRole(AriaRole.Link, new() { Name = theme });

    private static ILocator Stop(IPage page, string name) => page.GetByRole(AriaRole.Navigation, new() { Name = "On this page" }).GetByRole(AriaRole.Link, new() { Name = name });

    // The number as it was quoted, in its row; who is counted in it; and the source, named in the row and told in full below.
    private static async Task SeeNumberAsync(IPage page, Taps taps, ILocator number)
    {
        var written = await number.InnerTextAsync();
        await taps.OnAsync(number);
        await Expect(page).ToHaveURLAsync(Cell());
        var cell = page.Locator(":target");
        var row = page.Locator("tr, .ticket").Filter(new() { Has = cell });
        await Expect(cell).ToContainTextAsync(written);
        await SeeAsync(cell);

        var counted = row.Or(page.Locator(".panel")).GetByText("Who is counted").First.Locator("xpath=..");
        Assert.Matches("Who is counted\\s+\\S.{20,}", await counted.InnerTextAsync());
        await SeeAsync(counted);

        var source = row.Locator("a[href^='#source-']").First;
        await SeeAsync(source);
        await SeeAsync(page.Locator(await source.GetAttributeAsync("href") ?? ""));
    }

    private static async Task SeeWordAsync(IPage page)
    {
        await Expect(page).ToHaveURLAsync(new Regex("/terms/chunyun$"));
        await SeeAsync(page.Locator(".big", new() { HasText = "春运" }));
        await SeeAsync(page.Locator(".gloss"));
        await SeeAsync(page.Locator(".prose p").First);
    }

    /// <summary>It can be scrolled to, and is then on the screen: nothing lies over it or cuts it off.</summary>
    private static async Task SeeAsync(ILocator shown)
    {
        await shown.ScrollIntoViewIfNeededAsync();
        await Expect(shown).ToBeInViewportAsync();
        Assert.True(await shown.EvaluateAsync<bool>("""
            shown => {
              const box = shown.getClientRects()[0];
              const top = document.elementFromPoint(box.left + Math.min(box.width, innerWidth) / 2, box.top + Math.min(box.height, 8) / 2);
              return box.width > 0 && shown.contains(top);
            }
            """), $"Something lies over: {await shown.InnerTextAsync()}");
    }

    [GeneratedRegex("/statistics/[a-z0-9-]+#[a-z0-9-]+$")]
    private static partial Regex Cell();
}
