using System.Text;

namespace LastTrainHome.Classroom;

/// <summary>Text that came from outside, cleaned once at the door.</summary>
public static class UserText
{
    /// <summary>Without what a database cannot keep (NUL, halves of a character), with line ends of one kind, and no longer than may be.</summary>
    public static string Clean(string? text, int maxLength)
    {
        var kept = new StringBuilder();
        foreach (var letter in (text ?? "").ReplaceLineEndings("\n").EnumerateRunes()) // a lone half comes out as U+FFFD
        {
            if (kept.Length + letter.Utf16SequenceLength > maxLength)
                break;
            if (letter.Value != 0)
                kept.Append(letter);
        }

        return kept.ToString();
    }
}
