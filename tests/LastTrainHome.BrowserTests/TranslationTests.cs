using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace LastTrainHome.BrowserTests;

/// <summary>Under the browser's translation nothing breaks, and words of the film's language stay.</summary>
public sealed class TranslationTests(Site site) : BrowserTest(site)
{
    // As Chrome does it: each text that may be translated comes back in two font elements with other words in it, also where text is added later.
    private const string Translate = """
        () => {
          const mayBe = text => text.data.trim() && !text.parentElement.closest('font, script, style') && text.parentElement.closest('[translate]')?.translate !== false;
          function translate(root) {
            const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
            const texts = [];
            while (walk.nextNode()) if (mayBe(walk.currentNode)) texts.push(walk.currentNode);
            for (const text of texts) {
              const [outer, inner] = [document.createElement('font'), document.createElement('font')];
              outer.style.verticalAlign = inner.style.verticalAlign = 'inherit';
              inner.textContent = text.data.replace(/\p{L}+/gu, word => word.toUpperCase());
              outer.append(inner);
              text.replaceWith(outer);
            }
          }
          translate(document.body);
          document.documentElement.classList.add('translated-ltr');
          new MutationObserver(changes => changes.forEach(({ addedNodes }) => addedNodes.forEach(node => node.isConnected && node.nodeName !== 'FONT' && translate(node.parentNode)))).observe(document.body, { childList: true, subtree: true });
        }
        """;

    // Each word of another language, with what it says. A meaning that stands above one is in the study's language and may be translated.
    private const string Remember = """
        () => {
          window.said = word => [...word.childNodes].filter(part => part.nodeName !== 'RT').map(part => part.textContent).join('');
          window.words = [...document.querySelectorAll('body [lang]:not(:lang(en))')].map(word => [word, said(word)]);
          return words.length;
        }
        """;

    [Theory]
    [InlineData("/sections/no-seats", "main .prose a.number")]
    [InlineData("/sections/three-generations", "main a.term:has(ruby)")]
    [InlineData("/themes/hukou", "main a:is(.term, .number)")]
    [InlineData("/statistics/chunyun-trips", "main a:is(.term, .event, .number)")]
    public async Task Boxes_open_contents_follow_and_words_of_the_film_stay(string address, string link)
    {
        var window = await OpenAsync(address, Look.Wide);
        var page = window.Page;
        Assert.True(await page.EvaluateAsync<int>(Remember) > 0);

        await page.EvaluateAsync(Translate);

        Assert.Matches("^[^a-z]+$", await page.Locator("h1 font font").First.InnerTextAsync());
        Assert.Empty(await page.EvaluateAsync<string[]>("words.filter(([word, before]) => !word.isConnected || said(word) !== before).map(([, before]) => before)"));

        if (await page.Locator(link).CountAsync() > 0)
        {
            await page.Locator(link).First.PressAsync("Enter");
            var box = page.GetByRole(AriaRole.Dialog);
            await box.WaitForAsync();
            await Expect(box.Locator("font").First).ToBeAttachedAsync();
            await page.Keyboard.PressAsync("Escape");
            await Expect(box).ToBeHiddenAsync();
            await Expect(page.Locator(link).First).ToBeFocusedAsync();
        }

        var stops = page.Locator(":is(.toc, .stops) a[href^='#']");
        if (await stops.CountAsync() > 0)
        {
            await stops.Last.ClickAsync();
            await Expect(page.Locator(":is(.toc, .stops) [aria-current]")).ToHaveCountAsync(1);
            await Expect(page.Locator(":is(.toc, .stops) .behind").First).ToBeAttachedAsync();
        }

        Assert.Empty(window.Errors);
        Assert.Equal(0, await window.SidewaysAsync());
    }

    [Fact]
    public async Task Questions_and_settings_still_answer()
    {
        var window = await OpenAsync("/sections/no-seats", Look.Wide);
        var page = window.Page;
        await page.EvaluateAsync(Translate);

        await page.Locator(".aa a").ClickAsync();
        await page.GetByLabel("DARK").CheckAsync();
        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await page.Keyboard.PressAsync("Escape");

        var question = page.Locator(".question").First;
        await question.Locator("summary").First.ClickAsync();
        await Expect(question.Locator("details").First).ToHaveAttributeAsync("open", "");
        Assert.Empty(window.Errors);
    }
}
