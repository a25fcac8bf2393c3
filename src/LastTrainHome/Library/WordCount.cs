using System.Text;

namespace LastTrainHome.Library;

/// <summary>How long a text is to read.</summary>
internal static class WordCount
{
    /// <summary>The words of a text. Two CJK characters take about as long to read as one word of a European language.</summary>
    public static int Of(string text)
    {
        var (words, characters, inWord) = (0, 0, false);
        for (var at = 0; at < text.Length;)
        {
            bool isWide = false, isWord;
            if (char.IsAscii(text[at]))
            {
                isWord = char.IsAsciiLetterOrDigit(text[at]) || (inWord && text[at] is '\'' or '-');
                at++;
            }
            else
            {
                Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var length);
                isWide = rune.Value is >= 0x2E80 and <= 0x9FFF or >= 0xAC00 and <= 0xD7AF or >= 0x20000 and <= 0x3FFFF;
                isWord = !isWide && (Rune.IsLetterOrDigit(rune) || (inWord && rune.Value == '’'));
                at += length;
            }

            characters += isWide ? 1 : 0;
            words += isWord && !inWord ? 1 : 0;
            inWord = isWord;
        }

        return words + (characters / 2);
    }
}
