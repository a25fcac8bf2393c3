using Microsoft.Data.Sqlite;

namespace LastTrainHome.Store.Sqlite;

/// <summary>The file that the study store is, as the settings name it.</summary>
/// <param name="Path">A full path. The file need not exist yet.</param>
public sealed record StoreFile(string Path)
{
    /// <summary>The file of a connection string; without one, <c>study.db</c> in the data folder.</summary>
    public static StoreFile Of(string? connection, DataFolder data) =>
        new(connection is null ? data.Store : System.IO.Path.GetFullPath(new SqliteConnectionStringBuilder(connection).DataSource));
}
