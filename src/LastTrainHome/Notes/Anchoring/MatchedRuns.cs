namespace LastTrainHome.Notes.Anchoring;

/// <summary>The runs of a finished matching, and which of them stand in the same order in both texts.</summary>
internal sealed class MatchedRuns
{
    private readonly int[] starts;
    private readonly bool[] isInOrder;

    public MatchedRuns(Matching matching)
    {
        All = matching.Runs();
        starts = [.. All.Select(run => run.Older)];
        isInOrder = Backbone.Of(All, run => matching.Older.Length(run.Older, run.OlderEnd) + 1);
    }

    /// <summary>In the order of the older text.</summary>
    public List<Run> All { get; }

    /// <summary>Whether a run is part of the backbone. What is not has moved.</summary>
    public bool IsInOrder(int run) => isInOrder[run];

    /// <summary>The last run that begins at a token of the older text or before it; -1 where there is none.</summary>
    public int LastStartingAt(int older)
    {
        var run = Array.BinarySearch(starts, older);
        return run < 0 ? ~run - 1 : run;
    }

    /// <summary>The runs that have tokens from one token of the older text up to another.</summary>
    public (int From, int To) Between(int first, int end)
    {
        var from = LastStartingAt(first);
        return (from >= 0 && All[from].OlderEnd > first ? from : from + 1, LastStartingAt(end - 1) + 1);
    }
}
