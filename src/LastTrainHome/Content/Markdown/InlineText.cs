using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace LastTrainHome.Content.Markdown;

/// <summary>The text of a paragraph, heading or cell, in which each character knows where in the body it was written.</summary>
internal sealed class InlineText
{
    /// <summary>Stands for what was left out, so that the words on its two sides do not run together. From Unicode's private use area.</summary>
    public const char Hidden = '\uE000';

    [ThreadStatic]
    private static StringBuilder? scratch;

    private readonly ContainerInline? inlines;
    private readonly Func<Inline, bool>? hides;
    private readonly string? body;

    private InlineText(ContainerInline? inlines, Func<Inline, bool>? hides, string? body) => (this.inlines, this.hides, this.body) = (inlines, hides, body);

    /// <summary>The text of some inlines.</summary>
    /// <param name="inlines">The container of the inlines.</param>
    /// <param name="hides">Which inlines become one <see cref="Hidden"/> character.</param>
    /// <param name="body">The body they were parsed from, where it matters where each character was written.</param>
    public static InlineText Of(ContainerInline? inlines, Func<Inline, bool>? hides = null, string? body = null)
    {
        var flat = new InlineText(inlines, hides, body);
        if (inlines?.FirstChild is LiteralInline { NextSibling: null } only)
        {
            flat.Text = only.Content.ToString();
        }
        else if (inlines is not null)
        {
            var text = scratch ??= new();
            flat.AddAll(text.Clear(), inlines);
            flat.Text = text.ToString();
        }

        return flat;
    }

    public string Text { get; private set; } = "";

    /// <summary>Where in the body the n-th character was written. Few are asked for, so that it is worth walking the inlines again.</summary>
    public int Offset(int at) => inlines is null ? 0 : Find(inlines, ref at) ?? 0;

    /// <summary>The characters that one inline without children puts into the text.</summary>
    public static ReadOnlySpan<char> Words(Inline inline) => inline switch
    {
        LiteralInline literal => literal.Content.AsSpan(),
        CodeInline code => code.Content,
        HtmlEntityInline entity => entity.Transcoded.AsSpan(),
        AutolinkInline link => link.Url,
        LineBreakInline => " ",
        _ => "",
    };

    private void AddAll(StringBuilder text, ContainerInline container)
    {
        for (var inline = container.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            if (hides?.Invoke(inline) is true)
                text.Append(Hidden);
            else if (inline is ContainerInline inner)
                AddAll(text, inner);
            else
                text.Append(Words(inline));
        }
    }

    // Counts the characters down to the one that is looked for.
    private int? Find(ContainerInline container, ref int left)
    {
        for (var inline = container.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            if (hides?.Invoke(inline) is true)
            {
                if (left-- == 0)
                    return inline.Span.Start;
            }
            else if (inline is ContainerInline inner)
            {
                if (Find(inner, ref left) is { } found)
                    return found;
            }
            else
            {
                var words = Words(inline);
                if (left < words.Length)
                    return inline switch
                    {
                        LiteralInline => Start(inline, words) + left,
                        CodeInline => inline.Span.Start + 1 + left,
                        _ => inline.Span.Start,
                    };
                left -= words.Length;
            }
        }

        return null;
    }

    // A literal can be shorter than its span: it began with an escape, or a table took the spaces round it.
    private int Start(Inline literal, ReadOnlySpan<char> words)
    {
        var (first, last) = (literal.Span.Start, literal.Span.End);
        var found = body is null || first < 0 || last >= body.Length || first > last ? -1 : body.AsSpan(first..(last + 1)).IndexOf(words);
        return found >= 0 ? first + found : last - words.Length + 1;
    }

    /// <summary>Every block that holds inlines, in reading order, containers looked into.</summary>
    public static IEnumerable<LeafBlock> Leaves(ContainerBlock block)
    {
        foreach (var child in block)
        {
            if (child is ContainerBlock container)
                foreach (var leaf in Leaves(container))
                    yield return leaf;
            else if (child is LeafBlock leaf)
                yield return leaf;
        }
    }
}
