namespace LastTrainHome.Notes.Anchoring;

/// <summary>A stretch of a text, or a point in it where both ends are the same.</summary>
/// <param name="Start">Where it begins, in UTF-16 code units from 0.</param>
/// <param name="End">Where it ends; the code unit there is no longer in it.</param>
public readonly record struct TextRange(int Start, int End)
{
    /// <summary>Whether it is a point.</summary>
    public bool IsEmpty => Start == End;

    /// <summary>Whether both ends lie in a text, in order, and neither between the two halves of a surrogate pair.</summary>
    public bool FitsIn(string text) => Start >= 0 && Start <= End && End <= text.Length && !IsInsidePair(text, Start) && !IsInsidePair(text, End);

    /// <summary>Whether an offset lies between the two halves of a surrogate pair.</summary>
    public static bool IsInsidePair(string text, int offset) => offset > 0 && offset < text.Length && char.IsSurrogatePair(text[offset - 1], text[offset]);
}
