using LastTrainHome.Editions;
using LastTrainHome.Library;
using Microsoft.Data.Sqlite;

namespace LastTrainHome.Tests.Editions;

/// <summary>A copy of the second film in a folder of its own, with a data folder beside it.</summary>
internal sealed class StudyCopy : IDisposable
{
    public StudyCopy() => Copy(Repository.Path("tests", "LastTrainHome.Tests", "Fixtures", "second-film"), Content);

    public string Root { get; } = Directory.CreateTempSubdirectory("study-").FullName;
    public string Content => Path.Combine(Root, "content");
    public string Data => Path.Combine(Root, "data");
    public string StoreFile => Path.Combine(Data, "study.db");
    public string LibraryFile => Directory.EnumerateFiles(Path.Combine(Data, "library"), "*.db").Single();

    public string[] Settings => [$"--Content:Folder={Content}", $"--Data:Folder={Data}"];

    public string Read(string path) => File.ReadAllText(Path.Combine(Content, path));

    public void Write(string path, string text) => File.WriteAllText(Path.Combine(Content, path), text);

    /// <summary>The store, the publisher and the libraries, as a process of its own would have them.</summary>
    public ServiceProvider Open(Action<IServiceCollection>? also = null, string? data = null)
    {
        var services = new ServiceCollection().AddLogging().AddSingleton<ContentWatcher>().AddEditions(new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Content:Folder"] = Content, ["Data:Folder"] = data ?? Data }).Build());
        also?.Invoke(services);
        return services.BuildServiceProvider();
    }

    public static T Read<T>(IServiceProvider from, Func<LibraryDb, T> read)
    {
        using var lease = from.GetRequiredService<OpenLibraries>().Lease();
        using var db = lease.Open();
        return read(db);
    }

    /// <summary>Overwrites a file's bytes from a position on, as a failing disk would.</summary>
    public static void Damage(string path, int from)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        file.Position = from;
        file.Write(Enumerable.Repeat((byte)0xA5, (int)(file.Length - from)).ToArray());
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(Root, recursive: true);
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
