using Markdig;
using Markdig.Syntax;

namespace LastTrainHome.Content.Syntax;

/// <summary>The Markdown that content is written in: CommonMark without HTML, with pipe tables, task lists, containers, citations and plain numbers.</summary>
internal static class Dialect
{
    /// <summary>The most characters a run of lines without a blank one may have: beyond it the parser's time grows with the square.</summary>
    public const int LongestParagraph = 8_000;

    public static MarkdownPipeline Pipeline { get; } = Build();

    /// <exception cref="ArgumentException">Something is nested deeper than the parser goes.</exception>
    public static MarkdownDocument Parse(string body) => Markdown.Parse(body, Pipeline);

    private static MarkdownPipeline Build()
    {
        var builder = new MarkdownPipelineBuilder { PreciseSourceLocation = true }.DisableHtml().UsePipeTables().UseTaskLists();
        builder.BlockParsers.Insert(0, new NestingContainerParser());
        builder.InlineParsers.Insert(0, new CitationParser());
        builder.InlineParsers.Insert(0, new PlainParser());
        return builder.Build();
    }
}
