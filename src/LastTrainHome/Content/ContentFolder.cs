using System.Security.Cryptography;

namespace LastTrainHome.Content;

/// <summary>A content folder on disk. Nothing else in this room touches the disk.</summary>
public static class ContentFolder
{
    /// <summary>The most a content file may hold: 1 MB.</summary>
    public const int MostBytes = 1_000_000;

    /// <summary>Reads every file that belongs to a study: <c>documentary.md</c>, <c>sources.json</c> and the Markdown files one folder down.
    /// Hidden files, a <c>README.md</c>, other extensions and links out of the folder are left alone. Of a file that is too large, no more than
    /// one byte over the limit is read.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read.</exception>
    public static IReadOnlyList<ContentFile> Read(string folder)
    {
        var root = new DirectoryInfo(folder);
        if (!root.Exists)
            throw new DirectoryNotFoundException($"There is no folder '{folder}'.");

        var files = root.EnumerateFiles().Where(file => file.Name is "documentary.md" or "sources.json")
            .Concat(root.EnumerateDirectories().Where(IsOurs).SelectMany(kind => kind.EnumerateFiles("*.md")))
            .Where(file => IsOurs(file) && file.Name != "README.md")
            .Select(file => (file.FullName, Path: Path.GetRelativePath(root.FullName, file.FullName).Replace('\\', '/')))
            .OrderBy(file => file.Path, StringComparer.Ordinal)
            .ToArray();

        var read = new ContentFile[files.Length];
        Parallel.For(0, files.Length, at => read[at] = Of(files[at].Path, Bytes(files[at].FullName)));
        return read;
    }

    /// <summary>A file as it would be read from disk.</summary>
    public static ContentFile Of(string path, byte[] bytes) => new(path, bytes, Convert.ToHexStringLower(SHA256.HashData(bytes)));

    private static bool IsOurs(FileSystemInfo entry) => !entry.Name.StartsWith('.') && entry.LinkTarget is null;

    private static byte[] Bytes(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        var bytes = new byte[Math.Min(stream.Length, MostBytes + 1)];
        var taken = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return taken == bytes.Length ? bytes : bytes[..taken];
    }
}
