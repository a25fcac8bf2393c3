namespace LastTrainHome.Notes.Anchoring;

/// <summary>Which token of the older text is which token of the newer one. Each is used at most once; order does not matter.</summary>
internal sealed class Matching
{
    public const int None = -1;

    public Matching(TokenizedText older, TokenizedText newer)
    {
        (Older, Newer) = (older, newer);
        (ToNewer, ToOlder) = (new int[older.Count], new int[newer.Count]);
        Array.Fill(ToNewer, None);
        Array.Fill(ToOlder, None);
    }

    public TokenizedText Older { get; }

    public TokenizedText Newer { get; }

    /// <summary>For each token of the older text its counterpart, or <see cref="None"/>.</summary>
    public int[] ToNewer { get; }

    /// <summary>For each token of the newer text its counterpart, or <see cref="None"/>.</summary>
    public int[] ToOlder { get; }

    public void Match(int older, int newer) => (ToNewer[older], ToOlder[newer]) = (newer, older);

    public void Free(int older)
    {
        ToOlder[ToNewer[older]] = None;
        ToNewer[older] = None;
    }

    public bool CanMatch(int older, int newer) =>
        ToNewer[older] == None && ToOlder[newer] == None && Older.Numbers[older] == Newer.Numbers[newer];

    /// <summary>Lets every run grow over equal tokens beside it that are free in both texts. The ends of the texts are runs of no length.</summary>
    public void Extend()
    {
        var next = 0;
        for (var older = 0; older < Older.Count; older++)
        {
            if (ToNewer[older] == None && next < Newer.Count && CanMatch(older, next))
                Match(older, next);
            next = ToNewer[older] == None ? Newer.Count : ToNewer[older] + 1;
        }

        next = Newer.Count - 1;
        for (var older = Older.Count - 1; older >= 0; older--)
        {
            if (ToNewer[older] == None && next >= 0 && CanMatch(older, next))
                Match(older, next);
            next = ToNewer[older] == None ? None : ToNewer[older] - 1;
        }
    }

    /// <summary>The matched tokens as runs, in the order of the older text. A run is as long as tokens follow one another in both texts.</summary>
    public List<Run> Runs()
    {
        var runs = new List<Run>();
        for (var older = 0; older < Older.Count;)
        {
            if (ToNewer[older] == None)
            {
                older++;
                continue;
            }

            var end = older + 1;
            while (end < Older.Count && ToNewer[end] == ToNewer[end - 1] + 1)
                end++;
            runs.Add(new(older, ToNewer[older], end - older));
            older = end;
        }

        return runs;
    }
}

/// <summary>Tokens that follow one another in both texts.</summary>
/// <param name="Older">The first in the older text.</param>
/// <param name="Newer">The first in the newer text.</param>
/// <param name="Count">How many.</param>
internal readonly record struct Run(int Older, int Newer, int Count)
{
    public int OlderEnd => Older + Count;

    public int NewerEnd => Newer + Count;
}
