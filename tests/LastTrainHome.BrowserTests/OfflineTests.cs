using System.Text.RegularExpressions;
using LastTrainHome.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace LastTrainHome.BrowserTests;

/// <summary>Reading on a device whose line to the site is really cut.</summary>
public sealed partial class OfflineTests(Site site) : BrowserTest(site), IAsyncLifetime
{
    private const string Chapter = "/sections/no-seats";

    // Everything that every cache of the browser holds, addresses and bytes.
    private const string AllKept = """
        async () => (await Promise.all((await caches.keys()).map(async name => {
          const cache = await caches.open(name);
          return Promise.all((await cache.keys()).map(async asked => `${name} ${asked.url}\n${await (await cache.match(asked)).text()}`));
        }))).flat()
        """;

    private readonly Line line = new(site.Address);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        await DisposeAsync();
        await line.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_page_that_was_read_opens_without_a_line_and_says_of_when_it_is()
    {
        var page = await ReadAsync(Chapter);
        await line.CutAsync();

        await page.ReloadAsync();

        await Expect(page.Locator("h1")).ToHaveTextAsync("No seats");
        await Expect(Said(page)).ToContainTextAsync($"The site cannot be reached. You read the copy of {DateTime.Now:d MMMM yyyy}");
        Assert.Equal("rgb(19, 56, 42)", await page.Locator("header.top").EvaluateAsync<string>("head => getComputedStyle(head).backgroundColor")); // styled
        Assert.Empty(await Axe.FaultsAsync(page));

        line.Mend();
        await page.GetByRole(AriaRole.Link, new() { Name = "Try again" }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("No seats");
        await Expect(Said(page)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_box_that_was_opened_opens_again_and_one_that_was_not_leads_to_its_page()
    {
        var page = await ReadAsync(Chapter);
        var opened = page.Locator(".prose a.number").First;
        await opened.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        var value = await page.GetByRole(AriaRole.Dialog).InnerTextAsync();
        await KeptAsync(page, "/boxes/", "study-boxes");
        await line.CutAsync();
        await page.ReloadAsync();

        await opened.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveTextAsync(value, new() { UseInnerText = true });
        await page.Keyboard.PressAsync("Escape");

        await page.Locator(".prose a.term").First.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(TermPage());
        await Expect(page.Locator("h1")).ToHaveTextAsync("This page is not on your device");
    }

    [Fact]
    public async Task For_a_page_that_was_not_kept_there_is_a_list_of_those_that_were()
    {
        var page = await ReadAsync(Chapter);
        await line.CutAsync();

        await page.GotoAsync("/themes/hukou");

        await Expect(page.Locator("h1")).ToHaveTextAsync("This page is not on your device");
        Assert.Empty(await Axe.FaultsAsync(page));
        await page.Locator(".kept-pages").GetByRole(AriaRole.Link, new() { Name = "No seats" }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("No seats");

        await page.GotoAsync("/search?q=tickets");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Found on this device");
        await Expect(page.Locator("[data-count]")).ToHaveTextAsync("1 kept page has “tickets”.");
        await Expect(page.Locator(".hits mark").First).ToHaveTextAsync("tickets", new() { IgnoreCase = true });

        line.Mend();
        await page.GotoAsync("/themes/hukou");
        await Expect(page.Locator("h1")).ToContainTextAsync("Hukou");
    }

    [Fact]
    public async Task The_whole_study_is_kept_at_one_press_read_searched_and_removed()
    {
        var page = await ReadAsync("/offline");
        await Expect(page.Locator(".kept-whole .value")).ToHaveTextAsync(Size(), new() { UseInnerText = true, Timeout = 60_000 }); // the first to ask waits until it is made
        Assert.Empty(await Axe.FaultsAsync(page));

        await KeepWholeAsync(page);
        await line.CutAsync();

        await page.GotoAsync("/");
        await page.Locator(".board").GetByRole(AriaRole.Link, new() { Name = "Hukou" }).ClickAsync();
        await Expect(page.Locator("h1")).ToContainTextAsync("Hukou");
        await Expect(Said(page)).ToContainTextAsync("You read the copy of");
        Assert.DoesNotContain("study.invalid", await page.ContentAsync(), StringComparison.Ordinal);
        await page.GotoAsync(Chapter);
        foreach (var kind in new[] { "number", "term" })
        {
            await page.Locator($".prose a.{kind}").First.PressAsync("Enter");
            await Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
            await page.Keyboard.PressAsync("Escape");
        }

        await page.GotoAsync("/search?q=chunyun trips"); // chūnyùn in the text
        await Expect(page.Locator("[data-count]")).ToContainTextAsync("kept pages have “chunyun trips”.");
        await page.GotoAsync("/search?q=户口");
        await Expect(page.Locator(".hits mark").First).ToHaveTextAsync("户口");
        Assert.Empty(await Axe.FaultsAsync(page));

        await page.GotoAsync("/offline");
        await Expect(page.Locator("[data-state]")).ToContainTextAsync("Kept on");
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove it from this device" }).ClickAsync();
        await Expect(page.Locator(".kept-whole .value")).ToContainTextAsync("nothing can be kept just now");
        await page.GotoAsync("/themes/work");
        await Expect(page.Locator("h1")).ToHaveTextAsync("This page is not on your device");
    }

    [Fact]
    public async Task A_study_that_does_not_arrive_whole_leaves_what_was_kept()
    {
        var page = await ReadAsync("/offline");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Keep the whole study" })).ToBeEnabledAsync(new() { Timeout = 60_000 });
        await page.RouteAsync("**/offline/study.json", route => route.FulfillAsync(new() { ContentType = "application/json", Body = """{"version":"half","pa""" }));

        await page.GetByRole(AriaRole.Button, new() { Name = "Keep the whole study" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("It did not arrive whole, so nothing was changed. Try again when the connection is steady.");
        Assert.False(await page.EvaluateAsync<bool>("caches.has('study-whole').then(async has => has && (await (await caches.open('study-whole')).keys()).length > 0)"));
        await page.UnrouteAllAsync();
        await KeepWholeAsync(page);
    }

    [Fact]
    public async Task A_study_kept_from_an_earlier_version_says_so_and_is_brought_up_to_date()
    {
        var page = await ReadAsync("/offline");
        await KeepWholeAsync(page);
        await page.EvaluateAsync("localStorage.setItem('study:whole', JSON.stringify({ ...JSON.parse(localStorage.getItem('study:whole')), version: 'earlier', at: '2026-11-03T10:00:00Z' }))");

        await page.GotoAsync("/about");
        await page.Mouse.WheelAsync(0, 10);
        await Expect(Said(page)).ToContainTextAsync("The study has changed since you kept it whole on 3 November 2026");
        Assert.Empty(await Axe.FaultsAsync(page));
        await page.GetByRole(AriaRole.Button, new() { Name = "Not now" }).ClickAsync();
        await page.GotoAsync("/themes");
        await page.Mouse.WheelAsync(0, 10);
        await ComesTrueAsync(page, "(await navigator.serviceWorker.ready).active");
        await Expect(Said(page)).ToHaveCountAsync(0);

        await page.GotoAsync("/offline");
        await Expect(page.Locator("[data-state]")).ToContainTextAsync("The study has changed since");
        await KeepWholeAsync(page, "Bring it up to date");
    }

    [Fact]
    public async Task Of_somebody_who_has_signed_in_nothing_is_kept_but_the_public_pages_that_were_read()
    {
        var school = await School.OpenAsync(Site, students: 2);
        var (account, pseudonym) = await StudentAsync(school, 1);
        var window = await OpenAsync($"/test/sign-in/{account}", Look.Wide, line.Address);
        var page = window.Page;
        foreach (var address in new[] { "/study", $"/study/assignments/{school.Assignment}", "/account", "/card", $"{Chapter}?assignment={school.Assignment}" })
        {
            await page.GotoAsync(address);
            await page.Mouse.WheelAsync(0, 10);
            await ComesTrueAsync(page, "navigator.serviceWorker.controller");
        }

        await Expect(page.Locator("nav.self")).ToContainTextAsync("Sign out");
        await KeptAsync(page, Chapter);

        var kept = await page.EvaluateAsync<string[]>(AllKept);
        Assert.True(kept.Length > 20);
        Assert.All(kept, text => Assert.DoesNotMatch($"{pseudonym}|Sign out|/study-read [^\n]*/(study|account|card)|__RequestVerificationToken|assignment=", text.Contains("/js/", StringComparison.Ordinal) ? "" : text));

        await line.CutAsync();
        await page.ReloadAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("No seats");
        await Expect(Said(page)).ToContainTextAsync("You read the copy of");
        await Expect(page.Locator("body")).Not.ToContainTextAsync(pseudonym);
        await Expect(page.Locator("nav.self")).ToContainTextAsync("Sign in");
        await page.GotoAsync("/study");
        await Expect(page.Locator("h1")).ToHaveTextAsync("This page is not on your device");

        line.Mend();
        await page.GotoAsync("/sign-out");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("You are signed out");
        Assert.DoesNotContain(await page.EvaluateAsync<string[]>(AllKept), kept => kept.Contains("/sign-out\n", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_others_read_next_nothing_is_kept()
    {
        var window = await OpenAsync(at: line.Address);
        await window.Page.AddInitScriptAsync("document.addEventListener('readystatechange', () => document.documentElement.dataset.device = 'shared', { once: true })");

        await window.GoAsync("/offline");
        await window.Page.Mouse.WheelAsync(0, 10);

        await Expect(window.Page.Locator("[data-cannot]")).ToHaveTextAsync("Others use this device too, so nothing is kept on it.");
        await Expect(window.Page.Locator("[data-whole]")).ToBeHiddenAsync();
        Assert.Equal(0, await window.Page.EvaluateAsync<int>("navigator.serviceWorker.getRegistrations().then(all => all.length)"));
    }

    [Fact]
    public async Task A_students_draft_is_not_shown_to_the_next_and_is_there_when_its_student_comes_back()
    {
        var school = await School.OpenAsync(Site, students: 4);
        var ((first, _), (second, _)) = (await StudentAsync(school, 3), await StudentAsync(school, 4)); // neither has handed in yet
        var address = $"/study/assignments/{school.Assignment}/questions/{school.Question}";
        var window = await OpenAsync($"/test/sign-in/{first}", Look.Wide, line.Address);
        var page = window.Page;
        var field = page.Locator("textarea[name=Text]");
        await page.GotoAsync(address);
        await field.FillAsync("Known already");
        await Expect(page.Locator("[data-state]")).ToContainTextAsync("saved ");
        await line.CutAsync();
        await field.FillAsync("Thought of in the tunnel");
        await Expect(page.Locator("[data-state]")).ToContainTextAsync("kept on this device");
        line.Mend();
        await window.Context.ClearCookiesAsync(); // the session ends, with nobody at the device

        await page.GotoAsync($"/test/sign-in/{second}");
        await page.GotoAsync(address);
        await Expect(page.Locator("main")).Not.ToContainTextAsync("Thought of in the tunnel");
        Assert.DoesNotContain("Thought of in the tunnel", await page.Locator("textarea").EvaluateAllAsync<string>("all => all.map(one => one.value).join()"), StringComparison.Ordinal);
        await page.GotoAsync("/sign-out");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("You are signed out");

        await page.GotoAsync($"/test/sign-in/{first}");
        await page.GotoAsync(address);
        await Expect(field).ToHaveValueAsync("Thought of in the tunnel");
        await Expect(page.Locator("[data-state]")).ToContainTextAsync("saved ");
    }

    [Fact]
    public async Task Signing_out_and_clearing_leaves_neither_copies_nor_the_program_that_keeps_them()
    {
        var school = await School.OpenAsync(Site, students: 1);
        var (account, _) = await StudentAsync(school, 1);
        var window = await OpenAsync($"/test/sign-in/{account}", Look.Wide, line.Address);
        var page = window.Page;
        await page.GotoAsync(Chapter);
        await page.Mouse.WheelAsync(0, 10);
        await KeptAsync(page, Chapter);

        var before = window.Requests.Count;
        await page.GotoAsync("/sign-out");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out and clear this device" }).ClickAsync();

        await Expect(page.Locator("h1")).ToHaveTextAsync("You are signed out");
        await page.Mouse.MoveAsync(40, 40);
        Assert.DoesNotContain(window.Requests.Skip(before), asked => asked.Contains("/js/offline", StringComparison.Ordinal)); // it would begin to keep again while the device is cleared
        await ComesTrueAsync(page, "(await caches.keys()).length === 0 && localStorage.length === 0 && (await navigator.serviceWorker.getRegistrations()).length === 0");
    }

    [Fact]
    public async Task Erasing_what_is_kept_on_the_device_takes_the_copies_along()
    {
        var page = await ReadAsync(Chapter);
        await page.GotoAsync("/my-work");
        await Expect(page.Locator("[data-copies]")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Erase everything" }).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("of what was read");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Erase everything" }).ClickAsync();

        await Expect(page.Locator("[data-none]")).ToBeVisibleAsync();
        Assert.DoesNotContain(await page.EvaluateAsync<string[]>(AllKept), kept => kept.StartsWith("study-read", StringComparison.Ordinal) || kept.StartsWith("study-boxes", StringComparison.Ordinal));
    }

    [Fact]
    public async Task While_one_reads_a_lost_line_is_said_and_its_return_takes_the_words_away()
    {
        var window = await OpenAsync(Chapter, at: line.Address);
        await window.Page.Mouse.WheelAsync(0, 10);
        await ComesTrueAsync(window.Page, "navigator.serviceWorker.controller");

        await window.Context.SetOfflineAsync(true);
        await Expect(Said(window.Page)).ToHaveTextAsync("No connection. What you have read on this device opens all the same.");
        Assert.Equal(0, await window.SidewaysAsync());

        await window.Context.SetOfflineAsync(false);
        await Expect(Said(window.Page)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_page_that_lies_open_hears_of_a_new_version()
    {
        await using var edited = new EditedSite();
        await using var other = new Line(edited.Address);
        var window = await OpenAsync("/about", Look.Wide, other.Address);
        await window.Page.Mouse.WheelAsync(0, 10);
        await ComesTrueAsync(window.Page, "navigator.serviceWorker.controller");
        var tab = await window.Context.NewPageAsync();

        await edited.EditAsync();
        await tab.GotoAsync("/themes");
        await tab.EvaluateAsync("navigator.serviceWorker.getRegistration().then(one => one.update())"); // what the browser does after a page, when it finds the time

        await Expect(Said(window.Page)).ToHaveTextAsync("A new version of the study is out.");
        Assert.Empty(await Axe.FaultsAsync(window.Page));
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Load this page again" }).ClickAsync();
        await Expect(window.Page.Locator("h1")).ToBeVisibleAsync();
        await window.Page.Mouse.WheelAsync(0, 10);
        await ComesTrueAsync(window.Page, "navigator.serviceWorker.controller");
        await Expect(Said(window.Page)).ToHaveCountAsync(0);
    }

    // A reader who reads a page, so that it is kept.
    private async Task<IPage> ReadAsync(string address)
    {
        var page = (await OpenAsync(address, Look.Wide, line.Address)).Page;
        await page.Mouse.WheelAsync(0, 10);
        await KeptAsync(page, address);
        return page;
    }

    private static Task KeptAsync(IPage page, string address, string cache = "study-read") => ComesTrueAsync(
        page, $"navigator.serviceWorker.controller && (await (await caches.open('{cache}')).keys()).some(({{ url }}) => url.startsWith(location.origin + '{address}'))");

    // Waits for what is true only after waiting itself.
    private static async Task ComesTrueAsync(IPage page, string condition) => await page.EvaluateAsync($$"""
        async () => {
          for (let turn = 0; turn < 400; turn++) {
            if ({{condition}}) return;
            await new Promise(done => setTimeout(done, 50));
          }
          throw new Error('It has not come true.');
        }
        """);

    // A machine with much to do takes its time to make, load and read all of it.
    private static async Task KeepWholeAsync(IPage page, string button = "Keep the whole study")
    {
        await page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync(new() { Timeout = 60_000 });
        await Expect(page.Locator("[data-state]")).ToContainTextAsync("and up to date", new() { Timeout = 60_000 });
    }

    private static ILocator Said(IPage page) => page.Locator(".connection p");

    private Task<(Guid Account, string Pseudonym)> StudentAsync(School school, int number) => Site.Services.GetRequiredService<StudyStore>().WriteAsync(async db =>
    {
        var student = await db.Students.SingleAsync(student => student.ClassId == school.Class && student.Number == number);
        return (student.AccountId, student.Pseudonym);
    });

    [GeneratedRegex("/terms/[^/]+$")]
    private static partial Regex TermPage();

    [GeneratedRegex(@"^4\d\d pages, \d(\.\d)? MB on this device, 0\.\d MB to load$")]
    private static partial Regex Size();
}
