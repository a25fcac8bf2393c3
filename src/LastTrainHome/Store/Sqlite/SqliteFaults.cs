using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using SQLitePCL;

namespace LastTrainHome.Store.Sqlite;

/// <summary>Says of an SQLite error whether it is the store's, and which.</summary>
internal static class SqliteFaults
{
    /// <summary>The same failure as the store's contract has it; null where it is none of the store's but a mistake in the program.</summary>
    public static StoreUnavailableException? From(Exception failure) => failure switch
    {
        StoreUnavailableException known => known,
        SqliteException error => FromCode(error.SqliteErrorCode) is { } fault ? new(fault, failure) : null,
        DbUpdateException { InnerException: SqliteException error } => FromCode(error.SqliteErrorCode) is { } fault ? new(fault, failure) : null,
        _ => null,
    };

    private static StoreFault? FromCode(int code) => code switch
    {
        raw.SQLITE_FULL => StoreFault.Full,
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => StoreFault.Locked,
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB or raw.SQLITE_IOERR or raw.SQLITE_CANTOPEN => StoreFault.Damaged,
        _ => null,
    };
}

/// <summary>Turns SQLite's errors into the store's. It repeats nothing.</summary>
internal sealed class FaultStrategy(ExecutionStrategyDependencies dependencies) : IExecutionStrategy
{
    /// <summary>Makes EF Core fetch all rows before it hands them on, so that an error among them is met in here too.</summary>
    public bool RetriesOnFailure => true;

    public TResult Execute<TState, TResult>(
        TState state, Func<DbContext, TState, TResult> operation, Func<DbContext, TState, ExecutionResult<TResult>>? verifySucceeded)
    {
        try
        {
            return operation(dependencies.CurrentContext.Context, state);
        }
        catch (Exception failure) when (SqliteFaults.From(failure) is { } fault)
        {
            throw fault;
        }
    }

    public async Task<TResult> ExecuteAsync<TState, TResult>(
        TState state,
        Func<DbContext, TState, CancellationToken, Task<TResult>> operation,
        Func<DbContext, TState, CancellationToken, Task<ExecutionResult<TResult>>>? verifySucceeded,
        CancellationToken cancellationToken = default)
    {
        try
        {
            return await operation(dependencies.CurrentContext.Context, state, cancellationToken);
        }
        catch (Exception failure) when (SqliteFaults.From(failure) is { } fault)
        {
            throw fault;
        }
    }
}
