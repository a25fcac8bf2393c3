using System.Globalization;
using Microsoft.Data.Sqlite;

namespace LastTrainHome.Tests.Editions;

/// <summary>All rows of a library file as lines, for comparing two files.</summary>
internal static class Rows
{
    public static List<string> Of(string path)
    {
        using var library = new SqliteConnection($"Data Source={path};Pooling=False;Mode=ReadOnly");
        library.Open();
        var tables = Read(library, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'Search%' AND name NOT LIKE 'sqlite%' ORDER BY name", reader => reader.GetString(0));
        return [.. tables.SelectMany(table => Read(library, $"SELECT * FROM \"{table}\"", Line).Order(StringComparer.Ordinal).Select(row => $"{table}: {row}"))];
    }

    private static List<string> Read(SqliteConnection library, string sql, Func<SqliteDataReader, string> line)
    {
        using var command = library.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(line(reader));
        return rows;
    }

    private static string Line(SqliteDataReader row) => string.Join(" | ", Enumerable.Range(0, row.FieldCount)
        .Select(at => $"{row.GetName(at)}={row.GetDataTypeName(at)} {Convert.ToString(row.GetValue(at), CultureInfo.InvariantCulture)}")
        .Order(StringComparer.Ordinal));
}
