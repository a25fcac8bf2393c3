using LastTrainHome.Store;
using Microsoft.Data.Sqlite;

namespace LastTrainHome.Tests.Store;

/// <summary>A study store in a folder of its own, which goes when the test is over.</summary>
public sealed class TemporaryStore : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("study ");
    private readonly List<StudyStore> opened = [];

    public string Path => System.IO.Path.Combine(folder.FullName, "study.db");

    public string Connection => new SqliteConnectionStringBuilder { DataSource = Path }.ToString();

    /// <param name="patience">How many seconds to wait for another process's lock.</param>
    public StudyStore Open(int mostWaiting = 4096, int patience = 5)
    {
        opened.Add(StudyStore.Open($"{Connection};Default Timeout={patience}", mostWaiting));
        return opened[^1];
    }

    /// <summary>Spoils the second half of the file, in which what was written last lies.</summary>
    public void Damage()
    {
        SqliteConnection.ClearAllPools();
        using var file = new FileStream(Path, FileMode.Open, FileAccess.Write);
        var half = file.Length / 2 / 4096 * 4096;
        file.Position = half;
        file.Write(new byte[file.Length - half]);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var store in opened)
            await store.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
