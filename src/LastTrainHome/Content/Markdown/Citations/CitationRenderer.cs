using LastTrainHome.Library;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace LastTrainHome.Content.Markdown.Citations;

/// <summary>Writes a citation as author and date, each leading to the page's own list of sources.</summary>
internal sealed class CitationRenderer(IReadOnlyDictionary<string, Source> sources) : HtmlObjectRenderer<CitationInline>
{
    protected override void Write(HtmlRenderer renderer, CitationInline citation)
    {
        if (!renderer.EnableHtmlForInline)
            return;
        renderer.Write(citation.HasSpace ? " <span class=\"cite\">(" : "<span class=\"cite\">(");
        foreach (var (cited, place) in citation.Items.Select((cited, place) => (cited, place)))
        {
            if (place > 0)
                renderer.Write("; ");
            renderer.Write("<a href=\"#source-").WriteEscape(cited.Key).Write("\">").WriteEscape(sources.GetValueOrDefault(cited.Key)?.Short ?? cited.Key).Write("</a>");
            if (cited.Locator is not null)
                renderer.Write(", ").WriteEscape(cited.Locator);
        }

        renderer.Write(")</span>");
    }
}
