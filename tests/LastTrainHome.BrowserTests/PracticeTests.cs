using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace LastTrainHome.BrowserTests;

/// <summary>The cards, one at a time.</summary>
public sealed class PracticeTests(Site site) : BrowserTest(site)
{
    private const string Few = "/terms/cards?theme=left-behind-children";

    [Fact]
    public async Task One_card_is_dealt_at_a_time_with_its_answer_folded_and_the_way_leads_on_and_back()
    {
        var window = await OpenAsync(Few);
        var count = await Cards(window).CountAsync();

        await PressAsync(window, "One card at a time");
        await Expect(Where(window)).ToHaveTextAsync($"1 of {count}");
        await Expect(Cards(window)).ToHaveCountAsync(1);
        await Expect(Answer(window)).ToBeHiddenAsync();
        var first = await Asked(window).InnerTextAsync();

        await PressAsync(window, "Show the answer");
        await Expect(Answer(window)).ToBeVisibleAsync();
        await PressAsync(window, "Hide the answer");
        await Expect(Answer(window)).ToBeHiddenAsync();
        await Asked(window).ClickAsync(); // the card itself opens too
        await Expect(Button(window, "Hide the answer")).ToBeVisibleAsync();

        await PressAsync(window, "Next");
        await Expect(Where(window)).ToHaveTextAsync($"2 of {count}");
        await Expect(Answer(window)).ToBeHiddenAsync();
        Assert.NotEqual(first, await Asked(window).InnerTextAsync());
        await PressAsync(window, "Previous");
        await Button(window, "Previous").ClickAsync(new() { Force = true }); // before the first there is nothing
        await Expect(Where(window)).ToHaveTextAsync($"1 of {count}");
        await Expect(Asked(window)).ToHaveTextAsync(first);

        await PressAsync(window, "All cards");
        await Expect(Cards(window)).ToHaveCountAsync(count);
        await Expect(Button(window, "One card at a time")).ToBeFocusedAsync();
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task A_card_that_is_to_come_again_comes_after_five_others_and_the_last_one_at_once()
    {
        var window = await OpenAsync(Few);
        await PressAsync(window, "One card at a time");
        var count = int.Parse((await Where(window).InnerTextAsync()).Split(' ')[^1], System.Globalization.CultureInfo.InvariantCulture);
        var put = await Asked(window).InnerTextAsync();

        await PressAsync(window, "Again later");
        await Expect(Where(window)).ToHaveTextAsync($"1 of {count}");
        var seen = new List<string>();
        for (var place = 1; place < count; place++)
        {
            seen.Add(await Asked(window).InnerTextAsync());
            await PressAsync(window, "Next");
        }

        var last = await Asked(window).InnerTextAsync();
        Assert.Equal(put, seen[5]);
        Assert.Equal(count, seen.Append(last).Distinct().Count());

        await PressAsync(window, "Show the answer");
        await PressAsync(window, "Again later");
        await Expect(Asked(window)).ToHaveTextAsync(last);
        await Expect(Answer(window)).ToBeHiddenAsync();
        await PressAsync(window, "Next");
        await Expect(window.Page.GetByText("That was the last card.")).ToBeVisibleAsync();
        await Expect(Cards(window)).ToHaveCountAsync(0);
        await PressAsync(window, "Once more");
        await Expect(Where(window)).ToHaveTextAsync($"1 of {count}");
    }

    [Fact]
    public async Task The_keyboard_is_enough()
    {
        var window = await OpenAsync(Few, Look.Wide);
        await Button(window, "One card at a time").FocusAsync();
        await window.Page.Keyboard.PressAsync("Enter");

        for (var place = 1; place <= 3; place++)
        {
            await Expect(Where(window)).ToHaveTextAsync(new System.Text.RegularExpressions.Regex($"^{place} of"));
            await Expect(Button(window, "Show the answer")).ToBeFocusedAsync();
            await window.Page.Keyboard.PressAsync("Space");
            await Expect(Answer(window)).ToBeVisibleAsync();
            await window.Page.Keyboard.PressAsync("Tab");
            await window.Page.Keyboard.PressAsync("Space");
        }
    }

    [Fact]
    public async Task It_is_accessible_fits_a_phone_in_light_and_dark_and_goes_on_under_a_translation()
    {
        var window = await OpenAsync("/terms/cards");
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await window.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await window.Page.ReloadAsync();
            Assert.Empty(await Axe.FaultsAsync(window.Page));
            await PressAsync(window, "One card at a time");
            await PressAsync(window, "Show the answer");
            Assert.Empty(await Axe.FaultsAsync(window.Page));
            Assert.Equal(0, await window.SidewaysAsync());
        }

        await window.TranslateAsync();
        await PressAsync(window, "Next");
        await Expect(Where(window)).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^2 of"));
        await PressAsync(window, "Show the answer");
        await Expect(Answer(window)).ToBeVisibleAsync();
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task Without_script_the_page_is_the_list_and_paper_has_all_cards()
    {
        var plain = await OpenAsync(Few, new() { Script = false });
        await Expect(Button(plain, "One card at a time")).ToHaveCountAsync(0);
        var count = await Cards(plain).CountAsync();
        await Asked(plain).First.ClickAsync();
        await Expect(Answer(plain).First).ToBeVisibleAsync();

        var window = await OpenAsync(Few);
        await PressAsync(window, "One card at a time");
        await window.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(Cards(window)).ToHaveCountAsync(count);
    }

    private static ILocator Cards(Window window) => window.Page.Locator(".practice > li:visible");

    private static ILocator Asked(Window window) => Cards(window).Locator("summary");

    private static ILocator Answer(Window window) => Cards(window).Locator("details > div");

    private static ILocator Where(Window window) => window.Page.Locator("[data-where]");

    private static ILocator Button(Window window, string name) => window.Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private static Task PressAsync(Window window, string name) => Button(window, name).ClickAsync();
}
