using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace LastTrainHome.BrowserTests;

/// <summary>Paper holds all that a page says: each paragraph, each cell, each answer that is folded on screen, each address a link leads to.</summary>
public sealed class PaperTests(Site site) : BrowserTest(site)
{
    private const string Chapter = "/sections/no-seats";

    // Every piece of text in the page that is no furniture, whether the screen shows it or folds it away: the words between two edges of blocks, with the number
    // or the mark that the style sheet sets behind a link. And what stands above words.
    private const string Told = """
        () => {
          const furniture = `.nameboard, .toc, .stops, .filter, .find, .choose, .onward, .beside, .anchor, .resume, .going-on, .dots, .more,
            .theme-sign > ol, .rest > summary, .assign, .past, .years, .chart, .unseen, .kept, .foot, .actions, .fields > label, dialog, button, select, textarea, noscript, template, script, style, [hidden]`;
          const walk = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
          const pieces = [], above = [], ends = new Map();
          let last = null;
          while (walk.nextNode()) {
            const [text, parent] = [walk.currentNode, walk.currentNode.parentElement];
            if (!text.data.trim() || parent.closest(furniture) || parent.closest('rt, .gloss') && !parent.checkVisibility()) continue;
            if (parent.closest('rt')) {
              above.push(text.data);
              continue;
            }
            let block = parent;
            while (/^(inline|ruby|contents)/.test(getComputedStyle(block).display)) block = block.parentElement;
            if (block !== last) pieces.push([]);
            last = block;
            pieces.at(-1).push(text.data);
            const link = parent.closest('a[data-n], .prose a.claim');
            if (link) ends.set(link, [pieces.at(-1), pieces.at(-1).length - 1]);
          }
          for (const [link, [piece, at]] of ends) piece[at] += link.dataset.n ? `[${link.dataset.n}]` : 'checked';
          const rt = document.querySelector('main rt');
          return { pieces: pieces.map(piece => piece.join('')), above, size: rt ? parseFloat(getComputedStyle(rt).fontSize) : 0 };
        }
        """;

    [Theory]
    [InlineData(Chapter)]
    [InlineData("/themes/hukou")] // its longer lists are folded on screen
    [InlineData("/statistics/chunyun-by-mode")] // the widest table
    [InlineData("/statistics/the-film")]
    [InlineData("/lessons/who-is-counted")]
    public async Task Paper_holds_every_word_of_a_page_and_cuts_none(string address)
    {
        var page = (await OpenAsync(address, Look.Wide)).Page;
        await ExpectWholeAsync(page);
    }

    [Fact]
    public async Task Paper_holds_what_a_reader_answered_in_the_chapter_and_on_the_page_of_what_is_kept()
    {
        var answer = string.Concat(Enumerable.Range(1, 60).Select(line => $"Line {line} of a long answer.\n")) + "The end.";
        var window = await OpenAsync(Chapter + "#q-count-the-boardings", Look.Wide);
        var question = window.Page.Locator("#q-count-the-boardings");
        await question.GetByRole(AriaRole.Textbox).FillAsync(answer);
        await Expect(question.GetByRole(AriaRole.Status)).ToHaveTextAsync("Kept on this device.");

        Assert.True((await ExpectWholeAsync(window.Page)).Holds(answer));

        await window.GoAsync("/my-work");
        await Expect(window.Page.Locator(".written")).ToBeVisibleAsync();
        Assert.True((await ExpectWholeAsync(window.Page)).Holds(answer));
    }

    private static async Task<Paper> ExpectWholeAsync(IPage page)
    {
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        var told = await page.EvaluateAsync<Text>(Told);
        var paper = await Paper.OfAsync(page, told.Size);

        Assert.True(told.Pieces.Length > 5);
        var missing = told.Pieces.Where(piece => !paper.Holds(piece)).Concat(told.Above.Where(word => !paper.Above.Contains(Paper.Plain(word), StringComparison.Ordinal)));
        Assert.True(!missing.Any(), "Not on paper:\n" + string.Join('\n', missing));
        Assert.Empty(paper.Cut);
        Assert.True(paper.IsFullSize, "Something is wider than the paper, so that all of it is printed smaller.");
        return paper;
    }

    private sealed record Text
    {
        public string[] Pieces { get; init; } = [];
        public string[] Above { get; init; } = [];
        public double Size { get; init; }
    }
}
