using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace LastTrainHome.BrowserTests;

/// <summary>How the reader wants to read: chosen on the device, there before the first paint, the same in every tab.</summary>
public sealed class SettingsTests(Site site) : BrowserTest(site)
{
    private const string Chapter = "/sections/no-seats";

    [Fact]
    public async Task What_was_chosen_stands_before_the_first_paint_and_in_every_picture_after_it()
    {
        var window = await OpenAsync("/settings");
        await window.Page.GetByLabel("Dark").CheckAsync();
        await window.Page.AddInitScriptAsync("""
            window.seen = { grounds: new Set() };
            new MutationObserver(() => {
              if (document.documentElement?.dataset.theme) seen.chosenAt ??= performance.now();
            }).observe(document, { attributes: true, childList: true, subtree: true });
            (function picture() {
              if (document.body) seen.grounds.add(getComputedStyle(document.documentElement).backgroundColor);
              requestAnimationFrame(picture);
            })();
            """);

        await window.GoAsync(Chapter);
        await Until.TrueAsync(() => window.Page.EvaluateAsync<bool>("performance.getEntriesByName('first-paint').length > 0 && seen.grounds.size > 0"));

        Assert.True(await window.Page.EvaluateAsync<bool>("seen.chosenAt < performance.getEntriesByName('first-paint')[0].startTime"));
        Assert.Equal(["rgb(14, 20, 17)"], await window.Page.EvaluateAsync<string[]>("[...seen.grounds]")); // --paper by night; the device itself is set to light
    }

    [Fact]
    public async Task The_link_opens_the_form_beside_the_text_and_each_choice_holds_at_once()
    {
        var window = await OpenAsync(Chapter, Look.Wide);
        var page = window.Page;
        var before = await LetterAsync(page);
        var panel = page.GetByRole(AriaRole.Dialog, new() { Name = "Reading settings" });

        await Link(page).PressAsync("Enter");
        await panel.GetByLabel("Largest").CheckAsync();
        await panel.GetByLabel("Dark").CheckAsync();
        await panel.GetByRole(AriaRole.Group, new() { Name = "Space between letters and lines" }).GetByLabel("Wider").CheckAsync();
        await panel.GetByLabel("Shorter").CheckAsync();
        await panel.GetByRole(AriaRole.Group, new() { Name = "Movement" }).GetByLabel("None").CheckAsync();

        Assert.True(await LetterAsync(page) > before * 1.3);
        Assert.Empty(await Axe.FaultsAsync(page));
        await page.Keyboard.PressAsync("Escape");
        await Expect(panel).ToBeHiddenAsync();
        await Expect(Link(page)).ToBeFocusedAsync();
        await page.ReloadAsync();
        var root = page.Locator("html");
        foreach (var (name, value) in new[] { ("size", "xl"), ("theme", "dark"), ("spacing", "wide"), ("measure", "narrow"), ("motion", "off") })
            await Expect(root).ToHaveAttributeAsync($"data-{name}", value);

        await Link(page).ClickAsync();
        await Expect(panel.GetByLabel("Largest")).ToBeCheckedAsync();
        await panel.GetByRole(AriaRole.Button, new() { Name = "Back to how it comes" }).ClickAsync();
        Assert.Equal(before, await LetterAsync(page));
        await Expect(panel.GetByLabel("Largest")).Not.ToBeCheckedAsync();
        Assert.Equal(0, await page.Locator("html:is([data-size], [data-theme], [data-spacing], [data-measure], [data-motion])").CountAsync());
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task A_choice_reaches_the_other_tabs()
    {
        var window = await OpenAsync(Chapter);
        var other = await window.Context.NewPageAsync();
        await other.GotoAsync("/settings");

        await other.GetByLabel("Dark").CheckAsync();
        await Expect(window.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");

        await Link(window.Page).ClickAsync();
        await window.Page.GetByLabel("As this device").First.CheckAsync();
        await Expect(other.Locator("html")).Not.ToHaveAttributeAsync("data-theme", "dark");
        await Expect(other.GetByLabel("As this device").First).ToBeCheckedAsync();
    }

    [Fact]
    public async Task What_another_hand_has_written_or_a_closed_storage_leaves_the_page_as_it_comes()
    {
        var window = await OpenAsync("/about");
        foreach (var written in new[] { "not json", "null", "7", """{"theme":5,"device":"shared"}""" })
        {
            await window.Page.EvaluateAsync("written => localStorage.setItem('study:settings', written)", written);
            await window.GoAsync(Chapter);
            Assert.Equal(0, await window.Page.Locator("html:is([data-theme], [data-device=shared])").CountAsync());
        }

        await window.Page.AddInitScriptAsync("Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('closed', 'SecurityError') } })");
        await window.GoAsync("/settings");
        await window.Page.GetByLabel("Dark").CheckAsync(); // holds as long as the page
        await Expect(window.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task Where_others_read_next_a_choice_ends_with_the_tab()
    {
        var window = await OpenAsync("/settings");
        await window.Page.EvaluateAsync("document.documentElement.dataset.device = 'shared'");

        await window.Page.GetByLabel("Dark").CheckAsync();

        await Expect(window.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        Assert.Null(await window.Page.EvaluateAsync<string?>("localStorage.getItem('study:settings')"));
    }

    [Fact]
    public async Task The_form_fits_the_smallest_screen_in_the_largest_letters_on_its_page_and_in_its_panel()
    {
        var window = await OpenAsync("/settings");
        foreach (var scheme in new[] { "Light", "Dark" })
        {
            await window.Page.GetByLabel(scheme, new() { Exact = true }).CheckAsync();
            await window.Page.GetByLabel("Largest").CheckAsync();
            Assert.Equal(0, await window.SidewaysAsync());
            Assert.Empty(await Axe.FaultsAsync(window.Page));
        }

        await window.GoAsync(Chapter);
        await Link(window.Page).ClickAsync();
        var panel = window.Page.GetByRole(AriaRole.Dialog);
        Assert.Equal(0, await window.SidewaysAsync());
        Assert.True(await panel.EvaluateAsync<bool>("panel => panel.scrollWidth <= panel.clientWidth && panel.getBoundingClientRect().top > innerHeight / 4"));
        Assert.Empty(await Axe.FaultsAsync(window.Page));

        await window.Page.Mouse.ClickAsync(160, 20); // beside it
        await Expect(panel).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Without_script_the_link_leads_to_a_page_that_says_what_the_browser_offers()
    {
        var window = await OpenAsync(Chapter, new() { Script = false });

        await Link(window.Page).ClickAsync();

        await Expect(window.Page).ToHaveURLAsync("/settings");
        await Expect(window.Page.Locator("noscript strong")).ToHaveTextAsync("Choosing here needs script, and script is off in this browser.");
        await Expect(window.Page.Locator("noscript li").First).ToBeVisibleAsync();
        await Expect(window.Page.Locator("form.settings")).ToBeHiddenAsync();
    }

    private static ILocator Link(IPage page) => page.Locator("header").GetByRole(AriaRole.Link, new() { Name = "Aa Reading settings" });

    private static Task<double> LetterAsync(IPage page) => page.Locator("main p").First.EvaluateAsync<double>("text => parseFloat(getComputedStyle(text).fontSize)");
}
