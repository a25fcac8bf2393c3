using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace LastTrainHome.Content.Markdown.Citations;

/// <summary>One source cited: <c>@chan-2009, p. 3</c>.</summary>
/// <param name="Key">Without the <c>@</c>.</param>
/// <param name="Locator"><c>p. 3</c>, or null.</param>
/// <param name="Offset">Where the key stands in the body.</param>
internal sealed record Cited(string Key, string? Locator, int Offset);

/// <summary>A citation in the text: <c>[@chan-2009, p. 3; @bai-2018]</c>.</summary>
internal sealed class CitationInline : LeafInline
{
    public required IReadOnlyList<Cited> Items { get; init; }

    /// <summary>The space written before it belongs to it: what is read goes on without either.</summary>
    public bool HasSpace { get; private set; }

    /// <summary>Takes the space before it out of the text and to itself.</summary>
    public void TakeSpace()
    {
        if (PreviousSibling is LineBreakInline { IsHard: false } line)
        {
            line.Remove();
            HasSpace = true;
        }
        else if (PreviousSibling is LiteralInline literal && literal.Content is { IsEmpty: false } content && content.Text[content.End] == ' ')
        {
            var end = content.End;
            while (end >= content.Start && content.Text[end] == ' ')
                end--;
            literal.Span = new(literal.Span.Start, literal.Span.End - (content.End - end));
            literal.Content = new(content.Text, content.Start, end);
            HasSpace = true;
        }
    }
}

/// <summary>Reads <c>[@…]</c>, this much of Pandoc's form. What begins so and goes on otherwise stays text, and the page reports it.</summary>
internal sealed class CitationParser : InlineParser
{
    public CitationParser() => OpeningCharacters = ['['];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var text = slice.AsSpan();
        if (!text.StartsWith("[@"))
            return false;
        var end = text.IndexOfAny(']', '\n');
        if (end < 0 || text[end] != ']')
            return false;

        var items = new List<Cited>();
        for (var from = 1; from < end;)
        {
            var part = text[from..end];
            var next = part.IndexOf(';');
            if (next >= 0)
                part = part[..next];
            var lead = part.Length - part.TrimStart().Length;
            var item = part.Trim();
            var comma = item.IndexOf(',');
            var key = (comma < 0 ? item : item[..comma]).TrimEnd();
            if (key is not ['@', .. var name] || !IsKey(name))
                return false;
            var locator = comma < 0 ? null : item[(comma + 1)..].Trim().ToString();
            if (locator is "")
                return false;
            items.Add(new(name.ToString(), locator, processor.GetSourcePosition(slice.Start + from + lead)));
            from += part.Length + 1;
        }

        if (items.Count == 0)
            return false;
        processor.Inline = new CitationInline
        {
            Items = items,
            Span = new(processor.GetSourcePosition(slice.Start), processor.GetSourcePosition(slice.Start + end)),
        };
        slice.Start += end + 1;
        return true;
    }

    private static bool IsKey(ReadOnlySpan<char> name)
    {
        foreach (var letter in name)
            if (!char.IsAsciiLetterOrDigit(letter) && letter is not ('-' or '_' or ':' or '.'))
                return false;
        return name.Length > 0;
    }
}
