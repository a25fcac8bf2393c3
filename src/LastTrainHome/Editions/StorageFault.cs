using LastTrainHome.Store;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Editions;

/// <summary>Faults of the disk or the store that may end publishing and are no fault of the program: a full disk, a file that cannot be
/// read, a store that is locked or damaged.</summary>
public static class StorageFault
{
    private const int Full = 13; // SQLITE_FULL

    /// <summary>Whether a failure is one of these.</summary>
    public static bool Is(Exception failure) => failure is IOException or UnauthorizedAccessException or SqliteException
        or DbUpdateException { InnerException: SqliteException } or StoreUnavailableException;

    /// <summary>The failure in one sentence.</summary>
    public static string Sentence(Exception failure) => (failure is DbUpdateException ? failure.InnerException! : failure) switch
    {
        StoreUnavailableException { Fault: StoreFault.Full } or SqliteException { SqliteErrorCode: Full } => "The disk is full. Make room and try again.",
        SqliteException other => $"The study store or a library file cannot be used: {other.Message}",
        var other => other.Message,
    };
}
