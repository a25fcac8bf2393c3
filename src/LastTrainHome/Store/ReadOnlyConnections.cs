using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace LastTrainHome.Store;

/// <summary>Makes connections wait for one another a while, and keeps those that read from writing past the one door.</summary>
internal sealed class ReadOnlyConnections : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Set(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Set(connection);
        return Task.CompletedTask;
    }

    private static void Set(DbConnection connection)
    {
        using var set = connection.CreateCommand();
        set.CommandText = "PRAGMA busy_timeout = 5000; PRAGMA query_only = 1;";
        set.ExecuteNonQuery();
    }
}
