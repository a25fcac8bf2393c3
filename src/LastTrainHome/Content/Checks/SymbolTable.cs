using System.Collections.Concurrent;
using LastTrainHome.Content.Files;
using LastTrainHome.Content.FrontMatter;
using LastTrainHome.Content.Markdown;
using LastTrainHome.Library;

namespace LastTrainHome.Content.Checks;

/// <summary>What the pages of a folder can refer to in one another.</summary>
internal sealed class SymbolTable
{
    private readonly Dictionary<string, SourcePage> paths;
    private readonly Dictionary<string, SourcePage> keys = [];
    private readonly Dictionary<string, SourcePage> questions = [];
    private readonly ConcurrentDictionary<(string Folder, string Link), string?> resolved = [];

    public SymbolTable(IReadOnlyList<SourcePage> sourcePages, IReadOnlyList<Source> sources)
    {
        paths = sourcePages.ToDictionary(page => page.Path);
        foreach (var page in sourcePages)
        {
            keys.TryAdd(page.Key, page);
            foreach (var (id, _) in page.QuestionIds)
                questions.TryAdd(id, page);
        }

        Sources = sources.ToDictionary(source => source.Slug);
        var study = paths.GetValueOrDefault("documentary.md")?.Fields ?? Fields.Empty;
        Language = study.Text("language") ?? "und";
        WrittenIn = study.Text("written_in") ?? "en";
        Renderers = new(Sources, Language, WrittenIn);
        Slugs = sourcePages.ToLookup(page => page.Kind, page => page.Slug);
        Exports = string.Join('\u001e', sourcePages.Select(page => page.Exports).Concat(sources.Select(source => $"{source.Slug}\u001f{source.Short}")));
    }

    /// <summary>The film's language: that of every original that names none.</summary>
    public string Language { get; }

    /// <summary>The language of the study.</summary>
    public string WrittenIn { get; }

    public IReadOnlyDictionary<string, Source> Sources { get; }

    public ILookup<PageKind, string> Slugs { get; }

    public IReadOnlyCollection<string> Questions => questions.Keys;

    public IReadOnlyCollection<string> Paths => paths.Keys;

    public StudyRenderer.Pool Renderers { get; }

    /// <summary>All that one page can show of another. While it stays the same, an edited page is the only one to be made anew.</summary>
    public string Exports { get; }

    /// <summary>The path in the content folder that a relative link written in one of its folders leads to; null where it leads out.</summary>
    public string? Resolve(string folder, string link) => resolved.GetOrAdd((folder, link), static written =>
    {
        var parts = new List<string>();
        if (written.Folder.Length > 0)
            parts.Add(written.Folder);
        foreach (var part in Uri.UnescapeDataString(written.Link).Split('/'))
        {
            if (part == ".." && parts.Count == 0)
                return null;
            if (part == "..")
                parts.RemoveAt(parts.Count - 1);
            else if (part is not ("" or "."))
                parts.Add(part);
        }

        return string.Join('/', parts);
    });

    public SourcePage? AtPath(string path) => paths.GetValueOrDefault(path);

    public SourcePage? AtKey(string key) => keys.GetValueOrDefault(key);

    public SourcePage? WithQuestion(string id) => questions.GetValueOrDefault(id);

    /// <summary>Mistakes that show only with all files side by side: slugs and question ids given twice, a study without its own page.</summary>
    public IEnumerable<Problem> Problems(IReadOnlyList<SourcePage> sourcePages)
    {
        if (!paths.ContainsKey("documentary.md"))
            yield return new("documentary.md", 1, 1, "FILE004", "There is no documentary.md. It names the film, its languages and whose it is.");

        var taken = new Dictionary<(PageKind, string), SourcePage>();
        foreach (var page in sourcePages)
            if (!taken.TryAdd((page.Kind, page.Slug), page))
                yield return new(page.Path, 1, 1, "SLUG001", $"'{taken[(page.Kind, page.Slug)].Path}' has the slug '{page.Slug}' already.");
        foreach (var page in sourcePages)
            foreach (var alias in page.Fields.Words("aliases"))
                if (!taken.TryAdd((page.Kind, alias.Text), page))
                    yield return new(page.Path, alias.Line, alias.Column, "SLUG001", $"'{taken[(page.Kind, alias.Text)].Path}' has the slug '{alias.Text}' already.");

        var asked = new Dictionary<string, SourcePage>();
        foreach (var page in sourcePages)
            foreach (var (id, offset) in page.QuestionIds)
                if (!asked.TryAdd(id, page))
                    yield return page.Problem(offset, "QUEST002", $"The id '{id}' is taken by a question in '{asked[id].Path}'.");
    }
}
