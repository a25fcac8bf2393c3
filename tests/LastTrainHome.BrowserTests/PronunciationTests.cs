using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace LastTrainHome.BrowserTests;

/// <summary>What stands above words in the film's language, to the eye and to a voice.</summary>
public sealed class PronunciationTests(Site site) : BrowserTest(site)
{
    private const string Chapter = "/sections/three-generations";

    [Fact]
    public async Task A_word_has_one_line_above_it_its_own_language_and_is_left_alone_by_translation()
    {
        var window = await OpenAsync(Chapter);
        var words = window.Page.Locator("main ruby");

        Assert.True(await words.CountAsync() > 0);
        foreach (var word in await words.AllAsync())
        {
            await Expect(word.Locator("rt")).ToHaveCountAsync(1);
            await Expect(word).ToHaveAttributeAsync("lang", "zh-Hans");
            await Expect(word).ToHaveAttributeAsync("translate", "no");
            await Expect(word.Locator("rt > [lang=zh-Latn]")).ToBeVisibleAsync();
            await Expect(word.Locator("rt > .gloss")).ToHaveAttributeAsync("lang", "en");
        }
    }

    [Theory]
    [InlineData("What it means")]
    [InlineData("Nothing")]
    public async Task Without_pronunciation_no_voice_reads_one_and_a_words_link_is_named_by_word_and_meaning(string choice)
    {
        var window = await OpenAsync(Chapter);
        var said = await window.Page.Locator("main rt > [lang=zh-Latn]").AllTextContentsAsync();
        var first = window.Page.Locator("main a:has(ruby)").First;
        var (word, meaning) = (await first.Locator("ruby").EvaluateAsync<string>("word => word.firstChild.textContent"), await first.Locator("rt > .gloss").TextContentAsync());
        Assert.Contains(await SpokenAsync(window), spoken => said.Any(spoken.Name.Contains));

        await ChooseAsync(window, choice);

        var told = await SpokenAsync(window);
        Assert.DoesNotContain(told, spoken => said.Any(spoken.Name.Contains));
        Assert.Contains(told, spoken => spoken.Role == "link" && spoken.Name.Replace(" ,", ",", StringComparison.Ordinal) == $"{word}, {meaning}");
    }

    [Fact]
    public async Task The_meaning_is_seen_above_the_word_only_when_asked_for_and_fits_a_phone()
    {
        var window = await OpenAsync(Chapter);
        var meaning = window.Page.Locator("main rt > .gloss").First;
        var pronunciation = window.Page.Locator("main rt > [lang=zh-Latn]").First;
        await Expect(meaning).ToBeHiddenAsync();

        await ChooseAsync(window, "What it means");
        await Expect(pronunciation).ToBeHiddenAsync();
        var (above, word) = ((await meaning.BoundingBoxAsync())!, (await window.Page.Locator("main ruby").First.BoundingBoxAsync())!);
        Assert.True(above.Width > 20 && above.Y < word.Y + word.Height / 2);
        Assert.Equal(0, await window.SidewaysAsync());
        Assert.Empty(await Axe.FaultsAsync(window.Page));

        await ChooseAsync(window, "Nothing");
        await Expect(meaning).ToBeHiddenAsync();
        await Expect(pronunciation).ToBeHiddenAsync();
        await window.GoAsync("/themes/hukou"); // for the whole site
        foreach (var one in await window.Page.Locator("main rt > [lang=zh-Latn]").AllAsync())
            await Expect(one).ToBeHiddenAsync();
    }

    private static async Task ChooseAsync(Window window, string choice)
    {
        await window.Page.Locator(".aa a").ClickAsync();
        await window.Page.GetByRole(AriaRole.Group, new() { Name = "Above words" }).GetByLabel(choice).CheckAsync();
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
    }

    // Chromium's own accessibility tree, what a screen reader is given.
    private static async Task<List<(string Role, string Name)>> SpokenAsync(Window window)
    {
        var session = await window.Context.NewCDPSessionAsync(window.Page);
        var tree = (await session.SendAsync("Accessibility.getFullAXTree"))!.Value;
        var spoken = new List<(string, string)>();
        foreach (var node in tree.GetProperty("nodes").EnumerateArray())
            if (!node.GetProperty("ignored").GetBoolean() && node.TryGetProperty("name", out var name) && name.TryGetProperty("value", out var value) && node.TryGetProperty("role", out var role))
                spoken.Add((role.GetProperty("value").GetString()!, value.GetString()!));
        return spoken;
    }
}
