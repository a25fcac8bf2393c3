using LastTrainHome.Store.Sqlite;

namespace LastTrainHome.Store;

/// <summary>The folder in which the site keeps what it must not lose, and what it can make again.</summary>
public sealed class DataFolder
{
    /// <exception cref="CannotRunException">It cannot be made, or not be written to.</exception>
    public DataFolder(string path)
    {
        Path = System.IO.Path.GetFullPath(path);
        try
        {
            Directory.CreateDirectory(Library);
            OwnerOnly.Set(Path); // it holds the keys that sign cookies, and people's work
            using var tried = new FileStream(
                In($"{Guid.NewGuid():N}.tried"), FileMode.CreateNew, FileAccess.Write, FileShare.None, 0, FileOptions.DeleteOnClose);
            tried.Write(new byte[4096]); // a full disk still lets an empty file be made
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new CannotRunException($"The data folder '{Path}' cannot be written to: {failure.Message} Set Data:Folder to a folder that can.", failure);
        }
    }

    public string Path { get; }

    /// <summary>The study store: the one file that cannot be made again.</summary>
    public string Store => In("study.db");

    /// <summary>Where the library files are. They are made again where they are missing.</summary>
    public string Library => In("library");

    public string Logs => In("logs");

    /// <summary>Where backups go unless another folder is set.</summary>
    public string Backups => In("backups");

    /// <summary>Held by the one server of this folder for as long as it runs.</summary>
    /// <exception cref="CannotRunException">Another server holds it.</exception>
    public IDisposable Reserve()
    {
        try
        {
            return new FileStream(In("server.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException failure)
        {
            throw new CannotRunException($"Another server already uses the data folder '{Path}'. Stop it, or give this one a folder of its own with Data:Folder.", failure);
        }
    }

    private string In(string name) => System.IO.Path.Combine(Path, name);
}
