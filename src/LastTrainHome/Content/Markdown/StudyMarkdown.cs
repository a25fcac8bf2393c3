using LastTrainHome.Content.Markdown.Citations;
using LastTrainHome.Content.Markdown.PlainNumbers;
using Markdig;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace LastTrainHome.Content.Markdown;

/// <summary>The Markdown that content is written in: CommonMark without HTML, with pipe tables, task lists, containers, citations and plain numbers.</summary>
internal static class StudyMarkdown
{
    /// <summary>The most characters a run of lines without a blank one may have: beyond it the parser's time grows with the square.</summary>
    public const int LongestParagraph = 8_000;

    public static MarkdownPipeline Pipeline { get; } = Build().Build();

    private static readonly MarkdownPipeline OutlinePipeline = BuildOutline();

    /// <summary>How deep blocks and what is in them may be nested; far beyond any text, and short of where parser and renderer give up.</summary>
    public const int Deepest = 100;

    /// <exception cref="ArgumentException">Something is nested deeper than the parser goes.</exception>
    public static MarkdownDocument Parse(string body)
    {
        var document = Markdig.Markdown.Parse(body, Pipeline);

        foreach (var leaf in InlineText.Leaves(document))
            if (leaf.Inline is { } inlines)
                Finish(inlines);
        return document;
    }

    // Brackets may be open in open brackets by the thousand: this walks without a stack.
    private static void Finish(ContainerInline inlines)
    {
        for (var inline = inlines.FirstChild; inline is not null; inline = Next(inline, inlines))
        {
            // A bracket that opened nothing is left holding all that follows it. It becomes the character it is, so that it is read like any other.
            if (inline is DelimiterInline open)
                open.ReplaceBy(inline = new LiteralInline(open.ToLiteral()) { Span = open.Span });
            else if (inline is CitationInline citation)
                citation.TakeSpace();
        }
    }

    private static Inline? Next(Inline inline, ContainerInline within)
    {
        if (inline is ContainerInline { FirstChild: { } child })
            return child;
        while (inline.NextSibling is null && inline.Parent is { } parent && parent != within)
            inline = parent;
        return inline.NextSibling;
    }

    /// <summary>Something nested too deep, or null.</summary>
    public static MarkdownObject? TooDeep(MarkdownObject from, int depth = 0)
    {
        MarkdownObject? deep = depth > Deepest ? from : null;
        switch (from)
        {
            case ContainerBlock blocks:
                for (var at = 0; at < blocks.Count && deep is null; at++)
                    deep = TooDeep(blocks[at], depth + 1);
                break;
            case LeafBlock { Inline: { } inlines } when deep is null:
                return TooDeep(inlines, depth + 1);
            case ContainerInline inlines:
                for (var inline = inlines.FirstChild; inline is not null && deep is null; inline = inline.NextSibling)
                    deep = TooDeep(inline, depth + 1);
                break;
        }

        return deep;
    }

    /// <summary>The headings and containers of a body: paragraphs are left unread, which takes a third of the time.</summary>
    /// <exception cref="ArgumentException">Something is nested deeper than the parser goes.</exception>
    public static MarkdownDocument Outline(string body) => Markdig.Markdown.Parse(body, OutlinePipeline);

    private static MarkdownPipelineBuilder Build()
    {
        var builder = new MarkdownPipelineBuilder { PreciseSourceLocation = true }.DisableHtml().UsePipeTables().UseTaskLists();
        builder.BlockParsers.Insert(0, new NestingContainerParser());
        builder.InlineParsers.Insert(0, new CitationParser());
        builder.InlineParsers.Insert(0, new PlainParser());
        return builder;
    }

    private static MarkdownPipeline BuildOutline()
    {
        var builder = Build();
        builder.BlockParsers.Replace<ParagraphBlockParser>(new UnreadParagraphParser());
        return builder.Build();
    }

    private sealed class UnreadParagraphParser : ParagraphBlockParser
    {
        public override BlockState TryOpen(BlockProcessor processor)
        {
            var state = base.TryOpen(processor);
            if (processor.NewBlocks.TryPeek(out var block) && block is ParagraphBlock paragraph)
                paragraph.ProcessInlines = false;
            return state;
        }
    }
}
