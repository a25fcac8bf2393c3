using Microsoft.Data.Sqlite;

namespace LastTrainHome.Library.Search;

/// <summary>The full-text index inside a library file: one row for each page, under the page's number.</summary>
public sealed class SearchIndex : IDisposable
{
    private readonly SqliteCommand add;
    private readonly SqliteCommand remove;

    public SearchIndex(SqliteConnection library)
    {
        add = library.CreateCommand();
        add.CommandText = "INSERT INTO Search (rowid, title, body) VALUES ($number, $title, $body)";
        foreach (var name in (string[])["$number", "$title", "$body"])
            add.Parameters.Add(new SqliteParameter(name, null));
        remove = library.CreateCommand();
        remove.CommandText = "DELETE FROM Search WHERE rowid = $number";
        remove.Parameters.Add(new SqliteParameter("$number", null));
    }

    /// <summary>The index's tables, run once when a library file is made.</summary>
    public const string Schema =
        "CREATE VIRTUAL TABLE Search USING fts5(title, body, content='', contentless_delete=1, tokenize='porter unicode61 remove_diacritics 2');";

    /// <summary>A page's words as the index wants them. Pure, so that many pages can be prepared at once.</summary>
    public static Entry Prepare(Page page) => new(page.Number, page.Title, page.Text);

    public void Add(Entry entry)
    {
        add.Parameters[0].Value = entry.Number;
        add.Parameters[1].Value = entry.Title;
        add.Parameters[2].Value = entry.Body;
        add.ExecuteNonQuery();
    }

    public void Remove(int number)
    {
        remove.Parameters[0].Value = number;
        remove.ExecuteNonQuery();
    }

    public void Dispose()
    {
        add.Dispose();
        remove.Dispose();
    }

    public sealed record Entry(int Number, string Title, string Body);
}
