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

    // How many bytes of new entries the index gathers before it writes them down: what is written in one go need not be merged.
    private const int Gathered = 64 << 20;

    /// <summary>The index's tables, run once when a library file is made. Accents and tones are taken off; English words are stemmed.</summary>
    /// <param name="writtenIn">BCP 47: the language of the study.</param>
    public static string Schema(string writtenIn) =>
        $"CREATE VIRTUAL TABLE Search USING fts5(title, body, content='', contentless_delete=1, tokenize='{(writtenIn.Split('-')[0] == "en" ? "porter " : "")}unicode61 remove_diacritics 2');"
        + $"INSERT INTO Search (Search, rank) VALUES ('hashsize', {Gathered});";

    /// <summary>A page's words as the index wants them. Pure, so that many pages can be prepared at once.</summary>
    public static Entry Prepare(Page page) => new(page.Number, Tokens.ForIndex(string.Join(" \n ", Names(page).OfType<string>())), Tokens.ForIndex(page.Text));

    // A romanization is also looked for without its spaces: liúshǒu értóng, liushouertong.
    private static IEnumerable<string?> Names(Page page) => page switch
    {
        Term term => [term.Title, term.Original, .. term.Variants, term.Romanization, Joined(term.Romanization), term.Gloss],
        Theme theme => [theme.Title, theme.Original, theme.Romanization, Joined(theme.Romanization)],
        Person person => [person.Title, person.Original, person.Romanization, Joined(person.Romanization)],
        Place place => [place.Title, place.Original, place.Romanization, Joined(place.Romanization)],
        Documentary film => [film.Title, film.Original, film.Romanization, Joined(film.Romanization)],
        Source source => [source.Title, source.Short],
        _ => [page.Title],
    };

    private static string? Joined(string? romanization) =>
        romanization is null ? null : string.Concat(Tokens.Words(romanization)) is var joined && joined != romanization ? joined : null;

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
