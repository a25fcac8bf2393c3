using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace LastTrainHome.Content.Syntax;

/// <summary>The text of a paragraph, heading or cell, in which each character knows where in the body it was written.</summary>
internal sealed class Flat
{
    /// <summary>Stands for what was left out, so that the words on its two sides do not run together. From Unicode's private use area.</summary>
    public const char Hidden = '\uE000';

    private readonly StringBuilder text = new();
    private readonly List<(int At, int Offset, bool Moves)> pieces = [];

    private Flat()
    {
    }

    /// <summary>The text of some inlines.</summary>
    /// <param name="inlines">The container of the inlines.</param>
    /// <param name="hides">Which inlines become one <see cref="Hidden"/> character.</param>
    public static Flat Of(ContainerInline? inlines, Func<Inline, bool>? hides = null)
    {
        var flat = new Flat();
        if (inlines is not null)
            flat.AddAll(inlines, hides);
        flat.Text = flat.text.ToString();
        return flat;
    }

    public string Text { get; private set; } = "";

    /// <summary>Where in the body the n-th character was written.</summary>
    public int Offset(int at)
    {
        for (var piece = pieces.Count - 1; piece >= 0; piece--)
            if (pieces[piece].At <= at)
                return pieces[piece].Offset + (pieces[piece].Moves ? at - pieces[piece].At : 0);
        return 0;
    }

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

    private void AddAll(ContainerInline inlines, Func<Inline, bool>? hides)
    {
        foreach (var inline in inlines)
        {
            if (hides?.Invoke(inline) is true)
            {
                pieces.Add((text.Length, inline.Span.Start, false));
                text.Append(Hidden);
            }
            else if (inline is ContainerInline container)
            {
                AddAll(container, hides);
            }
            else
            {
                Add(inline);
            }
        }
    }

    private void Add(Inline inline)
    {
        var words = Words(inline);
        // A literal that began with an escape is shorter than what was written; its end is where it was written.
        var start = inline is LiteralInline ? inline.Span.End - words.Length + 1 : inline is CodeInline ? inline.Span.Start + 1 : inline.Span.Start;
        pieces.Add((text.Length, start, inline is LiteralInline or CodeInline));
        text.Append(words);
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
