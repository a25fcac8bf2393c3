using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace LastTrainHome.Store.Sqlite;

/// <summary>How every connection to the study store is set up when it is opened.</summary>
internal static class ConnectionSettings
{
    // How long a connection waits for another one's lock, unless the connection string says otherwise.
    private const int Patience = 5;

    /// <summary>The connection string with how long to wait.</summary>
    public static string WithPatience(string connectionString)
    {
        var settings = new SqliteConnectionStringBuilder(connectionString);
        if (!settings.ShouldSerialize("Default Timeout"))
            settings.DefaultTimeout = Patience;
        return settings.ToString();
    }

    /// <summary>Lets a connection write, and keep what it commits.</summary>
    public static void SetToWrite(SqliteConnection connection) => Set(connection, "PRAGMA synchronous = FULL; PRAGMA query_only = 0;");

    /// <summary>Keeps a connection from writing.</summary>
    public static void SetToRead(SqliteConnection connection) => Set(connection, "PRAGMA query_only = 1;");

    private static void Set(SqliteConnection connection, string settings)
    {
        using var set = connection.CreateCommand();
        set.CommandText = $"PRAGMA busy_timeout = {connection.DefaultTimeout * 1000}; {settings}";
        set.ExecuteNonQuery();
    }
}

/// <summary>Sets a connection up whenever EF Core opens it. A pooled one may have been a reader's before, or a writer's.</summary>
internal sealed class ConnectionSetup(Action<SqliteConnection> set) : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => set((SqliteConnection)connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        set((SqliteConnection)connection);
        return Task.CompletedTask;
    }
}
