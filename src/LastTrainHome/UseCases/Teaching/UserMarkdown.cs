using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace LastTrainHome.UseCases.Teaching;

/// <summary>Markdown that people type here (instructions, comments), rendered once, when it is saved: emphasis, lists and links. No HTML, no pictures,
/// and no addresses that run something.</summary>
public static class UserMarkdown
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UseAutoLinks().Build();

    private static readonly string[] Schemes = ["http://", "https://", "mailto:"];

    // Instructions and comments stand below the page's own headings.
    private const int HeadingsBelow = 3;

    /// <summary>The safe HTML of what was typed.</summary>
    public static string Render(string markdown)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        foreach (var heading in document.Descendants<HeadingBlock>())
            heading.Level = Math.Min(heading.Level + HeadingsBelow, 6);
        foreach (var link in document.Descendants<LinkInline>().ToList())
            Tame(link);
        foreach (var link in document.Descendants<AutolinkInline>().Where(link => !link.IsEmail && !IsAllowed(link.Url)).ToList())
            link.ReplaceBy(new LiteralInline(link.Url));
        return document.ToHtml(Pipeline);
    }

    private static void Tame(LinkInline link)
    {
        var address = link.GetDynamicUrl?.Invoke() ?? link.Url ?? "";
        link.IsImage = false;
        if (!IsAllowed(address))
            link.ReplaceBy(new ContainerInline(), copyChildren: true);
        else if (!address.StartsWith('/'))
            link.GetAttributes().AddPropertyIfNotExist("rel", "external nofollow");
    }

    // "//host" and "/\host" look like this site and are another.
    private static bool IsAllowed(string address) =>
        Schemes.Any(scheme => address.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
        || address.StartsWith('/') && !address.StartsWith("//", StringComparison.Ordinal) && !address.StartsWith("/\\", StringComparison.Ordinal)
        || address.StartsWith('#');
}
