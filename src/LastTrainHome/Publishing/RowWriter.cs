using Microsoft.Data.Sqlite;

namespace LastTrainHome.Publishing;

/// <summary>Puts rows into a library file and takes them out, with one prepared command for each table.</summary>
internal sealed class RowWriter(SqliteConnection library) : IDisposable
{
    private readonly Dictionary<Table, SqliteCommand> inserts = [];
    private readonly Dictionary<Table, SqliteCommand> deletes = [];

    public void Insert(Row row)
    {
        if (!inserts.TryGetValue(row.Table, out var insert))
            inserts[row.Table] = insert = Prepare(row.Table.Columns.Length, $"INSERT INTO {Quoted(row.Table.Name)} ({string.Join(", ", row.Table.Columns.Select(Quoted))}) VALUES ({Marks(row.Table.Columns.Length)})");
        for (var at = 0; at < row.Values.Length; at++)
            insert.Parameters[at].Value = row.Values[at] ?? DBNull.Value;
        insert.ExecuteNonQuery();
    }

    public void Delete(Row row)
    {
        var key = row.Table.Key;
        if (!deletes.TryGetValue(row.Table, out var delete))
            deletes[row.Table] = delete = Prepare(key.Length, $"DELETE FROM {Quoted(row.Table.Name)} WHERE {string.Join(" AND ", key.Select((column, at) => $"{Quoted(row.Table.Columns[column])} = ${at}"))}");
        for (var at = 0; at < key.Length; at++)
            delete.Parameters[at].Value = row.Values[key[at]];
        delete.ExecuteNonQuery();
    }

    public void Dispose()
    {
        foreach (var command in inserts.Values.Concat(deletes.Values))
            command.Dispose();
    }

    private SqliteCommand Prepare(int parameters, string text)
    {
        var command = library.CreateCommand();
        command.CommandText = text;
        for (var at = 0; at < parameters; at++)
            command.Parameters.Add(new SqliteParameter($"${at}", null));
        return command;
    }

    private static string Marks(int count) => string.Join(", ", Enumerable.Range(0, count).Select(at => $"${at}"));

    private static string Quoted(string name) => $"\"{name}\"";
}
