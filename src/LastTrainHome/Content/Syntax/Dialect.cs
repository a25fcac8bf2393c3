using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace LastTrainHome.Content.Syntax;

/// <summary>The Markdown that content is written in: CommonMark without HTML, with pipe tables, task lists, containers, citations and plain numbers.</summary>
internal static class Dialect
{
    /// <summary>The most characters a run of lines without a blank one may have: beyond it the parser's time grows with the square.</summary>
    public const int LongestParagraph = 8_000;

    public static MarkdownPipeline Pipeline { get; } = Build();

    /// <summary>How deep blocks and what is in them may be nested; far beyond any text, and short of where parser and renderer give up.</summary>
    public const int Deepest = 100;

    /// <exception cref="ArgumentException">Something is nested deeper than the parser goes.</exception>
    public static MarkdownDocument Parse(string body)
    {
        var document = Markdown.Parse(body, Pipeline);

        // A bracket that opened nothing is left holding all that follows it. It becomes the character it is, so that it is read like any other.
        foreach (var open in document.Descendants<DelimiterInline>().ToArray())
            open.ReplaceBy(new LiteralInline(open.ToLiteral()) { Span = open.Span });
        return document;
    }

    /// <summary>Something nested too deep, or null.</summary>
    public static MarkdownObject? TooDeep(MarkdownObject from, int depth = 0) => depth > Deepest ? from : from switch
    {
        ContainerBlock blocks => blocks.Select(block => TooDeep(block, depth + 1)).FirstOrDefault(deep => deep is not null),
        LeafBlock { Inline: { } inline } => TooDeep(inline, depth + 1),
        ContainerInline inlines => inlines.Select(inline => TooDeep(inline, depth + 1)).FirstOrDefault(deep => deep is not null),
        _ => null,
    };


    private static MarkdownPipeline Build()
    {
        var builder = new MarkdownPipelineBuilder { PreciseSourceLocation = true }.DisableHtml().UsePipeTables().UseTaskLists();
        builder.BlockParsers.Insert(0, new NestingContainerParser());
        builder.InlineParsers.Insert(0, new CitationParser());
        builder.InlineParsers.Insert(0, new PlainParser());
        return builder.Build();
    }
}
