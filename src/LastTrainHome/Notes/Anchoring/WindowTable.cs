namespace LastTrainHome.Notes.Anchoring;

/// <summary>Windows by their hash, and whether each occurs once in the older text and once in the newer.</summary>
internal sealed class WindowTable
{
    private const int Never = -1;
    private const int Often = -2;

    private readonly Slot[] slots;

    /// <param name="windows">The most that will be added.</param>
    public WindowTable(int windows)
    {
        slots = new Slot[System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(2 * windows, 2))];
        Array.Fill(slots, new Slot(0, Never, Never));
    }

    /// <summary>Adds a window at a position of one of the texts.</summary>
    public void Add(ulong hash, int at, bool isOlder)
    {
        ref var slot = ref Find(hash);
        slot = isOlder
            ? new(hash, slot.Older == Never ? at : Often, slot.Newer)
            : new(hash, slot.Older, slot.Newer == Never ? at : Often);
    }

    /// <summary>The position in the newer text of a window that occurs once in each.</summary>
    public bool TryFindPair(ulong hash, out int newer)
    {
        ref var slot = ref Find(hash);
        newer = slot.Newer;
        return slot.Older >= 0 && slot.Newer >= 0;
    }

    private ref Slot Find(ulong hash)
    {
        var at = (int)((hash ^ (hash >> 32)) & (ulong)(slots.Length - 1));
        while (slots[at] is var slot && slot.Hash != hash && (slot.Older != Never || slot.Newer != Never))
            at = (at + 1) & (slots.Length - 1);
        return ref slots[at];
    }

    private readonly record struct Slot(ulong Hash, int Older, int Newer);
}
