using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;

namespace LastTrainHome.BrowserTests;

/// <summary>The small box beside a link that tells where it leads: by mouse, keyboard and touch.</summary>
public sealed class BoxTests(Site site) : BrowserTest(site)
{
    private const string Chapter = "/sections/no-seats";

    // On the chapter: a word of the film's language with its pronunciation, and a number held to a row.
    private const string Term = "main a.term";
    private const string Number = "main a.number[href='/statistics/chunyun-trips#2023-total']";

    [Fact]
    public async Task A_mouse_that_rests_on_a_link_opens_its_box_and_one_that_leaves_closes_it()
    {
        var window = await OpenAsync(Chapter, Look.Wide);
        var link = window.Page.Locator(Term).First;

        await link.HoverAsync();
        await Box(window).WaitForAsync();
        Assert.Equal("true", await link.GetAttributeAsync("aria-expanded"));
        Assert.Equal(new Uri(await link.EvaluateAsync<string>("link => link.href")).AbsolutePath, await Box(window).Locator(".open a").GetAttributeAsync("href"));
        Assert.False(await CoversAsync(window, link));

        await Box(window).HoverAsync(); // on the way to what stands in it
        await Box(window).Locator(".open a").HoverAsync();
        Assert.True(await Box(window).IsVisibleAsync());

        await window.Page.Mouse.MoveAsync(2, 2);
        await Box(window).WaitForAsync(Hidden);
        Assert.Equal("false", await link.GetAttributeAsync("aria-expanded"));
    }

    [Fact]
    public async Task A_mouse_that_passes_or_a_page_that_scrolls_under_it_opens_nothing()
    {
        var window = await OpenAsync(Chapter, Look.Wide);
        var now = DateTime.UtcNow;
        await window.Page.Clock.InstallAsync(new() { TimeDate = now });
        await window.Page.ReloadAsync();
        await window.Page.Clock.PauseAtAsync(now.AddHours(1)); // or a slow machine hovers longer than it means to
        var link = window.Page.Locator(Term).First;

        await link.HoverAsync();
        await window.Page.Clock.RunForAsync(200);
        await window.Page.Mouse.MoveAsync(2, 2);
        await window.Page.Clock.RunForAsync(1000);
        await link.HoverAsync();
        await window.Page.Mouse.WheelAsync(0, 40);
        await Until.TrueAsync(() => window.Page.EvaluateAsync<bool>("scrollY > 0"));
        await window.Page.Clock.RunForAsync(1000);

        Assert.DoesNotContain(window.Requests, address => address.Contains("/boxes/", StringComparison.Ordinal));
        Assert.Equal(0, await Box(window).CountAsync());
    }

    [Fact]
    public async Task Focus_alone_opens_nothing_Enter_opens_and_Escape_gives_the_focus_back()
    {
        var window = await OpenAsync(Chapter, Look.Wide);
        var link = window.Page.Locator(Term).First;

        await link.FocusAsync();
        await link.PressAsync("Shift+Tab");
        await window.Page.Keyboard.PressAsync("Tab");
        Assert.DoesNotContain(window.Requests, address => address.Contains("/boxes/", StringComparison.Ordinal));
        Assert.Equal("dialog", await link.GetAttributeAsync("aria-haspopup"));

        foreach (var key in new[] { "Enter", "Space" })
        {
            await window.Page.Keyboard.PressAsync(key);
            await Box(window).WaitForAsync();
            Assert.True(await Box(window).EvaluateAsync<bool>("box => box === document.activeElement"));
            Assert.False(await CoversAsync(window, link));
            Assert.Matches("\\S", await window.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Heading).InnerTextAsync());

            await window.Page.Keyboard.PressAsync("Escape");
            await Box(window).WaitForAsync(Hidden);
            Assert.True(await IsFocusedAsync(link));
        }

        Assert.Single(window.Requests, address => address.Contains("/boxes/", StringComparison.Ordinal)); // fetched once and kept
    }

    [Fact]
    public async Task The_way_through_a_box_goes_on_in_the_text_behind_its_link()
    {
        var window = await OpenAsync(Chapter, Look.Wide);
        var link = window.Page.Locator(Term).First;
        await link.FocusAsync();
        await window.Page.Keyboard.PressAsync("Enter");
        await Box(window).WaitForAsync();

        await window.Page.Keyboard.PressAsync("Tab");
        Assert.True(await IsFocusedAsync(Box(window).Locator(".open a")));
        await window.Page.Keyboard.PressAsync("Tab");

        await Box(window).WaitForAsync(Hidden);
        Assert.True(await link.EvaluateAsync<bool>("""
            link => {
              const all = [...document.querySelectorAll('a[href]')];
              return all[all.indexOf(link) + 1] === document.activeElement;
            }
            """));
    }

    [Fact]
    public async Task A_tap_opens_a_sheet_that_leaves_the_line_free_and_Open_page_leads_on()
    {
        var window = await OpenAsync(Chapter, new() { Width = 390, Touch = true });
        var link = window.Page.Locator(Number);

        await link.TapAsync();
        await Box(window).WaitForAsync();
        Assert.False(await CoversAsync(window, link));
        Assert.Empty(await Axe.FaultsAsync(window.Page));

        await Box(window).Locator(".open a").TapAsync();
        await Assertions.Expect(window.Page).ToHaveURLAsync(new Regex("/statistics/chunyun-trips#2023-total$"));
    }

    [Fact]
    public async Task One_box_is_open_at_a_time_and_a_press_beside_it_closes_it()
    {
        var window = await OpenAsync(Chapter, Look.Wide);
        await window.Page.Locator(Term).First.PressAsync("Enter");
        await Box(window).WaitForAsync();

        await window.Page.Locator(Number).ScrollIntoViewIfNeededAsync();
        await window.Page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"); // the page rests again
        await window.Page.Locator(Number).HoverAsync();
        await window.Page.GetByRole(AriaRole.Dialog, new() { Name = "Where does this number come from?" }).WaitForAsync();
        Assert.Equal(1, await window.Page.Locator("[aria-expanded=true][aria-haspopup=dialog]").CountAsync());

        await window.Page.Mouse.ClickAsync(2, 2);
        await Box(window).WaitForAsync(Hidden);
    }

    [Fact]
    public async Task The_box_of_a_number_says_what_is_counted_and_what_it_is_not()
    {
        var window = await OpenAsync(Chapter, Look.Wide);
        await window.Page.Locator(Number).PressAsync("Enter");
        await Box(window).WaitForAsync();
        var told = await Box(window).InnerTextAsync();

        foreach (var part in new[] { "Where does this number come from?", "million trips", "Who is counted", "Where", "Mainland China", "When\n", "2023", "How sure", "Read in", "Not the same as", "These c" })
            Assert.Contains(part, told);
        Assert.StartsWith("/sources/", await Box(window).GetByText("Read in").Locator("xpath=..").Locator("a").First.GetAttributeAsync("href"), StringComparison.Ordinal);
        Assert.Empty(await Axe.FaultsAsync(window.Page));
        Assert.Empty(window.Errors);
    }

    [Theory]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task The_box_of_a_change_shows_both_figures_and_leads_to_the_sum(int width)
    {
        var window = await OpenAsync("/sections/how-many", Look.Wide with { Width = width });
        var link = window.Page.Locator("main a.change[href='/statistics/migrant-workers#2008..2021-outbound']");
        await link.PressAsync("Enter");
        await Box(window).WaitForAsync();
        var told = await Box(window).InnerTextAsync();

        foreach (var part in new[] { "+22.3 %, +31.31 million people", "2008", "140.41 million people", "2021", "171.72 million people", "Read in", "171.72 − 140.41 = 31.31 million people", "Nothing changed in how they were counted", "Who is counted" })
            Assert.Contains(part, told);
        Assert.False(await CoversAsync(window, link));
        Assert.Equal(0, await window.SidewaysAsync());
        Assert.Empty(await Axe.FaultsAsync(window.Page));

        await Box(window).Locator(".open a").ClickAsync();
        await Assertions.Expect(window.Page).ToHaveURLAsync(new Regex("/statistics/migrant-workers#2008..2021-outbound$"));
        await Assertions.Expect(window.Page.Locator(":target")).ToContainTextAsync("31.31 ÷ 140.41 = 22.3 %");
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task A_click_a_click_for_a_new_tab_a_second_press_and_a_page_without_script_follow_the_link()
    {
        var window = await OpenAsync(Chapter, Look.Wide);
        var link = window.Page.Locator(Term).First;
        var address = Site.Address + await link.GetAttributeAsync("href");

        var opened = await window.Context.RunAndWaitForPageAsync(() => link.ClickAsync(new() { Modifiers = [KeyboardModifier.ControlOrMeta] }));
        await Assertions.Expect(opened).ToHaveURLAsync(address);
        opened = await window.Context.RunAndWaitForPageAsync(() => link.ClickAsync(new() { Button = MouseButton.Middle }));
        await Assertions.Expect(opened).ToHaveURLAsync(address);
        await link.ClickAsync();
        await Assertions.Expect(window.Page).ToHaveURLAsync(address);

        var phone = await OpenAsync(Chapter, new() { Touch = true });
        await phone.Page.Locator(Term).First.TapAsync();
        await Box(phone).WaitForAsync();
        await phone.Page.Locator(Term).First.TapAsync();
        await Assertions.Expect(phone.Page).ToHaveURLAsync(address);

        var plain = await OpenAsync(Chapter, new() { Script = false });
        await plain.Page.Locator(Term).First.ClickAsync();
        await Assertions.Expect(plain.Page).ToHaveURLAsync(address);
    }

    [Fact]
    public async Task Without_a_line_a_link_still_leads_on_when_asked_and_is_silent_under_the_mouse()
    {
        var window = await OpenAsync(Chapter, Look.Wide);
        var failed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        window.Page.RequestFailed += (_, _) => failed.TrySetResult();
        await window.Page.RouteAsync("**/boxes/**", route => route.AbortAsync());
        var link = window.Page.Locator(Term).First;
        var address = Site.Address + await link.GetAttributeAsync("href");

        await link.HoverAsync();
        await failed.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        Assert.EndsWith(Chapter, window.Page.Url, StringComparison.Ordinal);

        await link.PressAsync("Enter");
        await Assertions.Expect(window.Page).ToHaveURLAsync(address);
    }

    [Fact]
    public async Task Under_translation_a_box_still_opens()
    {
        var window = await OpenAsync(Chapter, Look.Wide);
        await window.TranslateAsync();

        await window.Page.Locator(Number).PressAsync("Enter");
        await Box(window).WaitForAsync();
        await window.Page.Keyboard.PressAsync("Escape");
        Assert.True(await IsFocusedAsync(window.Page.Locator(Number)));

        await window.Page.Locator($"{Number} font font").HoverAsync();
        await Box(window).WaitForAsync();
        Assert.Empty(window.Errors);
    }

    private static LocatorWaitForOptions Hidden => new() { State = WaitForSelectorState.Hidden };

    private static ILocator Box(Window window) => window.Page.Locator("#_box");

    private static Task<bool> IsFocusedAsync(ILocator locator) => locator.EvaluateAsync<bool>("it => it === document.activeElement");

    private static async Task<bool> CoversAsync(Window window, ILocator link)
    {
        var box = (await Box(window).BoundingBoxAsync())!;
        foreach (var line in new[] { await link.BoundingBoxAsync(), await link.Locator("rt").CountAsync() > 0 ? await link.Locator("rt").First.BoundingBoxAsync() : null })
            if (line is not null && box.Y < line.Y + line.Height && line.Y < box.Y + box.Height)
                return true;
        return false;
    }
}
