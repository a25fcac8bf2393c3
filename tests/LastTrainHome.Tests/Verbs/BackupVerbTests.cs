using System.Diagnostics;
using System.Text.RegularExpressions;
using LastTrainHome.Store.Sqlite;
using Xunit;

namespace LastTrainHome.Tests.Verbs;

/// <summary>The verbs backup and restore beside a server, each a process of its own.</summary>
public sealed partial class BackupVerbTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("backup-").FullName;

    private string Data => Path.Combine(root, "data");

    [Fact]
    public async Task A_backup_is_made_while_the_server_runs_and_restored_once_it_has_stopped()
    {
        var file = Path.Combine(root, "copies", "study.db");
        var film = Repository.Path("tests", "LastTrainHome.Tests", "Fixtures", "second-film");
        using var server = Running.Start(root, Running.Program, "--urls=http://127.0.0.1:0", $"--Data:Folder={Data}", $"--Content:Folder={film}");
        await server.ListensAsync();

        Assert.Equal(0, (await RunAsync("accounts", "add", "Ms. Kept", "--teacher")).Code);
        var (made, said, _) = await RunAsync("backup", file);
        Assert.Equal(0, made);
        Assert.Matches(Written(), said);
        Assert.Equal(0, (await RunAsync("accounts", "add", "Ms. Later", "--teacher")).Code);

        var (early, _, why) = await RunAsync("restore", file);
        Assert.Equal(2, early);
        Assert.Contains("Another server already uses the data folder", why, StringComparison.Ordinal);

        server.Stop();
        await server.EndsAsync();
        var (restored, where, refusal) = await RunAsync("restore", file);
        Assert.Equal((0, ""), (restored, refusal));
        Assert.Contains("is kept as", where, StringComparison.Ordinal);
        var staff = (await RunAsync("accounts", "list")).Output;
        Assert.Contains("Ms. Kept", staff, StringComparison.Ordinal);
        Assert.DoesNotContain("Ms. Later", staff, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(Data) & (UnixFileMode.GroupRead | UnixFileMode.OtherRead));
    }

    [Fact]
    public async Task What_cannot_be_backed_up_or_restored_is_said_in_one_sentence()
    {
        var (code, output, why) = await RunAsync("restore", "nowhere.db");
        Assert.Equal((2, "", $"There is no backup 'nowhere.db'.\n"), (code, output, why));

        await RunAsync("accounts", "list");
        await File.WriteAllTextAsync(Path.Combine(root, "taken.db"), "mine", TestContext.Current.CancellationToken);
        (code, output, why) = await RunAsync("backup", Path.Combine(root, "taken.db"));
        Assert.Equal(2, code);
        Assert.Equal($"'{Path.Combine(root, "taken.db")}' exists already. A backup overwrites nothing: choose another name.\n", why);
        Assert.Empty(output);
    }

    public void Dispose() => Directory.Delete(root, recursive: true);

    private async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(StoreBackup).Assembly.Location, .. arguments]) { RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["Data__Folder"] = Data;
        using var verb = Process.Start(start)!;
        var error = verb.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await verb.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await verb.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (verb.ExitCode, output, await error);
    }

    [GeneratedRegex(@"study\.db: [\d,]+ bytes, SHA-256 [0-9a-f]{64}\n$")]
    private static partial Regex Written();
}
