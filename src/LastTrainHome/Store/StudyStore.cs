using LastTrainHome.Store.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace LastTrainHome.Store;

/// <summary>The study store: reads at any time, and writes that queue in the order they came. A write that was answered is on the disk.</summary>
/// <remarks>Where it cannot be read or written, both fail with a <see cref="StoreUnavailableException"/> and with nothing else.</remarks>
public sealed class StudyStore : IAsyncDisposable
{
    private readonly string readingFrom;
    private readonly PooledDbContextFactory<SqliteStudyDb> reading;
    private readonly DbContextOptions<SqliteStudyDb> saving;
    private readonly SqliteWriter writer;

    private StudyStore(string connectionString, int mostWaiting)
    {
        readingFrom = connectionString;
        reading = new(SqliteStudyDb.Options()
            .UseSqlite(connectionString, sqlite => sqlite.ExecutionStrategy(with => new FaultStrategy(with)))
            .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
            .AddInterceptors(new ConnectionSetup(ConnectionSettings.SetToRead))
            .Options);
        saving = SqliteStudyDb.Options()
            .UseSqlite(connectionString, sqlite => sqlite.ExecutionStrategy(with => new FaultStrategy(with)))
            .AddInterceptors(new ConnectionSetup(ConnectionSettings.SetToWrite))
            .Options;
        writer = new(connectionString, mostWaiting);
    }

    /// <summary>Opens the store, and makes it or brings its tables up to date where that is needed.</summary>
    /// <param name="connectionString">Where the SQLite file is. Its <c>Default Timeout</c>, in seconds, says how long to wait for another process's
    /// lock; without it five seconds.</param>
    /// <param name="mostWaiting">How many writes may wait before the next is turned away.</param>
    /// <exception cref="CannotRunException">The file cannot be used, or a newer version of the program wrote it.</exception>
    public static StudyStore Open(string connectionString, int mostWaiting = 4096)
    {
        connectionString = ConnectionSettings.WithPatience(connectionString);
        SqliteFile.Prepare(connectionString);
        return new(connectionString, mostWaiting);
    }

    /// <summary>A context for reading. It tracks nothing and cannot write.</summary>
    public StudyDb Read() => reading.CreateDbContext();

    /// <summary>A context for code that loads, changes and saves in its own way, as Identity does: each save waits for its turn among the writes.</summary>
    public StudyDb Open() => new SqliteStudyDb(saving) { Store = this };

    /// <summary>Writes, and returns once it is on the disk. What <paramref name="write"/> throws comes back to the caller, and nothing of it stays.
    /// It may run twice (a full disk undoes more than one), so it touches nothing but its <c>db</c>, and loads from there what it changes.</summary>
    public Task WriteAsync(Func<StudyDb, Task> write, CancellationToken cancel = default) => WriteAsync(async db =>
    {
        await write(db);
        return true;
    }, cancel);

    /// <inheritdoc cref="WriteAsync(Func{StudyDb, Task}, CancellationToken)"/>
    public Task<T> WriteAsync<T>(Func<StudyDb, Task<T>> write, CancellationToken cancel = default) => writer.WriteAsync(new PendingWrite<T>(write, cancel));

    /// <summary>Runs a save on a connection of its own, while no other write is under way.</summary>
    internal Task<T> TakeTurnAsync<T>(Func<Task<T>> save) =>
        writer.WriteAsync(new PendingWrite<T>(_ => save(), CancellationToken.None) { IsAlone = true });

    /// <summary>Takes no more writes, and finishes those that wait.</summary>
    public async ValueTask DisposeAsync()
    {
        await writer.DisposeAsync();
        await using var key = new SqliteConnection(readingFrom);
        SqliteConnection.ClearPool(key);
    }
}
