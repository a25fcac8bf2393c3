using System.Security.Cryptography;
using System.Text;
using LastTrainHome.Content.Checks;
using LastTrainHome.Content.Files;
using LastTrainHome.Content.Markdown;
using LastTrainHome.Content.Sources;
using LastTrainHome.Library;

namespace LastTrainHome.Content;

/// <summary>Reads a content folder's files into an edition. It remembers the last folder it read: a file that has not changed is not taken apart
/// again, and while no page shows another differently, only changed pages are made anew. Not for use by two threads at once.</summary>
public sealed class EditionReader
{
    private Dictionary<string, SourcePage> sourcePages = [];
    private Dictionary<string, CheckedPage> checkedPages = [];
    private (string? Hash, string WrittenIn) sourcesFrom;
    private SourceList sources = SourceList.Empty;
    private string exports = "";

    /// <summary>Reads and checks files.</summary>
    public static Edition ReadOnce(IReadOnlyList<ContentFile> files) => new EditionReader().Read(files);

    /// <summary>Reads and checks files.</summary>
    public Edition Read(IReadOnlyList<ContentFile> files)
    {
        var problems = new List<Problem>();
        var pages = ReadPages([.. files.Where(file => file.Path != "sources.json")], problems);
        ReadSources(files.FirstOrDefault(file => file.Path == "sources.json"), pages.FirstOrDefault(page => page.Path == "documentary.md")?.Fields.Text("written_in") ?? "en");
        problems.AddRange(sources.Problems);

        var symbols = new SymbolTable(pages, sources.Sources);
        if (symbols.Exports != exports)
            checkedPages = [];
        exports = symbols.Exports;
        problems.AddRange(symbols.Problems(pages));

        var made = new CheckedPage[pages.Count];
        Parallel.For(0, pages.Count, at => made[at] = checkedPages.GetValueOrDefault(pages[at].File.Hash) is { } known && known.Path == pages[at].Path ? known : CheckedPage.Of(pages[at], symbols));
        checkedPages = made.DistinctBy(checkedPage => checkedPage.Hash).ToDictionary(checkedPage => checkedPage.Hash);

        foreach (var (page, checkedPage) in pages.Zip(made))
            problems.AddRange(page.Problems.Concat(checkedPage.Problems));

        // With a list of sources that cannot be read every citation would be wrong, and the one real mistake lost among them.
        if (!sources.IsReadable)
            problems.RemoveAll(problem => problem.Code == "REF003");
        problems = [.. problems.Distinct().OrderBy(problem => problem.Path, StringComparer.Ordinal)
            .ThenBy(problem => problem.Line).ThenBy(problem => problem.Column).ThenBy(problem => problem.Code, StringComparer.Ordinal)];

        var published = made.Where(checkedPage => checkedPage.Page is not null).ToArray();
        return new(Hash(files), files, problems.Count == 0 ? Bind(published.Select(checkedPage => checkedPage.Page!)) : [], problems)
        {
            Counts = new(
                pages.Where(page => !page.IsDraft).CountBy(page => page.Kind).Append(new(PageKind.Source, sources.Sources.Count)).ToDictionary(),
                made.Sum(checkedPage => checkedPage.Bound),
                made.Sum(checkedPage => checkedPage.Calculated),
                [.. made.SelectMany(checkedPage => checkedPage.Plain)]),
        };
    }

    /// <summary>The name of a set of files: the hash of their paths and bytes.</summary>
    public static string Hash(IReadOnlyList<ContentFile> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files.OrderBy(file => file.Path, StringComparer.Ordinal))
            hash.AppendData(Encoding.UTF8.GetBytes($"{file.Path}\n{file.Hash}\n"));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private List<SourcePage> ReadPages(ContentFile[] files, List<Problem> problems)
    {
        var read = new (SourcePage? Page, List<Problem> Problems)[files.Length];
        Parallel.For(0, files.Length, at =>
        {
            var found = new List<Problem>();
            var page = sourcePages.GetValueOrDefault(files[at].Path) is { } known && known.File.Hash == files[at].Hash ? known : SourcePage.Read(files[at], found);
            read[at] = (page, found);
        });
        problems.AddRange(read.SelectMany(file => file.Problems));
        sourcePages = read.Where(file => file.Page is not null).ToDictionary(file => file.Page!.Path, file => file.Page!);
        return [.. read.Where(file => file.Page is not null).Select(file => file.Page!)];
    }

    private void ReadSources(ContentFile? file, string writtenIn)
    {
        if (sourcesFrom == (file?.Hash, writtenIn))
            return;
        sourcesFrom = (file?.Hash, writtenIn);
        sources = file is null ? SourceList.Empty : SourceList.Read(file, writtenIn);
    }

    private List<Page> Bind(IEnumerable<Page> made)
    {
        var bound = made.Concat(sources.Sources).OrderBy(page => page.Kind).ToList();
        foreach (var kind in bound.GroupBy(page => page.Kind))
        {
            var order = kind.Key == PageKind.Source
                ? kind.OrderBy(page => page.Position)
                : kind.OrderBy(page => sourcePages[page.File].Order);
            foreach (var (page, place) in order.Select((page, place) => (page, place)))
                page.Position = place;
        }

        bound = [.. bound.OrderBy(page => page.Kind).ThenBy(page => page.Position)];
        foreach (var (page, place) in bound.Select((page, place) => (page, place)))
            page.Number = place + 1;
        return bound;
    }

    /// <summary>The result for one page: its row with everything under it, or its problems.</summary>
    private sealed record CheckedPage(string Path, string Hash, Page? Page, IReadOnlyList<Problem> Problems, int Bound, int Calculated, IReadOnlyList<PlainNumber> Plain)
    {
        public static CheckedPage Of(SourcePage source, SymbolTable symbols)
        {
            var document = source.Parse();
            var checks = PageChecker.Check(source, document, symbols);
            var sound = source.Problems.Count == 0 && checks.Problems.Count == 0 && !source.IsDraft;
            var page = sound ? PageFactory.Make(source, checks, PageRenderer.Render(source, document, checks, symbols), symbols) : null;
            return new(source.Path, source.File.Hash, page, checks.Problems,
                checks.Bindings.Count(binding => binding.FromRow is null), checks.Bindings.Count(binding => binding.FromRow is not null), checks.Plain);
        }
    }
}
