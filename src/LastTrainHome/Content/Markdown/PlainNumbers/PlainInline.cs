using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace LastTrainHome.Content.Markdown.PlainNumbers;

/// <summary>Words whose number an editor lets stand: <c>[90 minutes]{.plain reason="length of the film"}</c>.</summary>
internal sealed class PlainInline : ContainerInline
{
    public string? Reason { get; init; }
}

/// <summary>Closes <c>[words]{.plain reason="…"}</c>; asked before Markdig's link parser at each <c>]</c>.</summary>
internal sealed class PlainParser : InlineParser
{
    private const string Mark = "]{.plain";

    public PlainParser() => OpeningCharacters = [']'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var text = slice.AsSpan();
        if (!text.StartsWith(Mark))
            return false;
        var end = text.IndexOf('}');
        if (end < 0 || Attributes.Parse(text[1..(end + 1)]) is not { Class: "plain" } attributes || Opened(processor.Inline) is not { IsImage: false } open)
            return false;

        var plain = new PlainInline
        {
            Reason = attributes["reason"],
            Span = new(open.Span.Start, processor.GetSourcePosition(slice.Start + end)),
        };
        open.ReplaceBy(plain);                                // takes the children along, but only while it is not closed
        processor.PostProcessInlines(0, plain, null, false);  // emphasis inside
        plain.IsClosed = true;
        processor.Inline = plain;
        slice.Start += end + 1;
        return true;
    }

    // The nearest bracket left open. Whether it may still become a link says nothing here: a link inside has switched that off.
    private static LinkDelimiterInline? Opened(Inline? inline)
    {
        for (; inline is not null; inline = inline.Parent)
            if (inline is LinkDelimiterInline { IsClosed: false } open)
                return open;
        return null;
    }
}

/// <summary>A reader sees the words and nothing else.</summary>
internal sealed class PlainRenderer : HtmlObjectRenderer<PlainInline>
{
    protected override void Write(HtmlRenderer renderer, PlainInline plain) => renderer.WriteChildren(plain);
}
