using System.Globalization;
using System.Text;

namespace LastTrainHome.Notes.Anchoring;

/// <summary>Cuts a text into tokens and finds where sentences and paragraphs begin.</summary>
internal static class Tokenizer
{
    private const string Enders = ".!?…。！？";
    private const string WideEnders = "。！？";
    private const string Closers = "\"'”’»)]」』）】》";

    /// <summary>Cuts a text.</summary>
    /// <param name="text">Any string; lone surrogates are symbols.</param>
    /// <param name="vocabulary">Numbers the words, and is shared by the texts that are compared.</param>
    public static TokenizedText Cut(string text, Vocabulary vocabulary)
    {
        var tokens = new List<Token>((text.Length / 5) + 1);
        var (newParagraph, spaced, ender) = (true, true, '\0');
        for (var at = 0; at < text.Length;)
        {
            var kind = KindAt(text, at, out var length);
            if (kind is null)
            {
                newParagraph |= text[at] is '\n' or '\r' or '\u2028' or '\u2029';
                spaced = true;
                at += length;
                continue;
            }

            var end = kind switch
            {
                TokenKind.Word => EndOfWord(text, at + length),
                TokenKind.Character => EndOfMarks(text, at + length),
                _ => at + StringInfo.GetNextTextElementLength(text.AsSpan(at)),
            };
            var first = end == at + 1 ? text[at] : '\0';
            var closes = ender != '\0' && (Enders.Contains(first) || (Closers.Contains(first) && !spaced)) && first != '\0';
            var newSentence = newParagraph || (ender != '\0' && !closes && (spaced || WideEnders.Contains(ender)));
            tokens.Add(new(at, end, vocabulary.Number(text.AsSpan(at..end)), kind.Value, newSentence, newParagraph));
            ender = first != '\0' && Enders.Contains(first) ? first : closes ? ender : '\0';
            (newParagraph, spaced) = (false, false);
            at = end;
        }

        return new(text, tokens);
    }

    // Null: white space, or a character that is not seen.
    private static TokenKind? KindAt(string text, int at, out int length)
    {
        length = 1;
        var letter = text[at];
        if (char.IsAscii(letter))
            return char.IsAsciiLetterOrDigit(letter) ? TokenKind.Word : letter <= ' ' || letter == '\u007F' ? null : TokenKind.Mark;
        if (Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out length) != System.Buffers.OperationStatus.Done)
            return TokenKind.Mark;
        if (Rune.IsLetterOrDigit(rune))
            return PartsNoWords(rune.Value) ? TokenKind.Character : TokenKind.Word;
        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark => TokenKind.Word,
            UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.SpaceSeparator
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => null,
            _ => TokenKind.Mark,
        };
    }

    private static int EndOfWord(string text, int at)
    {
        while (at < text.Length)
        {
            if (IsInnerMark(text, at))
                at++;
            else if (Continues(text, at, out var length))
                at += length;
            else
                break;
        }

        return at;
    }

    // An apostrophe between letters, and a point or comma between digits.
    private static bool IsInnerMark(string text, int at) => at + 1 < text.Length && text[at] switch
    {
        '\'' or '’' => char.IsLetter(text[at - 1]) && char.IsLetter(text[at + 1]) && !PartsNoWords(text[at + 1]),
        '.' or ',' => char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1]),
        _ => false,
    };

    private static bool Continues(string text, int at, out int length)
    {
        length = 1;
        if (char.IsAscii(text[at]))
            return char.IsAsciiLetterOrDigit(text[at]);
        return Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out length) == System.Buffers.OperationStatus.Done
            && ((Rune.IsLetterOrDigit(rune) && !PartsNoWords(rune.Value)) || IsUnseenInWord(rune));
    }

    private static int EndOfMarks(string text, int at)
    {
        while (at < text.Length && !char.IsAscii(text[at])
            && Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var length) == System.Buffers.OperationStatus.Done && IsUnseenInWord(rune))
            at += length;
        return at;
    }

    // Combining marks, soft hyphens and joiners; a byte order mark or a zero-width space ends a word.
    private static bool IsUnseenInWord(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark => true,
        _ => rune.Value is 0x00AD or 0x200C or 0x200D,
    };

    // Thai, Lao, Myanmar, Khmer, Kana, Han, Hangul.
    private static bool PartsNoWords(int letter) => letter is >= 0x0E00 and <= 0x0EFF or >= 0x1000 and <= 0x109F or >= 0x1780 and <= 0x17FF
        or >= 0x2E80 and <= 0x9FFF or >= 0xAC00 and <= 0xD7AF or >= 0xF900 and <= 0xFAFF or >= 0xFF66 and <= 0xFF9F or >= 0x20000 and <= 0x3FFFF;
}
