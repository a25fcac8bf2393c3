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

    private readonly string? body;

    private Flat(string? body) => this.body = body;

    /// <summary>The text of some inlines.</summary>
    /// <param name="inlines">The container of the inlines.</param>
    /// <param name="hides">Which inlines become one <see cref="Hidden"/> character.</param>
    /// <param name="body">The body they were parsed from, where it matters where each character was written.</param>
    public static Flat Of(ContainerInline? inlines, Func<Inline, bool>? hides = null, string? body = null)
    {
        var flat = new Flat(body);
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
        var start = inline is LiteralInline ? Start(inline, words) : inline is CodeInline ? inline.Span.Start + 1 : inline.Span.Start;
        pieces.Add((text.Length, start, inline is LiteralInline or CodeInline));
        text.Append(words);
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
