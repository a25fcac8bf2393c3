using System.Buffers;
using System.Globalization;
using System.Text;

namespace LastTrainHome.Content.Numbers;

internal enum TokenKind : byte
{
    /// <summary>A run of letters of a script that parts words by spaces.</summary>
    Word,

    /// <summary>A run of decimal digits, of any script.</summary>
    Digits,

    /// <summary>One letter of a script that writes words together: Chinese, Japanese, Korean.</summary>
    Character,

    /// <summary>A fraction in one sign: ½.</summary>
    Part,

    /// <summary>Any other sign.</summary>
    Mark,
}

/// <summary>A piece of flat text, as the search for numbers sees it.</summary>
/// <param name="IsSpaced">White space stands before it, or nothing.</param>
internal readonly record struct Token(TokenKind Kind, bool IsSpaced, int Start, int End)
{
    public int Length => End - Start;

    /// <summary>Cuts text into tokens, white space left out. Each sign is looked at once.</summary>
    public static List<Token> Cut(ReadOnlySpan<char> text)
    {
        var tokens = new List<Token>(text.Length / 5);
        var spaced = true;
        for (var at = 0; at < text.Length;)
        {
            if (text[at] == ' ')
            {
                spaced = true;
                at++;
                continue;
            }

            var (kind, length) = Look(text[at..]);
            var start = at;
            at += length;
            if (kind is null)
            {
                spaced = true;
                continue;
            }

            if (kind is TokenKind.Word or TokenKind.Digits)
            {
                while (at < text.Length && char.IsAsciiLetter(text[at]) && kind == TokenKind.Word)
                    at++;
                while (at < text.Length && text[at] is not (' ' or '.' or ',') && Look(text[at..]) is var (next, more) && next == kind)
                    at += more;
            }

            tokens.Add(new(kind.Value, spaced, start, at));
            spaced = false;
        }

        return tokens;
    }

    private static (TokenKind? Kind, int Length) Look(ReadOnlySpan<char> rest)
    {
        var first = rest[0];
        if (char.IsAsciiLetter(first))
            return (TokenKind.Word, 1);
        if (char.IsAsciiDigit(first))
            return (TokenKind.Digits, 1);
        if (char.IsWhiteSpace(first))
            return (null, 1);
        if (first < 0x80)
            return (TokenKind.Mark, 1);
        if (IsCharacter(first))
            return (TokenKind.Character, 1);

        // A lone half of a surrogate pair is a mark like any other.
        if (Rune.DecodeFromUtf16(rest, out var rune, out var length) != OperationStatus.Done)
            return (TokenKind.Mark, 1);

        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.DecimalDigitNumber => (TokenKind.Digits, length),
            UnicodeCategory.OtherNumber when Rune.GetNumericValue(rune) is > 0 and < 1 => (TokenKind.Part, length),
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark => (TokenKind.Word, length),
            _ => (TokenKind.Mark, length),
        };
    }

    private static bool IsCharacter(char sign) => sign is
        (>= '\u3400' and <= '\u9fff') or (>= '\uf900' and <= '\ufaff') or '〇'
        or (>= '\u3041' and <= '\u30ff') or (>= '\uac00' and <= '\ud7a3');
}
