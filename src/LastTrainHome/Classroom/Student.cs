using System.Text;

namespace LastTrainHome.Classroom;

/// <summary>Somebody's place in a class: one account may have a place in several.</summary>
public sealed class Student
{
    public int Id { get; init; }
    public int ClassId { get; init; }
    public required Guid AccountId { get; set; }

    /// <summary>The short number on the card and in the teacher's lists, unique in the class and never given twice.</summary>
    public required int Number { get; init; }

    public required string Pseudonym { get; set; }

    /// <summary>The pseudonym as it is compared: two that look alike are one.</summary>
    public required string PseudonymKey { get; set; }

    public required DateTime JoinedAt { get; init; }

    /// <summary>Whether the teacher has yet to let this student in.</summary>
    public bool IsWaiting { get; set; }

    /// <summary>Whether the card was printed in advance and nobody has chosen a name with it yet.</summary>
    public bool IsUnclaimed { get; set; }

    /// <summary>When the student left or was merged into another; null while here. Work stays.</summary>
    public DateTime? LeftAt { get; set; }

    public void Rename(string pseudonym)
    {
        Pseudonym = Classroom.Pseudonym.Clean(pseudonym);
        PseudonymKey = Classroom.Pseudonym.Key(pseudonym);
    }
}

/// <summary>The rules for the name a student chooses.</summary>
public static class Pseudonym
{
    public const int MaxLength = 40;

    /// <summary>Without what cannot be seen, and with single spaces.</summary>
    public static string Clean(string? typed)
    {
        var seen = new StringBuilder();
        foreach (var letter in (typed ?? "").Normalize(NormalizationForm.FormC).EnumerateRunes())
            if (Rune.IsWhiteSpace(letter))
                seen.Append(' ');
            else if (!Rune.IsControl(letter) && Rune.GetUnicodeCategory(letter) is not System.Globalization.UnicodeCategory.Format)
                seen.Append(letter);
        return string.Join(' ', seen.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>How two pseudonyms are compared.</summary>
    public static string Key(string? typed) => Clean(typed).Normalize(NormalizationForm.FormKC).ToUpperInvariant();

    /// <summary>Why this cannot be a pseudonym, in a sentence for the student; or null.</summary>
    public static string? Problem(string? typed)
    {
        var name = Clean(typed);
        return name.Length switch
        {
            0 => "Choose a name for this class. It need not be your own.",
            > MaxLength => $"Choose a shorter name: at most {MaxLength} letters.",
            _ when name.Contains('@', StringComparison.Ordinal) => "This looks like an e-mail address. Please choose a name that does not tell who you are.",
            _ when name.Count(char.IsAsciiDigit) >= 7 => "This looks like a telephone or student number. Please choose a name that does not tell who you are.",
            _ => null,
        };
    }
}
