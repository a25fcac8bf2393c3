using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace LastTrainHome.Editions;

/// <summary>Inserts and deletes rows of a library file with one prepared statement per table. It calls SQLite directly: a library has tens
/// of thousands of rows, and commands with named parameters take three times as long.</summary>
internal sealed class RowWriter(SqliteConnection library) : IDisposable
{
    private readonly sqlite3 database = library.Handle ?? throw new InvalidOperationException("The library is not open.");
    private readonly Dictionary<Table, sqlite3_stmt> inserts = [];
    private readonly Dictionary<Table, sqlite3_stmt> deletes = [];

    public void Insert(Row row)
    {
        if (!inserts.TryGetValue(row.Table, out var insert))
            inserts[row.Table] = insert = Prepare(InsertInto(row.Table));
        for (var at = 0; at < row.Values.Length; at++)
            Bind(insert, at + 1, row.Values[at]);
        Run(insert);
    }

    public void Delete(Row row)
    {
        var key = row.Table.Key;
        if (!deletes.TryGetValue(row.Table, out var delete))
            deletes[row.Table] = delete = Prepare(DeleteFrom(row.Table));
        for (var at = 0; at < key.Length; at++)
            Bind(delete, at + 1, row.Values[key[at]]);
        Run(delete);
    }

    public void Dispose()
    {
        foreach (var statement in inserts.Values.Concat(deletes.Values))
            statement.Dispose();
    }

    private static string InsertInto(Table table) =>
        $"INSERT INTO {Quoted(table.Name)} ({string.Join(", ", table.Columns.Select(Quoted))}) "
        + $"VALUES ({string.Join(", ", table.Columns.Select(_ => "?"))})";

    private static string DeleteFrom(Table table) =>
        $"DELETE FROM {Quoted(table.Name)} WHERE "
        + $"{string.Join(" AND ", table.Key.Select(column => $"{Quoted(table.Columns[column])} = ?"))}";

    private sqlite3_stmt Prepare(string text)
    {
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(database, text, out var statement), database);
        return statement;
    }

    private void Run(sqlite3_stmt statement)
    {
        raw.sqlite3_step(statement);
        SqliteException.ThrowExceptionForRC(raw.sqlite3_reset(statement), database); // repeats the error of the step
    }

    private void Bind(sqlite3_stmt statement, int at, object? value) => SqliteException.ThrowExceptionForRC(value switch
    {
        null => raw.sqlite3_bind_null(statement, at),
        string text => raw.sqlite3_bind_text(statement, at, text),
        int whole => raw.sqlite3_bind_int(statement, at, whole),
        bool flag => raw.sqlite3_bind_int(statement, at, flag ? 1 : 0),
        double real => raw.sqlite3_bind_double(statement, at, real),
        _ => throw new NotSupportedException($"A library holds no {value.GetType().Name}."),
    }, database);

    private static string Quoted(string name) => $"\"{name}\"";
}
