using LastTrainHome.Library;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax.Inlines;

namespace LastTrainHome.Content.Markdown.Links;

/// <summary>Where a link leads, once it is known.</summary>
/// <param name="Address">The address on the site.</param>
/// <param name="Class">What kind of link it is, for the eye: <c>term</c>, <c>number</c>.</param>
internal sealed record Reference(string Address, string Class)
{
    private static readonly object Key = new();

    /// <summary>The language of the link's words, where they are an original.</summary>
    public string? Language { get; init; }

    /// <summary>The romanization to stand above the link's words, where they are an original.</summary>
    public string? Romanization { get; init; }

    /// <summary>What the link's words mean in the study's language, where they are an original.</summary>
    public string? Gloss { get; init; }

    public void Stamp(LinkInline link) => link.SetData(Key, this);

    public static Reference? On(LinkInline link) => link.GetData(Key) as Reference;
}

/// <summary>Writes links to pages with their class, an original as ruby, and links to other sites as such.</summary>
/// <param name="writtenIn">The language of the study, and so of every gloss.</param>
internal sealed class ReferenceRenderer(string writtenIn) : LinkInlineRenderer
{
    protected override void Write(HtmlRenderer renderer, LinkInline link)
    {
        if (Reference.On(link) is not { } reference)
        {
            if (!link.IsImage && link.Url?.StartsWith("http", StringComparison.OrdinalIgnoreCase) is true)
                link.GetAttributes().AddPropertyIfNotExist("rel", "external");
            base.Write(renderer, link);
            return;
        }

        if (!renderer.EnableHtmlForInline)
        {
            renderer.WriteChildren(link);
            return;
        }

        renderer.Write("<a class=\"").Write(reference.Class).Write("\" href=\"").WriteEscapeUrl(reference.Address).Write("\">");
        if (reference.Language is null)
        {
            renderer.WriteChildren(link);
        }
        else
        {
            // One rt a word. It holds all that may stand above the word; the reader's settings show one of them. Browsers leave it out of
            // the link's name, so the gloss stands once more behind the word, for a voice alone.
            renderer.Write("<ruby lang=\"").WriteEscape(reference.Language).Write("\" translate=\"no\">");
            renderer.WriteChildren(link);
            renderer.Write("<rt>");
            if (reference.Romanization is not null)
                renderer.Write("<span lang=\"").WriteEscape(Scripts.InLatin(reference.Language)).Write("\">").WriteEscape(reference.Romanization).Write("</span>");
            renderer.Write("<span class=\"gloss\" aria-hidden=\"true\" lang=\"").WriteEscape(writtenIn).Write("\" translate=\"yes\">").WriteEscape(reference.Gloss)
                .Write("</span></rt></ruby><span class=\"gloss unseen\">, ").WriteEscape(reference.Gloss).Write("</span>");
        }

        renderer.Write("</a>");
    }
}
