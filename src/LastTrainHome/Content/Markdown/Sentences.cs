using System.Buffers;
using System.Globalization;
using System.Text;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace LastTrainHome.Content.Markdown;

/// <summary>Builds a page's canonical text and marks in the document where each of its sentences begins and ends.</summary>
internal sealed class Sentences(string prefix)
{
    private readonly StringBuilder text = new();

    /// <summary>The canonical text so far. Blocks are parted by a line feed.</summary>
    public string Text => text.ToString();

    public int Length => text.Length;

    /// <summary>Where each sentence begins in the text.</summary>
    public List<int> Starts { get; } = [];

    /// <summary>Takes a block's text in and puts marks round its sentences.</summary>
    public void Mark(LeafBlock block)
    {
        if (block is CodeBlock code)
        {
            var lines = code.Lines.ToString();
            if (lines.Trim().Length > 0)
                block.GetAttributes().Id ??= Begin(lines);
            return;
        }

        if (block.Inline is null)
            return;
        var words = Canonical(block.Inline);
        if (words.Trim().Length == 0)
            return;

        var first = Starts.Count + 1;
        Begin(words);
        foreach (var start in Boundaries(words))
            Starts.Add(text.Length - words.Length + start);
        var ends = Starts.Skip(first).Select(start => start - (text.Length - words.Length)).Append(words.Length).ToArray();
        new Marker(prefix, first, ends).Walk(block.Inline);
    }

    /// <summary>What a block says, without citations.</summary>
    public static string Canonical(ContainerInline inlines) => InlineText.Of(inlines).Text;

    private string Begin(string words)
    {
        if (text.Length > 0)
            text.Append('\n');
        Starts.Add(text.Length);
        text.Append(words);
        return $"{prefix}{Starts.Count}";
    }

    /// <summary>Where sentences after the first begin in a text. After <c>.</c>, <c>!</c>, <c>?</c> or <c>…</c> with closing quotes and brackets,
    /// white space and a beginning; after a CJK full stop in any case. Not after common abbreviations or a single capital.</summary>
    public static List<int> Boundaries(string words)
    {
        var found = new List<int>();
        for (var stop = words.AsSpan().IndexOfAny(Stops); stop >= 0;)
        {
            var next = stop + 1;
            while (next < words.Length && Stops.Contains(words[next]))
                next++;
            while (next < words.Length && Closers.Contains(words[next]))
                next++;
            var closed = next;
            while (next < words.Length && char.IsWhiteSpace(words[next]))
                next++;
            if (next >= words.Length)
                break;
            if (WideStops.Contains(words[closed - 1]) || WideStops.Contains(words[stop]) || (next > closed && Begins(words, next) && !IsAbbreviation(words, stop)))
                found.Add(WideStops.Contains(words[stop]) ? closed : next);

            var more = words.AsSpan(next).IndexOfAny(Stops);
            stop = more < 0 ? -1 : next + more;
        }

        return found;
    }

    private static readonly SearchValues<char> Stops = SearchValues.Create(".!?…。！？");
    private const string WideStops = "。！？";
    private const string Closers = "\"'”’»)]」』）";

    private static bool Begins(string words, int at)
    {
        var rune = Rune.GetRuneAt(words, at);
        return Rune.IsUpper(rune) || Rune.IsDigit(rune) || "\"“‘'([«—".Contains(words[at], StringComparison.Ordinal) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherLetter;
    }

    private static readonly HashSet<string> Abbreviations =
        ["p", "pp", "ch", "chap", "no", "nos", "vol", "ed", "eds", "e.g", "i.e", "cf", "vs", "etc", "Mr", "Mrs", "Ms", "Dr", "Prof", "St", "c", "ca", "al", "U.S", "U.K"];

    private static bool IsAbbreviation(string words, int stop)
    {
        if (words[stop] != '.')
            return false;
        var start = stop;
        while (start > 0 && !char.IsWhiteSpace(words[start - 1]) && !"([“‘\"".Contains(words[start - 1], StringComparison.Ordinal))
            start--;
        return (stop - start == 1 && char.IsAsciiLetterUpper(words[start])) || Abbreviations.GetAlternateLookup<ReadOnlySpan<char>>().Contains(words.AsSpan(start, stop - start));
    }

    /// <summary>Walks a block's inlines with a cursor in its text. A mark never straddles an element: a sentence that does has several.</summary>
    private sealed class Marker(string prefix, int first, int[] ends)
    {
        private int cursor;
        private int sentence;
        private int named = -1;

        public void Walk(ContainerInline container)
        {
            SentenceStart? open = null;
            for (var inline = container.FirstChild; inline is not null;)
            {
                var next = inline.NextSibling;
                var length = Length(inline);
                if (length == 0)
                {
                    inline = next;
                    continue;
                }

                while (sentence < ends.Length - 1 && cursor >= ends[sentence])
                {
                    Close(ref open, inline.PreviousSibling);
                    sentence++;
                }

                var left = ends[sentence] - cursor;
                if (length > left && inline is LiteralInline literal)
                {
                    next = Split(literal, left);
                    length = left;
                }

                if (length > left && inline is ContainerInline straddling)
                {
                    Close(ref open, inline.PreviousSibling);
                    Walk(straddling);
                }
                else
                {
                    if (open is null)
                        inline.InsertBefore(open = new SentenceStart { Id = $"{prefix}{first + sentence}", Number = first + sentence, IsFirst = named != sentence });
                    named = sentence;
                    cursor += length;
                }

                inline = next;
            }

            Close(ref open, container.LastChild);
        }

        private static int Length(Inline inline)
        {
            if (inline is not ContainerInline container)
                return InlineText.Words(inline).Length;
            var length = 0;
            foreach (var inner in container)
                length += Length(inner);
            return length;
        }

        private static void Close(ref SentenceStart? open, Inline? last)
        {
            if (open is not null)
                last!.InsertAfter(new SentenceEnd());
            open = null;
        }

        private static LiteralInline Split(LiteralInline literal, int length)
        {
            var content = literal.Content;
            var rest = new LiteralInline
            {
                Content = new(content.Text, content.Start + length, content.End),
                Span = new(literal.Span.End - (content.Length - length) + 1, literal.Span.End),
            };
            literal.Content = new(content.Text, content.Start, content.Start + length - 1);
            literal.Span = new(literal.Span.Start, rest.Span.Start - 1);
            literal.InsertAfter(rest);
            return rest;
        }
    }
}

/// <summary>A sentence, or a part of one inside one element, begins here.</summary>
internal sealed class SentenceStart : LeafInline
{
    public required string Id { get; init; }

    public required int Number { get; init; }

    public required bool IsFirst { get; init; }
}

/// <summary>What the last <see cref="SentenceStart"/> began ends here.</summary>
internal sealed class SentenceEnd : LeafInline;

internal sealed class SentenceStartRenderer : HtmlObjectRenderer<SentenceStart>
{
    protected override void Write(HtmlRenderer renderer, SentenceStart start)
    {
        if (renderer.EnableHtmlForInline)
            renderer.Write(start.IsFirst ? "<span id=\"" : "<span data-s=\"").Write(start.Id).Write("\">");
    }
}

internal sealed class SentenceEndRenderer : HtmlObjectRenderer<SentenceEnd>
{
    protected override void Write(HtmlRenderer renderer, SentenceEnd end)
    {
        if (renderer.EnableHtmlForInline)
            renderer.Write("</span>");
    }
}
