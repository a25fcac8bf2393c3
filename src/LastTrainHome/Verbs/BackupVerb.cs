using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using LastTrainHome.Store;
using LastTrainHome.Store.Sqlite;

namespace LastTrainHome.Verbs;

/// <summary><c>backup FILE</c>: copies the study store while a server may be running on it. Exit code 0: done; 2: cannot run.</summary>
internal static class BackupVerb
{
    public static Command Make()
    {
        var file = new Argument<string>("FILE") { Description = "Where the backup goes. It must not exist yet." };
        var json = new Option<bool>("--json") { Description = "Answer in JSON." };
        var verb = new Command("backup", "Copy the study store into a file, with its checksum beside it.") { file, json };
        verb.SetAction((asked, cancel) => StudyHost.WithAsync(services =>
        {
            var made = Create(services.GetRequiredService<StoreFile>().Path, asked.GetValue(file)!, cancel);
            Console.Out.WriteLine(asked.GetValue(json)
                ? JsonSerializer.Serialize(made, JsonSerializerOptions.Web)
                : string.Create(CultureInfo.InvariantCulture, $"{made.Path}: {made.Bytes:N0} bytes, SHA-256 {made.Sha256}"));
            return Task.FromResult(0);
        }));
        return verb;
    }

    private static BackupFile Create(string store, string file, CancellationToken cancel)
    {
        try
        {
            return StoreBackup.Create(store, file, cancel);
        }
        catch (OperationCanceledException)
        {
            throw new CannotRunException("The backup was interrupted, and nothing of it is left.");
        }
    }
}
