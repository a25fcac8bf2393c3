using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Library.Search;

/// <summary>Finds pages by a reader's words.</summary>
public static class Finder
{
    /// <summary>Ranking costs by the hit: of a very common word only so many are ranked.</summary>
    private const int MostRanked = 2_000;

    /// <summary>Looks for a reader's words. All of them must be there; where no page has all, pages with any of them are found instead.</summary>
    /// <param name="db">The library.</param>
    /// <param name="query">Anything a reader can type.</param>
    /// <param name="kind">Only pages of this kind, or null for all.</param>
    /// <param name="limit">The most hits wanted.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<Found> FindAsync(LibraryDb db, string query, PageKind? kind, int limit, CancellationToken cancel = default)
    {
        var wanted = Tokens.ForQuery(query);
        if (wanted.Count == 0)
            return new([], new Dictionary<PageKind, int>(), HasAll: true);

        var all = string.Join(" AND ", wanted.Select(one => one.Query));
        // Syllables written apart may be one word in the index.
        var latin = wanted.Where(one => !Tokens.IsWide(one.Words[0])).Select(one => one.Words).ToList();
        if (latin.Count > 1 && latin.Count == wanted.Count)
            all = $"({all}) OR \"{string.Concat(latin.SelectMany(Tokens.Words))}\"";
        var found = await AskAsync(db, all, wanted, kind, limit, cancel);
        if (found.Kinds.Count > 0 || wanted.Count == 1)
            return found;
        return await AskAsync(db, string.Join(" OR ", wanted.Select(one => one.Query)), wanted, kind, limit, cancel) with { HasAll = false };
    }

    private static async Task<Found> AskAsync(LibraryDb db, string match, List<Tokens.Wanted> wanted, PageKind? kind, int limit, CancellationToken cancel)
    {
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        var wasClosed = connection.State == ConnectionState.Closed;
        try
        {
            if (wasClosed)
                await connection.OpenAsync(cancel);
            var kinds = new Dictionary<PageKind, int>();
            using (var count = Command("SELECT Kind, count(*) FROM Search JOIN Pages ON Number = Search.rowid WHERE Search MATCH $match GROUP BY Kind"))
            using (var rows = count.ExecuteReader())
                while (rows.Read())
                    kinds[Enum.Parse<PageKind>(rows.GetString(0))] = rows.GetInt32(1);

            // A page that has the very name comes first; the index knows only how often a word stands where.
            var asked = Tokens.Fold(string.Concat(wanted.SelectMany(one => Tokens.Words(one.Words))));
            bool IsAsked(string name) => Tokens.Fold(string.Concat(Tokens.Words(name))) == asked;
            var hits = new List<(Hit Hit, bool IsNamed)>();
            using (var find = Command($"""
                SELECT Pages.Kind, Slug, Title, Text, Summary, Original, Variants, Romanization FROM
                    (SELECT rowid AS hit, bm25(Search, 8.0, 1.0) AS score FROM Search WHERE Search MATCH $match
                        {(kind is null ? "" : "AND rowid IN (SELECT Number FROM Pages WHERE Kind = $kind)")} LIMIT {MostRanked})
                JOIN Pages ON Number = hit LEFT JOIN Terms ON Terms.Key = Pages.Key
                ORDER BY score * CASE Pages.Kind WHEN 'Source' THEN 0.4 ELSE 1 END, Number LIMIT $limit
                """))
            {
                find.Parameters.AddWithValue("$kind", (object?)kind?.ToString() ?? DBNull.Value);
                find.Parameters.AddWithValue("$limit", Math.Max(limit, 100));
                using var rows = find.ExecuteReader();
                while (rows.Read())
                {
                    var (of, slug) = (Enum.Parse<PageKind>(rows.GetString(0)), rows.GetString(1));
                    var names = Enumerable.Range(5, 3).Where(column => !rows.IsDBNull(column)).Select(rows.GetString).Append(rows.GetString(2));
                    var hit = new Hit(of, rows.GetString(2), of.Address(slug), hits.Count < limit || names.Any(IsAsked) ? Snippet.Cut(rows.GetString(3), rows.IsDBNull(4) ? null : rows.GetString(4), wanted) : []);
                    hits.Add((hit, names.Any(IsAsked)));
                }
            }

            return new([.. hits.OrderByDescending(hit => hit.IsNamed).Take(limit).Select(hit => hit.Hit)], kinds, HasAll: true);
        }
        catch (SqliteException failure) when (LibraryDamagedException.IsDamage(failure))
        {
            throw new LibraryDamagedException(connection.DataSource, failure);
        }
        finally
        {
            if (wasClosed)
                await connection.CloseAsync();
        }

        SqliteCommand Command(string text)
        {
            var command = connection.CreateCommand();
            command.CommandText = text;
            command.Parameters.AddWithValue("$match", match);
            return command;
        }
    }
}

/// <summary>What was found.</summary>
/// <param name="Hits">The best pages, the best first.</param>
/// <param name="Kinds">How many pages of each kind were found, whichever kind was asked for.</param>
/// <param name="HasAll">Whether each hit has all the words; otherwise each has at least one.</param>
public sealed record Found(IReadOnlyList<Hit> Hits, IReadOnlyDictionary<PageKind, int> Kinds, bool HasAll);

/// <summary>A page that was found.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Title">Its title.</param>
/// <param name="Address">Where it is.</param>
/// <param name="Snippet">A piece of its text round the words that were looked for.</param>
public sealed record Hit(PageKind Kind, string Title, string Address, IReadOnlyList<Piece> Snippet);

/// <summary>A piece of text, and whether it is one of the words that were looked for.</summary>
public sealed record Piece(string Text, bool IsMatch);
