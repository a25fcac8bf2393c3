using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using LastTrainHome.Library;
using LastTrainHome.Library.Search;

namespace LastTrainHome.Verbs;

/// <summary><c>search QUERY</c> on the current edition. Exit code 0: something was found; 1: nothing; 2: cannot run.</summary>
internal static class SearchVerb
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static Command Make()
    {
        var query = new Argument<string[]>("QUERY") { Description = "Words in any script.", Arity = ArgumentArity.OneOrMore };
        var kind = new Option<string?>("--kind") { Description = "Only pages of this kind: sections, themes, statistics, terms …" };
        var json = new Option<bool>("--json") { Description = "Answer in JSON." };
        var verb = new Command("search", "Search the current edition.") { query, kind, json };
        verb.SetAction((asked, _) => StudyHost.ReadAsync(async db =>
        {
            var only = asked.GetValue(kind) is { } folder ? PageKinds.FromFolder(folder) ?? throw new Store.CannotRunException($"There is no kind of page '{folder}'.") : (PageKind?)null;
            var found = await Finder.FindAsync(db, string.Join(' ', asked.GetValue(query)!), only, 20);
            if (asked.GetValue(json))
                Console.Out.WriteLine(JsonSerializer.Serialize(new
                {
                    found.HasAll,
                    kinds = found.Kinds.ToDictionary(pair => pair.Key.Folder(), pair => pair.Value),
                    hits = found.Hits.Select(hit => new { kind = hit.Kind.Folder(), hit.Title, hit.Address, snippet = string.Concat(hit.Snippet.Select(piece => piece.Text)) }),
                }, Json));
            else
                foreach (var hit in found.Hits)
                    Console.Out.WriteLine($"{hit.Address}  {hit.Title}\n    {string.Concat(hit.Snippet.Select(piece => piece.IsMatch ? $"[{piece.Text}]" : piece.Text))}");
            if (found.Hits.Count == 0)
                await Console.Error.WriteLineAsync("Nothing was found.");
            return found.Hits.Count > 0 ? 0 : 1;
        }));
        return verb;
    }
}
