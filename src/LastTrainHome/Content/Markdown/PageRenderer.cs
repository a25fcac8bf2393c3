using System.Text;
using LastTrainHome.Content.Checks;
using LastTrainHome.Content.Files;
using LastTrainHome.Content.Markdown.Headings;
using LastTrainHome.Library;
using Markdig.Extensions.CustomContainers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace LastTrainHome.Content.Markdown;

/// <summary>Renders a checked page: its HTML, its canonical text with sentences, its headings, passages, questions and numbers.</summary>
internal sealed class PageRenderer
{
    private readonly SourcePage page;
    private readonly PageChecker checks;
    private readonly Sentences sentences;
    private readonly List<(HeadingBlock Block, Heading Row, int TextStart)> headings = [];

    // For each sentence, whether it is one of a heading.
    private readonly List<bool> inHeading = [];

    private PageRenderer(SourcePage page, PageChecker checks, SymbolTable symbols)
    {
        (this.page, this.checks, Symbols) = (page, checks, symbols);
        // All events stand on one page, the timeline: their sentences need ids of their own.
        sentences = new(page.Kind == PageKind.Event ? $"{page.Slug}-s" : "s");
    }

    public SymbolTable Symbols { get; }

    /// <summary>The key of the page being rendered.</summary>
    public string PageKey => page.Key;

    public string Html { get; private set; } = "";

    public string Text { get; private set; } = "";

    public List<int> SentenceStarts => sentences.Starts;

    public List<Heading> Headings => [.. headings.Select(heading => heading.Row)];

    public List<Passage> Passages { get; } = [];

    public List<Question> Questions { get; } = [];

    public List<BoundNumber> Numbers { get; } = [];

    /// <summary>Renders a checked page.</summary>
    public static PageRenderer Render(SourcePage page, MarkdownDocument document, PageChecker checks, SymbolTable symbols)
    {
        var rendered = new PageRenderer(page, checks, symbols);
        rendered.MarkSentences(document);
        rendered.inHeading.AddRange(Enumerable.Repeat(false, rendered.SentenceStarts.Count - rendered.inHeading.Count));
        rendered.Text = rendered.sentences.Text;
        rendered.TakePassages();
        rendered.TakeNumbers();
        rendered.Html = rendered.Render(document);
        return rendered;
    }

    private void MarkSentences(ContainerBlock blocks)
    {
        foreach (var block in blocks)
        {
            if (block is HeadingBlock heading)
            {
                var start = sentences.Length;
                inHeading.AddRange(Enumerable.Repeat(false, sentences.Starts.Count - inHeading.Count));
                sentences.Mark(heading);
                inHeading.AddRange(Enumerable.Repeat(true, sentences.Starts.Count - inHeading.Count));
                headings.Add((heading, new()
                {
                    PageKey = page.Key,
                    Id = heading.GetAttributes().Id!,
                    Level = heading.Level,
                    Title = Sentences.Canonical(heading.Inline!),
                    Position = headings.Count,
                }, start));
            }
            else if (block is CustomContainer container && Container.Of(container).Name == "question")
            {
                continue; // what is asked is not what is read: notes do not hang on it
            }
            else if (block is ContainerBlock inner)
            {
                MarkSentences(inner);
            }
            else if (block is LeafBlock leaf)
            {
                sentences.Mark(leaf);
            }
        }
    }

    private void TakePassages()
    {
        foreach (var theme in page.Fields.Texts("themes").Distinct())
            Passages.Add(Passage(theme, "", Excerpt(0, Text.Length)));
        foreach (var (block, heading, start) in headings)
        {
            if (PageHeadings.Themes(block) is not { Count: > 0 } themes)
                continue;
            var after = Math.Min(Text.Length, start + heading.Title.Length + 1);
            var end = headings.Skip(heading.Position + 1).Where(next => next.Row.Level <= heading.Level).Select(next => next.TextStart).DefaultIfEmpty(Text.Length).First();
            foreach (var theme in themes.Distinct())
                Passages.Add(Passage(theme, heading.Id, Excerpt(after, Math.Max(after, end))));
        }
    }

    private Passage Passage(string theme, string heading, string excerpt) => new()
    {
        ThemeKey = PageKind.Theme.Key(theme),
        PageKey = page.Key,
        HeadingId = heading,
        Excerpt = excerpt,
        Position = Passages.Count,
    };

    // Whole sentences up to about 280 characters, headings left out.
    private string Excerpt(int from, int to)
    {
        var excerpt = new StringBuilder();
        var first = SentenceStarts.BinarySearch(from);
        for (var at = first < 0 ? ~first : first; at < SentenceStarts.Count && SentenceStarts[at] < to; at++)
        {
            if (inHeading[at])
                continue;
            var start = SentenceStarts[at];
            var end = at + 1 < SentenceStarts.Count ? SentenceStarts[at + 1] : Text.Length;
            var sentence = Text[start..Math.Min(end, to)].Trim();
            if (excerpt.Length > 0 && excerpt.Length + sentence.Length > 280)
                break;
            excerpt.Append(excerpt.Length > 0 ? " " : "").Append(sentence);
            if (excerpt.Length > 280)
                break;
        }

        return excerpt.Length <= 400 ? excerpt.ToString() : $"{excerpt.ToString(0, excerpt.ToString().LastIndexOf(' ', 380) is > 0 and var space ? space : 380)} …";
    }

    private void TakeNumbers()
    {
        foreach (var binding in checks.Bindings)
            Numbers.Add(new()
            {
                PageKey = page.Key,
                Position = Numbers.Count,
                StatisticKey = binding.StatisticKey,
                Row = binding.Row,
                Column = binding.Column,
                FromRow = binding.FromRow,
                Words = binding.Words,
                Sentence = SentenceOf(binding.Link),
                Themes = [.. binding.Themes],
            });
    }

    private static int SentenceOf(Inline inline)
    {
        for (Inline? around = inline; around is not null; around = around.Parent)
            for (var before = around; before is not null; before = before.PreviousSibling)
                if (before is SentenceStart start)
                    return start.Number;
                else if (before is SentenceEnd && before != around)
                    break;
        return 0;
    }

    /// <summary>Slugs of the themes in force where a question stands.</summary>
    public IReadOnlyList<string> ThemesOf(CustomContainer question) => checks.QuestionThemes[question];

    private string Render(MarkdownDocument document) => Symbols.Renderers.Write(renderer =>
    {
        renderer.Container = Write;
        renderer.Render(document);
    });

    /// <summary>A few blocks as HTML; a single paragraph without its own element.</summary>
    public string Fragment(IReadOnlyList<Block> blocks) => Symbols.Renderers.Write(renderer =>
    {
        renderer.Container = Write;
        if (blocks is [ParagraphBlock only])
        {
            renderer.WriteLeafInline(only);
        }
        else
        {
            foreach (var block in blocks)
                renderer.Render(block);
        }
    }).Trim();

    public static string Plain(IEnumerable<Block> blocks) => string.Join(' ', blocks
        .SelectMany(block => block is ContainerBlock container ? InlineText.Leaves(container) : block is LeafBlock leaf ? [leaf] : [])
        .Where(leaf => leaf.Inline is not null)
        .Select(leaf => Sentences.Canonical(leaf.Inline!).Trim()));

    private void Write(HtmlRenderer renderer, CustomContainer container)
    {
        renderer.EnsureLine();
        if (ContainerFeature.Named(Container.Of(container).Name) is { } feature)
            feature.Render(this, renderer, container, Container.Of(container));
        else
            renderer.WriteChildren(container);
    }
}
