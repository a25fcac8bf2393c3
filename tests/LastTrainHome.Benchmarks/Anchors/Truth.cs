using LastTrainHome.Notes.Anchoring;

namespace LastTrainHome.Benchmarks.Anchors;

/// <summary>Where the words of a passage really went.</summary>
internal sealed class Truth
{
    private readonly HashSet<int> identities;
    private readonly List<PlacedWord> newWords;
    private readonly List<int> own; // positions of the passage's words in the new text

    /// <param name="passage">In the old text.</param>
    /// <param name="oldWords">The words and marks of the old text.</param>
    /// <param name="newWords">Those of the new text.</param>
    /// <param name="places">Where each identity is among the new words.</param>
    public Truth(TextRange passage, List<PlacedWord> oldWords, List<PlacedWord> newWords, IReadOnlyDictionary<int, int> places)
    {
        var all = oldWords.Where(word => word.End > passage.Start && word.Start < passage.End).ToList();
        var words = all.Where(word => word.Word.IsWord).ToList();
        this.newWords = newWords;
        identities = [.. words.Select(word => word.Word.Identity)];
        own = [.. words.Where(word => places.ContainsKey(word.Word.Identity)).Select(word => places[word.Word.Identity]).Order()];
        Survives = HasStretch(words.Count);
        IsUntouched = all.All(word => places.ContainsKey(word.Word.Identity) && !newWords[places[word.Word.Identity]].Word.IsChanged)
            && all.Zip(all.Skip(1)).All(pair => places[pair.Second.Word.Identity] == places[pair.First.Word.Identity] + 1);
        if (IsUntouched)
            Exact = new(newWords[places[all[0].Word.Identity]].Start, newWords[places[all[^1].Word.Identity]].End);
    }

    /// <summary>Whether at least half of its words stand in one place, among them no more other words than own ones.</summary>
    public bool Survives { get; }

    /// <summary>Whether every word and mark is as it was, and next to its neighbour.</summary>
    public bool IsUntouched { get; }

    /// <summary>Where an untouched passage is.</summary>
    public TextRange? Exact { get; }

    /// <summary>How many of its own words and how many others stand in a range of the new text.</summary>
    public (int Own, int Others, int Lost) Count(TextRange range)
    {
        var inRange = newWords.Where(word => word.Word.IsWord && word.End > range.Start && word.Start < range.End).ToList();
        var ownInRange = inRange.Count(word => identities.Contains(word.Word.Identity));
        return (ownInRange, inRange.Count - ownInRange, own.Count - ownInRange);
    }

    private bool HasStretch(int words)
    {
        var (others, before) = (0, new int[own.Count]); // how many other words stand before each own one, from the first on
        for (var at = 1; at < own.Count; at++)
        {
            for (var between = own[at - 1] + 1; between < own[at]; between++)
                others += newWords[between].Word.IsWord ? 1 : 0;
            before[at] = others;
        }

        for (var from = 0; from < own.Count; from++)
            for (var to = own.Count - 1; to >= from && 2 * (to - from + 1) >= words; to--)
                if (before[to] - before[from] <= to - from + 1)
                    return true;
        return false;
    }
}
