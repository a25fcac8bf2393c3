using System.Collections.Concurrent;

namespace LastTrainHome.Content;

/// <summary>The files of a folder as they were last read, so that those whose size and time of change are the same are not read
/// again.</summary>
public sealed class FileCache
{
    // A file can change twice within one tick of the file system's clock, so what was read right after a change is read once more.
    private static readonly TimeSpan ClockTick = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, Entry> entries = new(StringComparer.Ordinal);

    internal ContentFile Get(FileInfo file, string path, Func<FileInfo, string, ContentFile> read)
    {
        if (entries.TryGetValue(file.FullName, out var entry) && entry.Length == file.Length && entry.Written == file.LastWriteTimeUtc)
            return entry.File;

        var now = DateTime.UtcNow;
        var fresh = read(file, path);
        if (now - file.LastWriteTimeUtc > ClockTick)
            entries[file.FullName] = new(file.Length, file.LastWriteTimeUtc, fresh);
        else
            entries.TryRemove(file.FullName, out _);
        return fresh;
    }

    private sealed record Entry(long Length, DateTime Written, ContentFile File);
}
