namespace LastTrainHome.Notes.Anchoring;

/// <summary>The heaviest set of runs that stand in the same order in both texts. What is not in it has moved.</summary>
internal static class Backbone
{
    /// <summary>For each run whether it is part of the backbone.</summary>
    /// <param name="runs">In the order of the older text.</param>
    /// <param name="weigh">The weight of a run, above 0.</param>
    public static bool[] Of(IReadOnlyList<Run> runs, Func<Run, int> weigh)
    {
        var order = Enumerable.Range(0, runs.Count).OrderBy(run => runs[run].Newer).ToArray();
        var ranks = new int[runs.Count];
        for (var rank = 0; rank < order.Length; rank++)
            ranks[order[rank]] = rank;

        // heaviest: a Fenwick tree over the ranks; the run that ends the heaviest chain among those before a rank.
        var (heaviest, weights, previous) = (new int[runs.Count + 1], new long[runs.Count + 1], new int[runs.Count + 1]);
        for (var run = 1; run <= runs.Count; run++)
        {
            var before = 0;
            for (var node = ranks[run - 1]; node > 0; node -= node & -node)
                before = Heavier(before, heaviest[node]);
            (previous[run], weights[run]) = (before, weights[before] + weigh(runs[run - 1]));
            for (var node = ranks[run - 1] + 1; node <= runs.Count; node += node & -node)
                heaviest[node] = Heavier(heaviest[node], run);
        }

        var (isPart, last) = (new bool[runs.Count], 0);
        for (var run = 1; run <= runs.Count; run++)
            last = Heavier(last, run);
        for (; last > 0; last = previous[last])
            isPart[last - 1] = true;
        return isPart;

        int Heavier(int one, int other) => weights[other] > weights[one] ? other : one;
    }
}
