using Microsoft.Data.Sqlite;

namespace LastTrainHome.Library;

/// <summary>A library file cannot be read: it was damaged, truncated or deleted on disk. It can be rebuilt from the recorded edition.</summary>
/// <param name="file">The library file.</param>
/// <param name="cause">What SQLite reported.</param>
public sealed class LibraryDamagedException(string file, SqliteException cause)
    : Exception($"The library file '{file}' cannot be read: {cause.Message}", cause)
{
    // SQLITE_IOERR, SQLITE_CORRUPT, SQLITE_CANTOPEN and SQLITE_NOTADB.
    private const int InputOutput = 10, Corrupt = 11, CannotOpen = 14, NotADatabase = 26;

    /// <summary>Whether SQLite's error says that the file itself is at fault.</summary>
    public static bool IsDamage(SqliteException failure) =>
        failure.SqliteErrorCode is InputOutput or Corrupt or CannotOpen or NotADatabase;
}
