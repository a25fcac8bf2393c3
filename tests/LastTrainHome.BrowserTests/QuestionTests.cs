using System.Text.Json;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace LastTrainHome.BrowserTests;

/// <summary>Answering the questions in a text without an account, and what the device then keeps.</summary>
public sealed class QuestionTests(Site site) : BrowserTest(site)
{
    private const string Chapter = "/sections/no-seats";
    private const string Open = "#q-count-the-boardings";
    private const string Choice = "#q-one-crowd-many-numbers";
    private const string Kept = "/my-work";

    [Fact]
    public async Task A_choice_is_explained_at_once_and_can_be_tried_again()
    {
        var window = await OpenAsync(Chapter + Choice);
        var question = window.Page.Locator(Choice);
        var outcome = question.Locator(".outcome");
        var choices = question.GetByRole(AriaRole.Radio);
        await Expect(question.GetByRole(AriaRole.Group)).ToHaveAccessibleNameAsync("Why could several honest reports of the crowd in Guangzhou give such different numbers?");

        await question.GetByRole(AriaRole.Button, new() { Name = "Check" }).ClickAsync();
        await Expect(outcome).ToHaveTextAsync("Choose one first.");

        await choices.Nth(0).CheckAsync();
        await question.GetByRole(AriaRole.Button, new() { Name = "Check" }).ClickAsync();
        await Expect(question.Locator(".choices > li").Nth(0)).ToContainTextAsync("would not explain why");
        await Expect(question.Locator(".choices")).Not.ToContainTextAsync("Each can be right on its own terms");
        await Expect(outcome).ToContainTextAsync("Not quite.");
        await Expect(outcome).ToContainTextAsync("Before you choose between two numbers");

        await question.GetByRole(AriaRole.Button, new() { Name = "Try again" }).PressAsync("Enter");
        await Expect(choices.Nth(0)).ToBeFocusedAsync();
        await Expect(choices.Nth(0)).Not.ToBeCheckedAsync();
        await Expect(outcome).ToBeEmptyAsync();
        await window.Page.Keyboard.PressAsync("ArrowDown");
        await window.Page.Keyboard.PressAsync("Enter");
        await Expect(outcome).ToContainTextAsync("That is right.");
        Assert.Empty(await Axe.FaultsAsync(window.Page));

        await window.Page.ReloadAsync();
        await Expect(choices.Nth(1)).ToBeCheckedAsync();
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task What_is_written_stands_there_again_and_goes_along_into_both_files()
    {
        var window = await OpenAsync(Chapter + Open);
        var field = window.Page.Locator(Open).GetByRole(AriaRole.Textbox, new() { Name = "Your answer" });
        await field.FillAsync("Eight.\nFour each way.");
        await Expect(window.Page.Locator(Open).GetByRole(AriaRole.Status)).ToHaveTextAsync("Kept on this device.");

        await window.Page.ReloadAsync();
        await Expect(field).ToHaveValueAsync("Eight.\nFour each way.");

        await window.Page.Locator(Open).GetByRole(AriaRole.Link, new() { Name = "All that is kept" }).ClickAsync();
        await Expect(window.Page.Locator(".written")).ToHaveTextAsync("Eight.\nFour each way.");
        await Expect(window.Page.Locator(".kept-here").First.GetByRole(AriaRole.Link)).ToHaveAttributeAsync("href", Site.Address + Chapter + Open);
        Assert.Empty(await Axe.FaultsAsync(window.Page));
        Assert.Equal(0, await window.SidewaysAsync());

        var text = await TakeAsync(window, "Markdown");
        Assert.Contains("How many trips do these two people add", text);
        Assert.Contains("> Eight.\n> Four each way.", text);
        Assert.Contains($"<{Site.Address}{Chapter}{Open}>", text);
        var answer = JsonDocument.Parse(await TakeAsync(window, "JSON")).RootElement.GetProperty("answers")[0];
        Assert.Equal("count-the-boardings", answer.GetProperty("question").GetString());
        Assert.Equal("Eight.\nFour each way.", answer.GetProperty("text").GetString());
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task Erasing_asks_once_and_leaves_nothing_of_the_study()
    {
        var window = await OpenAsync(Chapter + Open);
        await window.Page.Locator($"{Open} textarea").FillAsync("Eight.");
        await window.GoAsync(Kept);
        var dialog = window.Page.GetByRole(AriaRole.Dialog, new() { Name = "Erase everything?" });

        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Erase everything" }).ClickAsync();
        await Expect(dialog).ToContainTextAsync("1 answer");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Keep it" }).ClickAsync();
        await Expect(window.Page.Locator(".written")).ToHaveTextAsync("Eight.");

        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Erase everything" }).ClickAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Erase everything" }).ClickAsync();

        await Expect(window.Page.GetByText("Nothing yet.")).ToBeVisibleAsync();
        Assert.Equal(0, await window.Page.EvaluateAsync<int>("Object.keys(localStorage).filter(key => key.startsWith('study:')).length"));
        await window.Page.GoBackAsync();
        await Expect(window.Page.Locator($"{Open} textarea")).ToHaveValueAsync("");
    }

    [Fact]
    public async Task A_question_is_as_high_with_its_fields_as_it_was_without()
    {
        foreach (var look in new[] { new Look(), new Look { Width = 390 }, Look.Wide })
        {
            var page = (await OpenAsync(Chapter, look)).Page;
            var before = await page.Locator(".question").EvaluateAllAsync<double[]>(Heights);

            foreach (var question in await page.Locator(".question").AllAsync())
                await ComeToAsync(page, question);

            Assert.Equal(before, await page.Locator(".question").EvaluateAllAsync<double[]>(Heights));
        }
    }

    [Fact]
    public async Task Without_script_the_answer_unfolds()
    {
        var page = (await OpenAsync(Chapter, new() { Script = false })).Page;

        await page.Locator(Choice).GetByText("Check your answer").ClickAsync();
        await Expect(page.Locator(Choice).GetByText("Each can be right on its own terms")).ToBeVisibleAsync();

        await page.GotoAsync(Kept);
        await Expect(page.Locator("noscript p")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Under_translation_questions_still_work()
    {
        var window = await OpenAsync(Chapter);
        await window.TranslateAsync();
        await ComeToAsync(window.Page, window.Page.Locator(Open));
        await ComeToAsync(window.Page, window.Page.Locator(Choice));

        await window.Page.Locator(Choice).GetByRole(AriaRole.Radio).Nth(1).CheckAsync();
        await window.TranslateAsync();
        await window.Page.Locator(Choice).GetByRole(AriaRole.Button).ClickAsync();

        await Expect(window.Page.Locator($"{Choice} .choices")).ToContainTextAsync("Each can be right on its own terms");
        await Expect(window.Page.Locator($"{Choice} .outcome")).ToContainTextAsync("That is right.");
        await window.Page.Locator($"{Open} textarea").FillAsync("Eight.");
        await Expect(window.Page.Locator(Open).GetByRole(AriaRole.Status)).ToHaveTextAsync("Kept on this device.");
        Assert.Empty(window.Errors);
    }

    [Fact]
    public async Task On_a_device_that_others_use_nothing_is_kept_and_the_question_says_so()
    {
        var page = (await OpenAsync()).Page;
        await page.RouteAsync($"**{Chapter}", async route =>
        {
            var answer = await route.FetchAsync();
            await route.FulfillAsync(new() { Response = answer, Body = (await answer.TextAsync()).Replace("<html lang=\"en\"", "<html lang=\"en\" data-device=\"shared\"", StringComparison.Ordinal) });
        });
        await page.GotoAsync(Chapter + Open);

        await page.Locator($"{Open} textarea").FillAsync("Eight.");

        await Expect(page.Locator(Open).GetByRole(AriaRole.Status)).ToHaveTextAsync("Not kept: others use this device too.");
        Assert.Null(await page.EvaluateAsync<string?>("localStorage.getItem('study:answers')"));
    }

    /// <summary>Pictures for whoever works on the questions, in the folder that PICTURES names.</summary>
    [Fact(Explicit = true)]
    public async Task Pictures_are_taken()
    {
        var folder = Environment.GetEnvironmentVariable("PICTURES")!;
        foreach (var (width, scheme) in new[] { (320, ColorScheme.Light), (390, ColorScheme.Dark), (1280, ColorScheme.Light), (1280, ColorScheme.Dark) })
        {
            var window = await OpenAsync(Chapter + Open, new() { Width = width, Height = 900, Scheme = scheme });
            var page = window.Page;
            await page.Locator($"{Open} textarea").WaitForAsync();
            await page.Locator(Open).ScreenshotAsync(new() { Path = $"{folder}/open-{width}-{scheme}.png" });
            await page.Locator($"{Open} textarea").FillAsync("Eight.\nFour each way, and one more for the daughter.");
            await ComeToAsync(page, page.Locator(Choice));
            await page.Locator(Choice).ScreenshotAsync(new() { Path = $"{folder}/choice-{width}-{scheme}.png" });
            await page.Locator($"{Choice} input").Nth(0).CheckAsync();
            await page.Locator($"{Choice} button").ClickAsync();
            await page.Locator(Choice).ScreenshotAsync(new() { Path = $"{folder}/checked-{width}-{scheme}.png" });
            await window.GoAsync(Kept);
            await page.ScreenshotAsync(new() { Path = $"{folder}/kept-{width}-{scheme}.png", FullPage = true });
            await page.Locator("[data-erase]").ClickAsync();
            await page.ScreenshotAsync(new() { Path = $"{folder}/erase-{width}-{scheme}.png" });
        }
    }

    [Fact]
    public async Task On_paper_a_long_answer_stands_whole()
    {
        var page = (await OpenAsync(Chapter + Open)).Page;
        await page.Locator($"{Open} textarea").FillAsync(string.Concat(Enumerable.Repeat("A long line of an answer.\n", 60)) + "The end.");
        await page.EmulateMediaAsync(new() { Media = Media.Print });

        await Expect(page.Locator($"{Open} .prompt")).ToBeVisibleAsync();
        await Expect(page.Locator($"{Open} .written")).ToContainTextAsync("The end.");
        await Expect(page.Locator($"{Open} textarea")).ToBeHiddenAsync();
        await Expect(page.Locator($"{Choice} .answer")).ToBeVisibleAsync();
    }

    private const string Heights = "questions => questions.map(question => Math.round(question.getBoundingClientRect().height))";

    private static async Task ComeToAsync(IPage page, ILocator question)
    {
        await question.ScrollIntoViewIfNeededAsync();
        await question.Locator("form").WaitForAsync();
    }

    private static async Task<string> TakeAsync(Window window, string kind)
    {
        var file = await window.Page.RunAndWaitForDownloadAsync(() => window.Page.GetByRole(AriaRole.Button, new() { Name = kind }).ClickAsync());
        return await File.ReadAllTextAsync(await file.PathAsync(), TestContext.Current.CancellationToken);
    }
}
