using System.Runtime.ExceptionServices;
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
    /// <param name="folder">The folder.</param>
    /// <param name="cache">What was read before: files that have not changed are taken from there. Null reads every file.</param>
    /// <param name="skip">Told the full path of everything with a content file's name that is no regular file. Reading a pipe would wait
    /// for ever.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read.</exception>
    public static IReadOnlyList<ContentFile> Read(string folder, FileCache? cache = null, Action<string>? skip = null)
    {
        var files = new List<(FileInfo File, string Path)>();
        foreach (var file in Find(folder))
            if (IsRegular(file))
                files.Add((file, PathIn(folder, file)));
            else
                skip?.Invoke(file.FullName);
        files.Sort((one, other) => string.CompareOrdinal(one.Path, other.Path));

        var read = new ContentFile[files.Count];
        try
        {
            Parallel.For(0, read.Length, at =>
                read[at] = cache is null ? Load(files[at].File, files[at].Path) : cache.Get(files[at].File, files[at].Path, Load));
        }
        catch (AggregateException several)
        {
            ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
        }
        return read;
    }

    /// <summary>Every file that <see cref="Read"/> would read, and what has such a name but is no regular file.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static IEnumerable<FileInfo> Find(string folder)
    {
        var root = new DirectoryInfo(folder);
        if (!root.Exists)
            throw new DirectoryNotFoundException($"There is no folder '{folder}'.");
        return root.EnumerateFiles().Where(file => file.Name is "documentary.md" or "sources.json")
            .Concat(root.EnumerateDirectories().Where(IsOurs).SelectMany(kind => kind.EnumerateFiles("*.md")))
            .Where(file => IsOurs(file) && file.Name != "README.md");
    }

    /// <summary>A file's path in a content folder, with forward slashes.</summary>
    public static string PathIn(string folder, FileInfo file) => Path.GetRelativePath(folder, file.FullName).Replace('\\', '/');

    /// <summary>A file as it would be read from disk.</summary>
    public static ContentFile Of(string path, byte[] bytes) => new(path, bytes, Convert.ToHexStringLower(SHA256.HashData(bytes)));

    private static bool IsOurs(FileSystemInfo entry) => !entry.Name.StartsWith('.') && entry.LinkTarget is null;

    // Pipes, sockets and devices have no length. Opened for both reading and writing, a pipe does not wait for its other end.
    private static bool IsRegular(FileInfo file)
    {
        if (file.Length > 0 || OperatingSystem.IsWindows())
            return true;
        try
        {
            using var opened = new FileStream(
                file.FullName, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, 0);
            return opened.CanSeek;
        }
        catch (UnauthorizedAccessException)
        {
            return true; // read-only; without a length it is not opened to be read either
        }
        catch (IOException)
        {
            return false; // a socket
        }
    }

    private static ContentFile Load(FileInfo file, string path) => Of(path, file.Length == 0 ? [] : Bytes(file.FullName));

    private static byte[] Bytes(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        var bytes = new byte[Math.Min(stream.Length, MostBytes + 1)];
        var taken = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return taken == bytes.Length ? bytes : bytes[..taken];
    }
}
