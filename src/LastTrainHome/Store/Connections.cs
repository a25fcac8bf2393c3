using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace LastTrainHome.Store;

/// <summary>Makes connections wait for one another a while, and keep what they commit.</summary>
internal class PatientConnections : DbConnectionInterceptor
{
    // A pooled connection may have been a reader's before: it is told that it may write.
    protected virtual string Settings => "PRAGMA busy_timeout = 5000; PRAGMA synchronous = FULL; PRAGMA query_only = 0;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Set(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Set(connection);
        return Task.CompletedTask;
    }

    private void Set(DbConnection connection)
    {
        using var set = connection.CreateCommand();
        set.CommandText = Settings;
        set.ExecuteNonQuery();
    }
}

/// <summary>Keeps those that read from writing past the one door.</summary>
internal sealed class ReadOnlyConnections : PatientConnections
{
    protected override string Settings => "PRAGMA busy_timeout = 5000; PRAGMA query_only = 1;";
}
