using System.Diagnostics;
using LastTrainHome.Store;
using LastTrainHome.Store.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace LastTrainHome.Tests.Store.Sqlite;

public sealed class StoreBackupTests : IAsyncDisposable
{
    private static readonly DateTime Now = new(2027, 1, 5, 20, 0, 0, DateTimeKind.Utc);

    private readonly TemporaryStore temporary = new();
    private readonly string folder = Directory.CreateTempSubdirectory("backups ").FullName;

    private string Backup => Path.Combine(folder, "study.db");

    [Fact]
    public async Task A_backup_holds_what_lies_in_the_write_ahead_log()
    {
        await using var store = temporary.Open();
        await WriteAsync(store, "acknowledged");

        BackUp(temporary);

        Assert.Equal(["acknowledged"], Texts(Backup));
    }

    [Fact]
    public async Task A_backup_made_under_load_holds_every_write_that_was_acknowledged_before_it_began()
    {
        await using var store = temporary.Open();
        var acknowledged = new List<string>();
        using var enough = new CancellationTokenSource();
        var load = Task.Run(async () =>
        {
            for (var number = 0; !enough.IsCancellationRequested; number++)
            {
                await WriteAsync(store, $"{number}");
                lock (acknowledged)
                    acknowledged.Add($"{number}");
            }
        }, TestContext.Current.CancellationToken);

        for (var round = 0; round < 5; round++)
        {
            List<string> before;
            lock (acknowledged)
                before = [.. acknowledged];
            var file = Path.Combine(folder, $"{round}.db");
            StoreBackup.Create(temporary.Path, file, TestContext.Current.CancellationToken);

            Assert.Empty(before.Except(Texts(file)));
        }

        await enough.CancelAsync();
        await load;
    }

    [Fact]
    public async Task The_checksum_is_what_sha256sum_reads()
    {
        await using var store = temporary.Open();
        BackUp(temporary);
        if (OperatingSystem.IsWindows())
            return;

        using var check = Process.Start(new ProcessStartInfo("sha256sum", ["-c", "study.db.sha256"]) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
        Assert.Equal("study.db: OK\n", await check.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Backup));
    }

    [Fact]
    public async Task A_backup_overwrites_nothing()
    {
        await using var store = temporary.Open();
        await File.WriteAllTextAsync(Backup, "mine", TestContext.Current.CancellationToken);

        Assert.Throws<CannotRunException>(() => BackUp(temporary));
        Assert.Equal("mine", await File.ReadAllTextAsync(Backup, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_backup_that_is_interrupted_leaves_nothing_behind()
    {
        await using var store = temporary.Open();
        using var interrupted = new CancellationTokenSource();
        await interrupted.CancelAsync();

        Assert.Throws<OperationCanceledException>(() => StoreBackup.Create(temporary.Path, Backup, interrupted.Token));
        Assert.Empty(Directory.EnumerateFiles(folder));
    }

    [Fact]
    public async Task A_restored_backup_is_the_store_and_the_old_one_is_kept_beside_it()
    {
        await using (var store = temporary.Open())
        {
            await WriteAsync(store, "before");
            BackUp(temporary);
            await WriteAsync(store, "after");
        }

        var kept = StoreRestore.Restore(Backup, temporary.Path, Now);

        await using (var store = temporary.Open())
        {
            Assert.Equal(["before"], Texts(temporary.Path));
            await WriteAsync(store, "again");
        }
        Assert.EndsWith("-before-restore-20270105T200000Z.db", kept, StringComparison.Ordinal);
        Assert.Equal(["before", "after"], Texts(kept!));
        Assert.Equal(["before", "again"], Texts(temporary.Path));
        Assert.False(File.Exists(StoreRestore.IncomingOf(temporary.Path)));
    }

    [Fact]
    public async Task A_backup_is_restored_where_the_store_is_damaged_or_gone()
    {
        await using (var store = temporary.Open())
        {
            await WriteAsync(store, "safe");
            BackUp(temporary);
        }

        await File.WriteAllBytesAsync(temporary.Path, new byte[5000], TestContext.Current.CancellationToken);
        var kept = StoreRestore.Restore(Backup, temporary.Path, Now);
        Assert.Equal(["safe"], Texts(temporary.Path));
        Assert.Equal(5000, new FileInfo(kept!).Length);

        File.Delete(temporary.Path);
        Assert.Null(StoreRestore.Restore(Backup, temporary.Path, Now));
        Assert.Equal(["safe"], Texts(temporary.Path));
    }

    [Fact]
    public async Task A_damaged_backup_is_refused_and_changes_nothing()
    {
        await using (var store = temporary.Open())
        {
            await WriteAsync(store, "safe");
            BackUp(temporary);
        }

        await using (var file = File.OpenWrite(Backup))
        {
            file.Position = file.Length / 2;
            file.Write([.. Enumerable.Repeat((byte)0xFF, 64)]);
        }

        Assert.Contains("damaged", Refusal(), StringComparison.Ordinal);
        File.Delete(StoreBackup.ChecksumOf(Backup));
        await File.WriteAllBytesAsync(Backup, (await File.ReadAllBytesAsync(Backup, TestContext.Current.CancellationToken))[..9000], TestContext.Current.CancellationToken);
        Assert.Contains("damaged", Refusal(), StringComparison.Ordinal);
        await File.WriteAllTextAsync(Backup, "no database at all", TestContext.Current.CancellationToken);
        Assert.Contains("damaged", Refusal(), StringComparison.Ordinal);
        Assert.Equal(["safe"], Texts(temporary.Path));
    }

    [Fact]
    public async Task A_backup_of_a_newer_program_is_refused_by_both_versions_names()
    {
        await using (temporary.Open())
            BackUp(temporary);
        File.Delete(StoreBackup.ChecksumOf(Backup));
        await using (var db = Open(Backup))
            await db.Database.ExecuteSqlAsync($"INSERT INTO __EFMigrationsHistory VALUES ('20990101000000_Future', '99')", TestContext.Current.CancellationToken);

        var refusal = Refusal();
        Assert.Contains("20990101000000_Future", refusal, StringComparison.Ordinal);
        await using var own = Open(temporary.Path);
        Assert.Contains(own.Database.GetMigrations().Last(), refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_of_another_study_is_refused()
    {
        await using var other = new TemporaryStore();
        await using (var store = other.Open())
            await BeginAsync(store, "another");
        BackUp(other);
        await using (var store = temporary.Open())
            await BeginAsync(store, "this");

        Assert.Contains("another study", Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_is_in_use_is_not_replaced()
    {
        await using var store = temporary.Open();
        await WriteAsync(store, "in use");
        BackUp(temporary);

        Assert.Contains("open", Refusal(), StringComparison.Ordinal);
        Assert.Equal(["in use"], Texts(temporary.Path));
    }

    [Fact]
    public async Task A_store_whose_restore_was_interrupted_is_not_replaced_by_an_empty_one()
    {
        await using (temporary.Open())
            BackUp(temporary);
        File.Move(temporary.Path, StoreRestore.IncomingOf(temporary.Path));

        Assert.Contains("interrupted", Assert.Throws<CannotRunException>(() => temporary.Open()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Backups_are_made_when_they_are_due_and_the_oldest_go()
    {
        await using var store = temporary.Open();
        var clock = new FakeTimeProvider(new(Now));
        using var scheduled = new ScheduledBackup(
            new(temporary.Path), new(folder), Options.Create(new BackupOptions { EveryHours = 24, Keep = 2 }), clock, NullLogger<ScheduledBackup>.Instance);

        for (var hour = 0; hour < 73; hour++)
        {
            scheduled.BackUpIfDue(TestContext.Current.CancellationToken);
            clock.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal(
            ["study-auto-20270107T200000Z.db", "study-auto-20270107T200000Z.db.sha256", "study-auto-20270108T200000Z.db", "study-auto-20270108T200000Z.db.sha256"],
            Directory.EnumerateFiles(Path.Combine(folder, "backups")).Select(Path.GetFileName).Order());
    }

    public async ValueTask DisposeAsync()
    {
        await temporary.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private BackupFile BackUp(TemporaryStore store) => StoreBackup.Create(store.Path, Backup, TestContext.Current.CancellationToken);

    private string Refusal() => Assert.Throws<CannotRunException>(() => StoreRestore.Restore(Backup, temporary.Path, Now)).Message;

    private static Task WriteAsync(StudyStore store, string text) =>
        store.WriteAsync(db =>
        {
            db.Reports.Add(new() { Edition = "", Text = text, SentAt = Now });
            return Task.CompletedTask;
        });

    private static Task BeginAsync(StudyStore store, string edition) =>
        store.WriteAsync(db =>
        {
            db.Moves.Add(new() { EditionId = edition, At = Now, Origin = EditionOrigin.Start });
            return Task.CompletedTask;
        });

    private static List<string> Texts(string file)
    {
        using var db = Open(file);
        return [.. db.Reports.OrderBy(report => report.Id).Select(report => report.Text)];
    }

    private static SqliteStudyDb Open(string file) => new(SqliteStudyDb.Options().UseSqlite($"Data Source={file};Pooling=False").Options);
}
