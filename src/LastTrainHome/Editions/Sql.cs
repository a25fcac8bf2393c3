using Microsoft.Data.Sqlite;

namespace LastTrainHome.Editions;

/// <summary>Plain statements on an open connection.</summary>
internal static class Sql
{
    public static void Execute(this SqliteConnection connection, string text)
    {
        using var command = connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }

    public static T Scalar<T>(this SqliteConnection connection, string text)
    {
        using var command = connection.CreateCommand();
        command.CommandText = text;
        return (T)command.ExecuteScalar()!;
    }
}
