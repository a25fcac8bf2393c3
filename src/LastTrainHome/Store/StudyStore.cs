using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using SQLitePCL;

namespace LastTrainHome.Store;

/// <summary>The study store: anybody may read at any time, and every write goes through one door, where writes queue in the order
/// they came and those that wait together are committed together. Who has been answered is on the disk.</summary>
public sealed class StudyStore : IAsyncDisposable
{
    private const int MostTogether = 256;

    private static readonly AsyncLocal<bool> Inside = new();

    private readonly string readingFrom;
    private readonly SqliteConnection connection;
    private readonly PooledDbContextFactory<SqliteStudyDb> writing;
    private readonly PooledDbContextFactory<SqliteStudyDb> reading;
    private readonly DbContextOptions<SqliteStudyDb> own;
    private readonly Channel<Work> queue;
    private readonly Task writer;
    private volatile bool closed;

    private StudyStore(string connectionString, int mostWaiting)
    {
        readingFrom = connectionString;
        connection = new(new SqliteConnectionStringBuilder(connectionString) { Pooling = false }.ToString());
        writing = new(SqliteStudyDb.Options().UseSqlite(connection).Options);
        own = SqliteStudyDb.Options().UseSqlite(connectionString).AddInterceptors(new PatientConnections()).Options;
        reading = new(SqliteStudyDb.Options()
            .UseSqlite(connectionString)
            .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
            .AddInterceptors(new ReadOnlyConnections())
            .Options);
        queue = Channel.CreateBounded<Work>(new BoundedChannelOptions(mostWaiting) { SingleReader = true });
        using (ExecutionContext.SuppressFlow())
            writer = Task.Run(WriteAsync);
    }

    /// <summary>Opens the store, and makes it or brings its tables up to date where that is needed.</summary>
    /// <param name="connectionString">Where the SQLite file is.</param>
    /// <param name="mostWaiting">How many writes may wait before the next is turned away.</param>
    /// <exception cref="CannotRunException">The file cannot be used, or a newer version of the program wrote it.</exception>
    public static StudyStore Open(string connectionString, int mostWaiting = 4096)
    {
        SqliteFile.Prepare(connectionString);
        return new(connectionString, mostWaiting);
    }

    /// <summary>A context for reading. It tracks nothing and cannot write.</summary>
    public StudyDb Read() => reading.CreateDbContext();

    /// <summary>A context for whoever loads, changes and saves by his own plan, as Identity does: each save waits for its turn at the one door.</summary>
    public StudyDb Open() => new SqliteStudyDb(own) { Store = this };

    /// <summary>Writes, and returns once it is on the disk. What <paramref name="write"/> throws comes back to the caller, and nothing of it stays.
    /// It may run twice (a full disk undoes more than one), so it touches nothing but its <c>db</c>, and loads from there what it changes.</summary>
    public Task WriteAsync(Func<StudyDb, Task> write, CancellationToken cancel = default) => WriteAsync(async db =>
    {
        await write(db);
        return true;
    }, cancel);

    /// <inheritdoc cref="WriteAsync(Func{StudyDb, Task}, CancellationToken)"/>
    public Task<T> WriteAsync<T>(Func<StudyDb, Task<T>> write, CancellationToken cancel = default) => Ask(new Work<T>(write, cancel));

    /// <summary>Runs a save on a connection of its own, while no other write is under way.</summary>
    internal Task<T> TurnAsync<T>(Func<Task<T>> save) => Ask(new Work<T>(_ => save(), CancellationToken.None) { IsAlone = true });

    private Task<T> Ask<T>(Work<T> work)
    {
        if (Inside.Value)
            throw new InvalidOperationException("A write was asked for inside another one: it would wait for itself. Use the db that was given.");
        if (!queue.Writer.TryWrite(work))
            throw closed ? new StoreClosedException() : new StoreBusyException();
        return work.Answer;
    }

    /// <summary>Takes no more writes, and finishes those that wait.</summary>
    public async ValueTask DisposeAsync()
    {
        Close();
        await writer;
        await connection.DisposeAsync();
        using var key = new SqliteConnection(readingFrom);
        SqliteConnection.ClearPool(key);
    }

    private void Close()
    {
        closed = true;
        queue.Writer.TryComplete();
    }

    private async Task WriteAsync()
    {
        Inside.Value = true;
        try
        {
            while (await queue.Reader.WaitToReadAsync())
            {
                if (queue.Reader.TryPeek(out var next) && next.IsAlone)
                    await TakeTurnAsync();
                else
                    await WriteTogetherAsync();
            }
        }
        finally
        {
            // Nobody waits for a writer that has gone.
            Close();
            while (queue.Reader.TryRead(out var work))
            {
                work.Fail(new StoreClosedException());
                work.Tell();
            }
        }
    }

    private async Task TakeTurnAsync()
    {
        if (!queue.Reader.TryRead(out var work))
            return;
        await work.RunAsync(null!); // it brings its own
        work.Tell();
    }

    private async Task WriteTogetherAsync()
    {
        var batch = new List<Work>();
        var settled = false;
        try
        {
            await using var turn = Begin();
            while (batch.Count < MostTogether && queue.Reader.TryPeek(out var next) && !next.IsAlone && queue.Reader.TryRead(out var work))
            {
                batch.Add(work);
                await WriteOneAsync(turn, work);
            }
            turn.Commit();
            settled = true;
        }
        catch (SqliteException failure) when (batch.Count == 0)
        {
            // Another process holds the file, or it cannot be opened: whoever is first has waited long enough.
            connection.Close();
            if (queue.Reader.TryRead(out var first))
            {
                first.Fail(failure);
                first.Tell();
            }
        }
        catch (SqliteException)
        {
            // All of them were undone, most through no fault of their own.
            foreach (var work in batch)
                await WriteAloneAsync(work);
            settled = true;
        }
        finally
        {
            if (!settled)
                batch.ForEach(work => work.Fail(new StoreClosedException()));
            batch.ForEach(work => work.Tell()); // only now, after the commit
        }
    }

    private async Task WriteOneAsync(SqliteTransaction turn, Work work)
    {
        turn.Save("one");
        await using (var db = writing.CreateDbContext())
        {
            db.Database.AutoSavepointsEnabled = false; // ours is enough, and much faster
            await db.Database.UseTransactionAsync(turn);
            await work.RunAsync(db);
        }

        // When the disk is full, SQLite itself rolls back everything, savepoints included.
        if (raw.sqlite3_get_autocommit(connection.Handle) != 0)
            throw new SqliteException("The transaction ended before its time.", raw.SQLITE_FULL);
        if (work.HasFailed)
            turn.Rollback("one");
        turn.Release("one");
    }

    private async Task WriteAloneAsync(Work work)
    {
        try
        {
            await using var turn = Begin();
            await WriteOneAsync(turn, work);
            turn.Commit();
        }
        catch (SqliteException failure)
        {
            if (!work.HasFailed)
                work.Fail(failure);
        }
    }

    private SqliteTransaction Begin()
    {
        if (connection.State != System.Data.ConnectionState.Open)
        {
            connection.Open();
            using var set = connection.CreateCommand();
            set.CommandText = "PRAGMA busy_timeout = 5000; PRAGMA synchronous = FULL;";
            set.ExecuteNonQuery();
        }

        // IMMEDIATE: whoever reads first and then writes would else be refused because somebody wrote in between.
        return connection.BeginTransaction(deferred: false);
    }

    /// <summary>One write that waits, and whoever waits for it.</summary>
    private abstract class Work
    {
        /// <summary>Whether it saves on a connection of its own, and so cannot share a transaction.</summary>
        public bool IsAlone { get; init; }

        public abstract bool HasFailed { get; }
        public abstract Task RunAsync(StudyDb db);
        public abstract void Fail(Exception failure);
        public abstract void Tell();
    }

    private sealed class Work<T>(Func<StudyDb, Task<T>> write, CancellationToken cancel) : Work
    {
        private readonly TaskCompletionSource<T> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private Task<T> run = Task.FromCanceled<T>(new(canceled: true));

        public Task<T> Answer => answer.Task;
        public override bool HasFailed => !run.IsCompletedSuccessfully;

        public override async Task RunAsync(StudyDb db)
        {
            run = SaveAsync(db);
            await ((Task)run).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // it keeps its own failure
        }

        public override void Fail(Exception failure) => run = Task.FromException<T>(failure);

        public override void Tell() => answer.TrySetFromTask(run);

        private async Task<T> SaveAsync(StudyDb db)
        {
            cancel.ThrowIfCancellationRequested();
            var result = await write(db);
            if (!IsAlone)
                await db.SaveChangesAsync(CancellationToken.None);
            return result;
        }
    }
}

/// <summary>The site is being stopped, or its writer has failed; nothing of the write was kept.</summary>
public sealed class StoreClosedException() : InvalidOperationException("The store takes no more writes.");

/// <summary>Too many writes are waiting already.</summary>
public sealed class StoreBusyException() : InvalidOperationException("The store has too much to write just now. Please try again in a moment.");
