using System.Text;

namespace LastTrainHome.Library;

/// <summary>How long a text is to read.</summary>
internal static class WordCount
{
    /// <summary>The words of a text. Two CJK characters take about as long to read as one word of a European language.</summary>
    public static int Of(string text)
    {
        var (words, characters, inWord) = (0, 0, false);
        foreach (var rune in text.EnumerateRunes())
        {
            var isWide = rune.Value is >= 0x2E80 and <= 0x9FFF or >= 0xAC00 and <= 0xD7AF or >= 0x20000 and <= 0x3FFFF;
            var isWord = !isWide && (Rune.IsLetterOrDigit(rune) || (inWord && rune.Value is '\'' or '’' or '-'));
            characters += isWide ? 1 : 0;
            words += isWord && !inWord ? 1 : 0;
            inWord = isWord;
        }

        return words + (characters / 2);
    }
}
