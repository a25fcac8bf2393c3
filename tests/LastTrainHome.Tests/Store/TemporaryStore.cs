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

    public StudyStore Open(int mostWaiting = 4096)
    {
        opened.Add(StudyStore.Open(Connection, mostWaiting));
        return opened[^1];
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var store in opened)
            await store.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
