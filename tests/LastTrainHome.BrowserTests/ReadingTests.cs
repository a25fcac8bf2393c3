using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace LastTrainHome.BrowserTests;

/// <summary>Coming in, finding the way, keeping the place: what a reader does on the front page, in a theme, in a chapter.</summary>
public sealed partial class ReadingTests(Site site) : BrowserTest(site)
{
    private const string Chapter = "/sections/no-seats";

    private static readonly Look WithoutScript = new() { Height = 640, Script = false, Touch = true };

    [Theory]
    [InlineData(320, 640)]
    [InlineData(390, 844)]
    public async Task The_first_screen_of_a_phone_shows_the_three_themes_whole(int width, int height)
    {
        var page = (await OpenAsync("/", WithoutScript with { Width = width, Height = height })).Page;

        foreach (var window in await page.Locator(".board li a").AllAsync())
            Assert.InRange((await window.BoundingBoxAsync())!.Y + (await window.BoundingBoxAsync())!.Height, 1, height);
        await Expect(page.Locator(".board li a")).ToHaveCountAsync(3);
    }

    [Fact]
    public async Task The_numbers_of_a_theme_are_two_taps_from_the_front_page_without_script()
    {
        var page = (await OpenAsync("/", WithoutScript)).Page;

        await page.Locator(".board").GetByRole(AriaRole.Link, new() { Name = "Hukou" }).TapAsync();
        await page.GetByRole(AriaRole.Navigation, new() { Name = "On this page" }).GetByRole(AriaRole.Link, new() { Name = "Numbers" }).TapAsync();

        await Expect(page.Locator("#_numbers h2")).ToBeInViewportAsync();
        await Expect(page.Locator("#_numbers .cards a").First).ToBeInViewportAsync();
    }

    [Fact]
    public async Task Everything_is_one_tap_from_any_page_without_script()
    {
        var page = (await OpenAsync(Chapter, WithoutScript)).Page;

        await page.GetByRole(AriaRole.Link, new() { Name = "All pages" }).TapAsync();

        await Expect(page.GetByRole(AriaRole.Navigation, new() { Name = "Everything" })).ToBeInViewportAsync();
    }

    [Fact]
    public async Task Contents_follow_the_scroll_and_a_leap_misses_no_stop()
    {
        var page = (await OpenAsync(Chapter, Look.Wide)).Page;
        var stops = page.Locator(".toc a");

        await page.Locator("#faster-trains-other-costs").EvaluateAsync("place => place.scrollIntoView()");

        await Expect(page.Locator(".toc [aria-current=location]")).ToHaveTextAsync("Faster trains, other costs");
        await Expect(stops.First).ToHaveClassAsync("behind");
    }

    [Fact]
    public async Task Scrolled_past_on_a_phone_the_stops_of_a_theme_stay_at_the_edge_and_nothing_moves()
    {
        var page = (await OpenAsync("/themes/hukou")).Page;
        var numbers = page.Locator("#_numbers h2");
        await page.Mouse.WheelAsync(0, 10);
        await numbers.EvaluateAsync("place => place.scrollIntoView()");

        await Expect(page.Locator(".stops.stuck [aria-current=location]")).ToBeInViewportAsync();
        await Expect(page.Locator(".stops.stuck [aria-current=location]")).ToContainTextAsync("Numbers");
        Assert.True(await numbers.EvaluateAsync<bool>("place => document.elementFromPoint(innerWidth / 2, place.getBoundingClientRect().top + 5) === place"), "The heading one went to lies under the stops.");
    }

    [Fact]
    public async Task A_place_is_kept_on_the_device_offered_on_return_shown_on_the_line_and_forgotten_at_a_word()
    {
        var window = await OpenAsync(Chapter);
        var page = window.Page;
        await page.Mouse.WheelAsync(0, 10);
        await page.Locator(".anchor").First.WaitForAsync();
        await page.Locator("#the-square-in-early-2008").EvaluateAsync("place => place.scrollIntoView()");
        await Expect(page.Locator(".toc [aria-current=location]")).ToHaveTextAsync("The square in early 2008");

        await window.GoAsync("/");
        await Expect(page.Locator(".stations .here")).ToContainTextAsync("you are here");
        await page.Locator(".resume").GetByRole(AriaRole.Link).ClickAsync();
        await Expect(page).ToHaveURLAsync(ChapterWithPlace());

        await window.GoAsync(Chapter);
        await page.GetByRole(AriaRole.Complementary, new() { Name = "Where you left off" }).GetByRole(AriaRole.Link).ClickAsync();
        await Expect(page.Locator(".going-on")).ToHaveCountAsync(0);
        await Expect(page).ToHaveURLAsync(ChapterWithPlace());

        await window.GoAsync("/");
        await page.GetByRole(AriaRole.Button, new() { Name = "Forget this" }).ClickAsync();
        await Expect(page.Locator(".resume")).ToContainTextAsync("from end to end");
        Assert.Null(await page.EvaluateAsync<string?>("localStorage.getItem('study:read')"));
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task Beside_a_wide_text_stand_its_sources_and_statements_for_the_eye_alone()
    {
        var page = (await OpenAsync(Chapter, Look.Wide)).Page;
        var notes = page.Locator(".beside p");
        await notes.First.WaitForAsync();

        Assert.True(await notes.CountAsync() > 5);
        await Expect(page.Locator(".beside .against").First).ToContainTextAsync("Statement checked");
        Assert.DoesNotContain("Statement checked:", await page.Locator("main").AriaSnapshotAsync());
        Assert.Equal(0, await notes.EvaluateAllAsync<int>("notes => notes.filter((note, at) => at > 0 && note.getBoundingClientRect().top < notes[at - 1].getBoundingClientRect().bottom).length"));

        await page.SetViewportSizeAsync(768, 900);
        await Expect(notes.First).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_paragraph_gives_its_address_by_keyboard()
    {
        var window = await OpenAsync(Chapter, Look.Wide);
        await window.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await window.Page.Keyboard.PressAsync("Shift");

        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Link to paragraph 2", Exact = true }).PressAsync("Enter");

        await Expect(window.Page.Locator(".anchor.copied")).ToHaveCountAsync(1);
        await Expect(window.Page.GetByRole(AriaRole.Status).Filter(new() { HasText = "Link copied" })).ToHaveCountAsync(1);
        Assert.Matches(ChapterWithPlace(), await window.Page.EvaluateAsync<string>("navigator.clipboard.readText()"));
    }

    [Fact]
    public async Task On_paper_the_furniture_is_gone_and_every_numbered_link_has_its_address()
    {
        var page = (await OpenAsync(Chapter, Look.Wide)).Page;
        await page.EmulateMediaAsync(new() { Media = Media.Print });

        foreach (var furniture in new[] { "header.top", "footer nav", ".toc", ".nameboard", ".beside" })
            await Expect(page.Locator(furniture)).ToBeHiddenAsync();
        await Expect(page.Locator(".link-targets li").First).ToBeVisibleAsync();
        await Expect(page.Locator(".sources li").First).ToBeVisibleAsync();
        Assert.Equal(
            await page.Locator(".prose a[data-n]").EvaluateAllAsync<int>("links => Math.max(...links.map(link => +link.dataset.n))"),
            await page.Locator(".link-targets li").CountAsync());
    }

    [Theory]
    [InlineData("theme", "dark", "getComputedStyle(document.body).colorScheme")]
    [InlineData("size", "xl", "getComputedStyle(document.documentElement).fontSize")]
    [InlineData("spacing", "wide", "getComputedStyle(document.querySelector('.prose p')).lineHeight")]
    [InlineData("measure", "narrow", "getComputedStyle(document.querySelector('.prose')).maxInlineSize")]
    [InlineData("reading", "off", "getComputedStyle(document.querySelector('rt > span')).display")]
    public async Task What_a_reader_sets_changes_the_page(string setting, string value, string shown)
    {
        var page = (await OpenAsync(Chapter, Look.Wide)).Page;
        var before = await page.EvaluateAsync<string>(shown);

        await page.EvaluateAsync($"document.documentElement.dataset.{setting} = '{value}'");

        Assert.NotEqual(before, await page.EvaluateAsync<string>(shown));
    }

    [GeneratedRegex("/sections/no-seats#s\\d+$")]
    private static partial Regex ChapterWithPlace();
}
