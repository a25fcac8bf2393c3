using LastTrainHome.Content.Markdown.Links;
using LastTrainHome.Library;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace LastTrainHome.Content.Markdown;

/// <summary>Writes words, and marks those of the film's language as such: a voice reads them, and a browser picks their letters, by that. A browser's translation leaves them as they are.</summary>
internal sealed class LiteralRenderer(string language, string writtenIn) : HtmlObjectRenderer<LiteralInline>
{
    private readonly Scripts scripts = Scripts.Between(language, writtenIn);

    protected override void Write(HtmlRenderer renderer, LiteralInline literal)
    {
        var text = literal.Content.AsSpan();
        if (!renderer.EnableHtmlForInline || (literal.Parent is LinkInline link && Reference.On(link)?.Language is not null))
        {
            renderer.WriteEscape(text);
            return;
        }

        for (var at = 0; at < text.Length;)
        {
            var (start, length) = scripts.Next(text, at);
            renderer.WriteEscape(text[at..start]);
            if (length > 0)
            {
                renderer.Write("<span lang=\"").WriteEscape(language).Write("\" translate=\"no\">");
                renderer.WriteEscape(text.Slice(start, length));
                renderer.Write("</span>");
            }

            at = start + length;
        }
    }
}
