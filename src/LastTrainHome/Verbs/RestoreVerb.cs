using System.CommandLine;
using LastTrainHome.Store;
using LastTrainHome.Store.Sqlite;

namespace LastTrainHome.Verbs;

/// <summary><c>restore FILE</c>: puts a backup in the place of the study store, which is kept beside it. Exit code 0: done; 2: cannot run.</summary>
internal static class RestoreVerb
{
    public static Command Make()
    {
        var file = new Argument<string>("FILE") { Description = "A backup that the verb backup made." };
        var verb = new Command("restore", "Put a backup in the place of the study store. The server must be stopped.") { file };
        verb.SetAction((asked, _) => StudyHost.WithAsync(services =>
        {
            using var reserved = services.GetRequiredService<DataFolder>().Reserve();
            var store = services.GetRequiredService<StoreFile>();
            var kept = StoreRestore.Restore(asked.GetValue(file)!, store.Path, services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
            Console.Out.WriteLine(kept is null ? $"{store.Path} is restored." : $"{store.Path} is restored. The store it replaces is kept as {kept}.");
            return Task.FromResult(0);
        }));
        return verb;
    }
}
