namespace LastTrainHome.Notes.Anchoring;

/// <summary>What became of a passage when its text was edited.</summary>
public enum PlacementStatus
{
    /// <summary>The same words in the same order of the text. White space and the form of quotation marks may differ.</summary>
    Kept,

    /// <summary>The same words, at another place in the order of the text.</summary>
    Moved,

    /// <summary>At least half of the words are still there together; others are not, or are new among them.</summary>
    Edited,

    /// <summary>The words are gone, and something else now stands between the neighbours that survive. The place is a proposal.</summary>
    Rewritten,

    /// <summary>The words are gone, and nothing stands in their place.</summary>
    Gone,
}

/// <summary>Where a passage of the old text is in the new one.</summary>
/// <param name="Status">What became of it.</param>
/// <param name="Range">Its place in the new text; null when it is gone, and only then.</param>
public readonly record struct Placement(PlacementStatus Status, TextRange? Range);
