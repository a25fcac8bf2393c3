using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using SQLitePCL;

namespace LastTrainHome.Store.Sqlite;

/// <summary>The one writer: takes writes in the order they came and commits those that wait together in one transaction, each inside a savepoint
/// of its own.</summary>
internal sealed class SqliteWriter : IAsyncDisposable
{
    private const int MostTogether = 256;

    private static readonly AsyncLocal<bool> Inside = new();

    private readonly SqliteConnection connection;
    private readonly PooledDbContextFactory<SqliteStudyDb> contexts;
    private readonly Channel<PendingWrite> queue;
    private readonly Task running;
    private volatile bool isClosed;

    /// <param name="mostWaiting">How many writes may wait before the next is turned away.</param>
    public SqliteWriter(string connectionString, int mostWaiting)
    {
        connection = new(new SqliteConnectionStringBuilder(connectionString) { Pooling = false }.ToString());
        contexts = new(SqliteStudyDb.Options().UseSqlite(connection).Options);
        queue = Channel.CreateBounded<PendingWrite>(new BoundedChannelOptions(mostWaiting) { SingleReader = true });
        using (ExecutionContext.SuppressFlow())
            running = Task.Run(RunAsync);
    }

    /// <exception cref="StoreUnavailableException">Too many writes wait already, or the writer is closed.</exception>
    public Task<T> WriteAsync<T>(PendingWrite<T> write)
    {
        if (Inside.Value)
            throw new InvalidOperationException("A write was asked for inside another one: it would wait for itself. Use the db that was given.");
        if (!queue.Writer.TryWrite(write))
            throw new StoreUnavailableException(isClosed ? StoreFault.Closed : StoreFault.Busy);
        return write.Result;
    }

    /// <summary>Takes no more writes, and finishes those that wait.</summary>
    public async ValueTask DisposeAsync()
    {
        Close();
        await running;
        await connection.DisposeAsync();
    }

    private void Close()
    {
        isClosed = true;
        queue.Writer.TryComplete();
    }

    private async Task RunAsync()
    {
        Inside.Value = true;
        try
        {
            while (await queue.Reader.WaitToReadAsync())
            {
                if (queue.Reader.TryPeek(out var next) && next.IsAlone)
                    await WaitForOneAsync();
                else
                    await WriteTogetherAsync();
            }
        }
        finally
        {
            // Nobody waits for a writer that has gone.
            Close();
            FailWaiting(new StoreUnavailableException(StoreFault.Closed));
        }
    }

    private void FailWaiting(StoreUnavailableException failure)
    {
        while (queue.Reader.TryRead(out var write))
        {
            write.Fail(failure);
            write.Answer();
        }
    }

    private async Task WaitForOneAsync()
    {
        if (!queue.Reader.TryRead(out var write))
            return;
        await write.RunAsync(null!); // it brings its own
        Translate(write);
        write.Answer();
    }

    private async Task WriteTogetherAsync()
    {
        var batch = new List<PendingWrite>();
        var isSettled = false;
        try
        {
            await using var transaction = Begin();
            while (batch.Count < MostTogether && queue.Reader.TryPeek(out var next) && !next.IsAlone && queue.Reader.TryRead(out var write))
            {
                batch.Add(write);
                await WriteOneAsync(transaction, write);
            }
            transaction.Commit();
            isSettled = true;
        }
        catch (SqliteException failure) when (batch.Count == 0)
        {
            // Another process holds the file, or it cannot be opened. All who wait have waited as long as the first.
            connection.Close();
            FailWaiting(SqliteFaults.From(failure) ?? new(StoreFault.Locked, failure));
        }
        catch (SqliteException)
        {
            // All of them were undone, most through no fault of their own.
            foreach (var write in batch)
                await WriteAloneAsync(write);
            isSettled = true;
        }
        finally
        {
            if (!isSettled)
                batch.ForEach(write => write.Fail(new StoreUnavailableException(StoreFault.Closed)));
            batch.ForEach(write => write.Answer()); // only now, after the commit
        }
    }

    private async Task WriteOneAsync(SqliteTransaction transaction, PendingWrite write)
    {
        transaction.Save("one");
        await using (var db = contexts.CreateDbContext())
        {
            db.Database.AutoSavepointsEnabled = false; // ours is enough, and much faster
            await db.Database.UseTransactionAsync(transaction);
            await write.RunAsync(db);
        }

        Translate(write);

        // When the disk is full, SQLite itself rolls back everything, savepoints included.
        if (raw.sqlite3_get_autocommit(connection.Handle) != 0)
            throw new SqliteException("The transaction ended before its time.", raw.SQLITE_FULL);
        if (write.HasFailed)
            transaction.Rollback("one");
        transaction.Release("one");
    }

    private static void Translate(PendingWrite write)
    {
        if (write.Failure is { } failure && SqliteFaults.From(failure) is { } fault)
            write.Fail(fault);
    }

    private async Task WriteAloneAsync(PendingWrite write)
    {
        try
        {
            await using var transaction = Begin();
            await WriteOneAsync(transaction, write);
            transaction.Commit();
        }
        catch (SqliteException failure)
        {
            if (!write.HasFailed)
                write.Fail(SqliteFaults.From(failure) ?? new(StoreFault.Locked, failure));
        }
    }

    private SqliteTransaction Begin()
    {
        if (connection.State != System.Data.ConnectionState.Open)
        {
            connection.Open();
            ConnectionSettings.SetToWrite(connection);
        }

        // IMMEDIATE: a transaction that reads first and then writes would be refused if somebody wrote in between.
        return connection.BeginTransaction(deferred: false);
    }
}
