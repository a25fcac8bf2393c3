using System.Text.RegularExpressions;

namespace LastTrainHome.Library;

/// <summary>One series with what decides whether another may stand on its axis.</summary>
/// <param name="Title">The title of its statistic.</param>
/// <param name="Territory">Where it was counted.</param>
/// <param name="Shape">Whether its rows are periods.</param>
/// <param name="Series">The series itself.</param>
public sealed record Comparand(string Title, string Territory, StatisticShape Shape, Series Series)
{
    public Comparand(Statistic statistic, Series series) : this(statistic.Title, statistic.Territory, statistic.Shape, series)
    {
    }
}

/// <summary>Series side by side: which may be drawn on one axis, and why others may not. Two lines on one axis say that they count the same.</summary>
public sealed partial record Comparison
{
    private Comparison(IReadOnlyList<IReadOnlyList<Comparand>> panels, string? refusal) => (Panels, Refusal) = (panels, refusal);

    /// <summary>The series of each panel, in the order asked for. Those in one panel share its axis.</summary>
    public IReadOnlyList<IReadOnlyList<Comparand>> Panels { get; }

    /// <summary>Why not all share an axis, in one sentence; null where they do.</summary>
    public string? Refusal { get; }

    /// <summary>Compares series; one that is named twice stands once.</summary>
    public static Comparison Of(IEnumerable<Comparand> series)
    {
        var compared = series.DistinctBy(one => (one.Series.StatisticKey, one.Series.Name)).ToList();
        var panels = new List<List<Comparand>>();
        foreach (var one in compared)
            if (panels.Find(panel => Difference(panel[0], one) is null) is { } fitting)
                fitting.Add(one);
            else
                panels.Add([one]);

        return new([.. panels], panels.Count < 2 ? null : Difference(panels[0][0], panels[1][0]));
    }

    // In this order: two counts of different people are no nearer for being given in one unit.
    private static string? Difference(Comparand a, Comparand b)
    {
        var (first, second) = Names(a, b);
        if (a.Series.Counts != b.Series.Counts)
            return $"These count different {(CountPeople(a, b) ? "people" : "things")}: {first} counts {Words(a.Series.Definition)}; {second} counts {Words(b.Series.Definition)}.";
        if (a.Series.Unit != b.Series.Unit)
            return $"These are in different units: {first} is in {a.Series.Unit}; {second} is in {b.Series.Unit}.";
        if (a.Territory != b.Territory)
            return $"These cover different territories: {first} is about {a.Territory}; {second} is about {b.Territory}.";
        if (a.Shape != b.Shape || (a.Shape != StatisticShape.Series && a.Series.StatisticKey != b.Series.StatisticKey))
            return $"These have no common scale along the axis: {first} {Rows(a)}; {second} {Rows(b)}.";
        return null;
    }

    private static (string First, string Second) Names(Comparand a, Comparand b) => a.Series.Label != b.Series.Label
        ? ($"“{a.Series.Label}”", $"“{b.Series.Label}”")
        : ($"“{a.Series.Label}” ({a.Title})", $"“{b.Series.Label}” ({b.Title})");

    private static bool CountPeople(Comparand a, Comparand b) => People().IsMatch(a.Series.Unit) && People().IsMatch(b.Series.Unit);

    // A definition stands inside the sentence: its full stops would end it, its first word begins none. A name keeps its capital.
    private static string Words(string definition)
    {
        var words = SentenceEnd().Replace(definition.Trim().TrimEnd('.'), "; ");
        return CommonWord().IsMatch(words) ? char.ToLowerInvariant(words[0]) + words[1..] : words;
    }

    private static string Rows(Comparand one) => one.Shape switch
    {
        StatisticShape.Series => "runs over time",
        StatisticShape.Breakdown => "has categories of one date",
        _ => "holds single figures",
    };

    [GeneratedRegex(@"\b(people|persons)\b", RegexOptions.IgnoreCase)]
    private static partial Regex People();

    [GeneratedRegex(@"\.\s+(?=\p{Lu})")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"\A(The|An?|All|Any|Each|Every\w*|Those|People|Persons|Children|Workers|Rural|Urban|Trips|Passengers?|Share|Part|Number|Average|Mean|Length)\b")]
    private static partial Regex CommonWord();
}
