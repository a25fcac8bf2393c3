using LastTrainHome.Content;

namespace LastTrainHome.Editions;

/// <summary>Looks at a content folder again and again, and says when its files have come to rest. Polling finds what file events miss: a
/// replaced folder, a network drive, an editor's rename.</summary>
/// <param name="folder">The content folder.</param>
/// <param name="clock">The clock by which files rest.</param>
internal sealed class FolderWatch(string folder, TimeProvider clock)
{
    /// <summary>A file counts as written when its size and time of change have stayed the same for so long.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(500);

    /// <summary>So long a change waits for files that keep changing; then the others are published without them.</summary>
    public static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(5);

    private Dictionary<string, State> published = [];
    private Dictionary<string, (State State, long Since)> seen = [];
    private long? changedSince;

    /// <summary>Notes the folder as it is now: only what changes from here on is a change.</summary>
    public void Accept()
    {
        Look();
        published = seen.ToDictionary(file => file.Key, file => file.Value.State);
        changedSince = null;
    }

    /// <summary>Looks at the folder.</summary>
    /// <returns>Null where there is nothing to publish yet; else the paths of the files that are still being written, mostly
    /// none.</returns>
    public IReadOnlySet<string>? Poll()
    {
        Look();
        if (seen.Count == published.Count && seen.All(file => published.TryGetValue(file.Key, out var state) && state == file.Value.State))
        {
            changedSince = null;
            return null;
        }

        changedSince ??= clock.GetTimestamp();
        var unsettled = seen.Where(file => IsChanged(file.Key, file.Value.State) && clock.GetElapsedTime(file.Value.Since) < Rest)
            .Select(file => file.Key).ToHashSet();
        return unsettled.Count == 0 || clock.GetElapsedTime(changedSince.Value) >= MaxWait ? unsettled : null;
    }

    /// <summary>Says that the files last looked at are published, but for some.</summary>
    public void Published(IReadOnlySet<string> unsettled)
    {
        published = seen.ToDictionary(
            file => file.Key, file => unsettled.Contains(file.Key) ? published.GetValueOrDefault(file.Key) : file.Value.State);
        changedSince = null;
    }

    private bool IsChanged(string path, State state) => !published.TryGetValue(path, out var before) || before != state;

    private void Look()
    {
        var now = clock.GetTimestamp();
        seen = (Directory.Exists(folder) ? ContentFolder.Find(folder).Where(file => file.Exists) : []).ToDictionary(
            file => ContentFolder.PathIn(folder, file),
            file => new State(file.Length, file.LastWriteTimeUtc) is var state
                && seen.TryGetValue(ContentFolder.PathIn(folder, file), out var before) && before.State == state ? before : (state, now));
    }

    private readonly record struct State(long Length, DateTime Written);
}
