namespace LastTrainHome.Notes.Anchoring;

/// <summary>Finds the passages of a text again after it was edited, knowing the text before and after. docs/notes.md explains how.</summary>
public static class Reanchoring
{
    /// <summary>Places passages of the old text in the new one. The same input gives the same answer, whatever the order of the passages.</summary>
    /// <param name="oldText">The text the passages were marked in.</param>
    /// <param name="newText">The text after the edit.</param>
    /// <param name="passages">Stretches of the old text, or points in it.</param>
    /// <returns>A placement for each passage, in the same order.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A passage does not fit in the old text.</exception>
    public static Placement[] Place(string oldText, string newText, IReadOnlyList<TextRange> passages)
    {
        foreach (var passage in passages)
            if (!passage.FitsIn(oldText))
                throw new ArgumentOutOfRangeException(nameof(passages), $"The range {passage.Start} to {passage.End} does not fit in the old text.");
        var finder = new PassageFinder(Match(oldText, newText));
        return [.. passages.Select(finder.Find)];
    }

    /// <summary>Matches the words of two texts.</summary>
    internal static Matching Match(string oldText, string newText)
    {
        var vocabulary = new Vocabulary();
        var matching = new Matching(Tokenizer.Cut(oldText, vocabulary), Tokenizer.Cut(newText, vocabulary));
        SharedRuns.Match(matching);
        RunBoundaries.Settle(matching);
        GapFilling.Fill(matching, vocabulary);
        SharedRuns.MatchSentences(matching);
        RunBoundaries.Settle(matching);
        LookAlikes.Free(matching);
        return matching;
    }
}
