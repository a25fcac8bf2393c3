using LastTrainHome.Notes.Anchoring;

namespace LastTrainHome.Benchmarks.Anchors;

/// <summary>Counts what became of notes against what should have become of them. docs/notes.md defines each figure.</summary>
internal sealed class Tally
{
    public int Notes { get; private set; }

    public int Surviving { get; private set; }

    /// <summary>Of those that survive: placed on their words.</summary>
    public int Kept { get; private set; }

    /// <summary>Placed where most words are others.</summary>
    public int Wrong { get; private set; }

    public int Gone { get; private set; }

    /// <summary>Of those that are gone: reported as kept, moved or edited on other words.</summary>
    public int Silent { get; private set; }

    public int Untouched { get; private set; }

    /// <summary>Of those that nobody touched: reported as kept or moved, on exactly their characters.</summary>
    public int Exact { get; private set; }

    public double KeptShare => Share(Kept, Surviving);

    public double WrongShare => Share(Wrong, Notes);

    public double SilentShare => Share(Silent, Gone);

    public static string Header => $"{"",-26} {"notes",7} {"survive",8} {"kept %",8} {"wrong",6} {"%",6} {"gone",7} {"silent",7} {"%",7} {"untouched",10} {"exact %",8}";

    /// <summary>Counts one note.</summary>
    /// <returns>What is wrong with its placement, for a list of faults; null where nothing is.</returns>
    public string? Add(Truth truth, PlacementStatus status, TextRange? range)
    {
        Notes++;
        var isPlaced = status is PlacementStatus.Kept or PlacementStatus.Moved or PlacementStatus.Edited;
        var (own, others, lost) = isPlaced ? truth.Count(range!.Value) : default;
        var fault = default(string);
        if (truth.Survives)
        {
            Surviving++;
            if (isPlaced && own >= lost && own >= others)
                Kept++;
            else if (isPlaced && own < others)
                (Wrong, fault) = (Wrong + 1, "wrong");
            else
                fault = isPlaced ? "on a part" : "lost";
        }
        else
        {
            Gone++;
            if (isPlaced && own < others)
                (Silent, fault) = (Silent + 1, "silent");
        }

        if (truth.IsUntouched)
        {
            Untouched++;
            if (status is PlacementStatus.Kept or PlacementStatus.Moved && range == truth.Exact)
                Exact++;
            else
                fault ??= "not exact";
        }

        return fault;
    }

    public void Add(Tally other)
    {
        (Notes, Surviving, Kept, Wrong) = (Notes + other.Notes, Surviving + other.Surviving, Kept + other.Kept, Wrong + other.Wrong);
        (Gone, Silent, Untouched, Exact) = (Gone + other.Gone, Silent + other.Silent, Untouched + other.Untouched, Exact + other.Exact);
    }

    public string Line(string name) =>
        $"{name,-26} {Notes,7} {Surviving,8} {KeptShare,8:F3} {Wrong,6} {WrongShare,6:F3} {Gone,7} {Silent,7} {SilentShare,7:F3} {Untouched,10} {Share(Exact, Untouched),8:F3}";

    private static double Share(int part, int whole) => whole == 0 ? 0 : 100.0 * part / whole;
}
