namespace LastTrainHome.Store.Sqlite;

/// <summary>Keeps what the site stores from other accounts on the same machine. On Windows a folder's own permissions do that.</summary>
internal static class OwnerOnly
{
    private const UnixFileMode File = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Folder = File | UnixFileMode.UserExecute;

    /// <summary>Takes all rights on a file or folder away from everybody but its owner. A path that does not exist is left alone.</summary>
    public static void Set(string path)
    {
        if (OperatingSystem.IsWindows())
            return;
        if (Directory.Exists(path))
            System.IO.File.SetUnixFileMode(path, Folder);
        else if (System.IO.File.Exists(path))
            System.IO.File.SetUnixFileMode(path, File);
    }
}
