namespace LastTrainHome.Notes.Anchoring;

/// <summary>Which free tokens of one text are compared with which of the other: those of gaps that follow the same neighbour, or that are followed
/// by it, or all. Tokens with the same scope are compared.</summary>
internal sealed class Scopes
{
    private Scopes(Matching matching, int[] ofOlder, int[] ofNewer, bool areWhole)
    {
        (OfOlder, OfNewer, AreWhole) = (ofOlder, ofNewer, areWhole);
        (OlderGap, NewerGap) = (GapSizes(matching.ToNewer), GapSizes(matching.ToOlder));
    }

    public int[] OfOlder { get; }

    public int[] OfNewer { get; }

    /// <summary>Whether every token is compared with every other.</summary>
    public bool AreWhole { get; }

    /// <summary>For each free token of the older text, how many free tokens its gap has.</summary>
    public int[] OlderGap { get; }

    public int[] NewerGap { get; }

    public static Scopes After(Matching matching)
    {
        var (ofOlder, ofNewer) = (new int[matching.Older.Count], new int[matching.Newer.Count]);
        for (int at = 0, scope = 0; at < ofOlder.Length; at++)
            ofOlder[at] = scope = matching.ToNewer[at] == Matching.None ? scope : at + 1;
        for (int at = 0, scope = 0; at < ofNewer.Length; at++)
            ofNewer[at] = scope = matching.ToOlder[at] == Matching.None ? scope : matching.ToOlder[at] + 1;
        return new(matching, ofOlder, ofNewer, areWhole: false);
    }

    public static Scopes Before(Matching matching)
    {
        var (ofOlder, ofNewer) = (new int[matching.Older.Count], new int[matching.Newer.Count]);
        for (int at = ofOlder.Length - 1, scope = ofOlder.Length; at >= 0; at--)
            ofOlder[at] = scope = matching.ToNewer[at] == Matching.None ? scope : at;
        for (int at = ofNewer.Length - 1, scope = ofOlder.Length; at >= 0; at--)
            ofNewer[at] = scope = matching.ToOlder[at] == Matching.None ? scope : matching.ToOlder[at];
        return new(matching, ofOlder, ofNewer, areWhole: false);
    }

    public static Scopes Everywhere(Matching matching) => new(matching, new int[matching.Older.Count], new int[matching.Newer.Count], areWhole: true);

    private static int[] GapSizes(int[] map)
    {
        var sizes = new int[map.Length];
        for (var at = 0; at < map.Length;)
        {
            var end = at;
            while (end < map.Length && map[end] == Matching.None)
                end++;
            Array.Fill(sizes, end - at, at, end - at);
            at = end + 1;
        }

        return sizes;
    }
}
