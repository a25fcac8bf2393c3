namespace LastTrainHome.Library;

/// <summary>Finds what an editor or a reader probably meant.</summary>
internal static class Spelling
{
    /// <summary>The known word nearest to a misspelt one, if one is near enough to be worth saying: at most a third of its letters differ.</summary>
    public static string? Nearest(string written, IEnumerable<string> known)
    {
        var (best, fewest) = (default(string), Math.Max(2, written.Length / 3) + 1);
        if (written.Length > 100)
            return null;
        foreach (var candidate in known)
        {
            if (Math.Abs(candidate.Length - written.Length) >= fewest)
                continue;
            var distance = Distance(written, candidate);
            if (distance < fewest || (distance == fewest && best is not null && string.CompareOrdinal(candidate, best) < 0))
                (best, fewest) = (candidate, distance);
        }

        return best;
    }

    /// <summary>"; did you mean 'x'?", or nothing but the full stop.</summary>
    public static string DidYouMean(string written, IEnumerable<string> known) =>
        Nearest(written, known) is { } nearest ? $"; did you mean '{nearest}'?" : ".";

    /// <summary>How many letters must be added, dropped, changed or swapped with their neighbour.</summary>
    public static int Distance(string a, string b)
    {
        var (before, row, next) = (new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1]);
        for (var j = 0; j <= b.Length; j++)
            row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            next[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                next[j] = Math.Min(Math.Min(next[j - 1], row[j]) + 1, row[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    next[j] = Math.Min(next[j], before[j - 2] + 1);
            }

            (before, row, next) = (row, next, before);
        }

        return row[b.Length];
    }
}
