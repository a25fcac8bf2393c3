using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using LastTrainHome.Content.FrontMatter;
using LastTrainHome.Content.Markdown;
using LastTrainHome.Content.Markdown.Headings;
using LastTrainHome.Content.Tables;
using LastTrainHome.Library;
using Markdig.Extensions.CustomContainers;
using Markdig.Syntax;

namespace LastTrainHome.Content.Files;

/// <summary>One content file, taken apart: its front matter, its body, what other pages may refer to in it, and every mistake that shows without
/// looking at other files.</summary>
internal sealed partial class SourcePage
{
    private readonly string masked;
    private bool isTooDeep;

    private SourcePage(ContentFile file, PageKind kind, string slug, SourceText source, Fields fields, int bodyStart, int bodyEnd)
    {
        (File, Kind, Slug, Source, Fields, BodyStart) = (file, kind, slug, source, fields, bodyStart);
        Key = kind.Key(slug);
        masked = LongParagraphs.Blank(source.Text.AsSpan(bodyStart..Math.Max(bodyStart, bodyEnd)), (offset, code, message) => Problems.Add(Problem(offset, code, message)));
    }

    public ContentFile File { get; }

    public string Path => File.Path;

    public PageKind Kind { get; }

    public string Slug { get; }

    public string Key { get; }

    public SourceText Source { get; }

    public Fields Fields { get; }

    /// <summary>Where the body begins in the source. The document's offsets count from here.</summary>
    public int BodyStart { get; }

    /// <summary>The body as it is parsed.</summary>
    public string Body => masked;

    public List<Problem> Problems { get; } = [];

    public StatisticTable? Statistic { get; private set; }

    public bool IsDraft => Fields.Flag("draft");

    public string Title => Fields.Text("title") ?? Fields.Text("name") ?? Fields.Text("claim") ?? Slug;

    /// <summary>What its original means, in the study's language: a term's gloss, else the title.</summary>
    public string Meaning => Fields.Text("gloss") ?? Title;

    /// <summary>Ids of its headings.</summary>
    public HashSet<string> HeadingIds { get; } = [];

    /// <summary>Ids of its questions, with their offsets in the body.</summary>
    public List<(string Id, int Offset)> QuestionIds { get; } = [];

    /// <summary>Its place among its kind: by <c>order</c>, else the number before its name, then by name.</summary>
    public (int, string) Order => (Fields.Whole("order") ?? (Number().Match(System.IO.Path.GetFileName(Path)) is { Success: true } number
        ? int.Parse(number.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : int.MaxValue), Path);

    /// <summary>All that other pages' pages can show of this one. While it stays the same, an edit here concerns no other page.</summary>
    public string Exports
    {
        get
        {
            var exports = new StringBuilder();
            exports.AppendJoin('\u001f', Path, Kind, Slug, Title, IsDraft, Fields.Text("original"), Fields.Text("romanization"), Fields.Text("gloss"), Fields.Text("language"),
                Fields.Text("written_in"), Order.Item1, string.Join(' ', HeadingIds), string.Join(' ', QuestionIds.Select(question => question.Id)),
                string.Join(' ', Fields.Texts("aliases")));
            foreach (var series in Statistic?.Series ?? [])
                exports.AppendJoin('\u001f', series.Name, series.Counts, series.Unit);
            foreach (var change in Statistic?.Breaks ?? [])
                exports.AppendJoin('\u001f', change.At, string.Join(' ', change.Columns));
            foreach (var cell in Statistic?.Observations ?? [])
                exports.AppendJoin('\u001f', cell.Row, cell.Column, cell.Written, cell.Unit);
            return exports.ToString();
        }
    }

    /// <summary>The body, parsed anew; headings have their ids. Parsing is quick and what it makes is many times as large as the file, so
    /// that keeping it for all files at once costs more time than parsing twice.</summary>
    public MarkdownDocument Parse()
    {
        var parsed = Parsed(StudyMarkdown.Parse);
        PageHeadings.Prepare(this, parsed, report: null);
        return parsed;
    }

    /// <summary>A problem at a place in the body.</summary>
    public Problem Problem(int offset, string code, string message) => Source.Problem(BodyStart + offset, code, message);

    /// <summary>Where in the body some words of a block's first line stand: an id or a name in its braces.</summary>
    public int OnFirstLine(Block block, string words)
    {
        var line = masked.AsSpan(block.Span.Start);
        var end = line.IndexOfAny('\r', '\n');
        return block.Span.Start + Math.Max(0, (end < 0 ? line : line[..end]).LastIndexOf(words));
    }

    /// <summary>Takes a file apart. Null for a file whose path says that it is no page; then <paramref name="problems"/> says why.</summary>
    public static SourcePage? Read(ContentFile file, List<Problem> problems)
    {
        if (Name(file, problems) is not var (kind, slug))
            return null;

        var found = new List<Problem>();
        var source = SourceText.Decode(file, found);
        void Report(int line, int column, string code, string message) => found.Add(new(file.Path, line, column, code, message));

        var (yaml, bodyStart) = Split(source, found);
        var fields = yaml is not null && YamlTree.Read(yaml, 2, Report) is { } pairs ? Fields.Read(pairs, Keys.Of(kind), Report) : Fields.Empty;
        if (fields.Has("latitude") != fields.Has("longitude") && fields != Fields.Empty)
            Report(fields.Find(fields.Has("latitude") ? "latitude" : "longitude")!.Line, 1, "KEY003", "Latitude and longitude stand together or not at all.");

        var table = kind == PageKind.Statistic ? DataTable.Find(source, bodyStart) : null;
        var read = new SourcePage(file, kind, slug, source, fields, bodyStart, table?.Start ?? source.Text.Length);
        read.Problems.InsertRange(0, found);
        if (kind == PageKind.Statistic && fields != Fields.Empty)
            read.Statistic = StatisticTable.Read(read.Key, fields, table, source, (line, column, code, message) => read.Problems.Add(new(file.Path, line, column, code, message)));
        read.ReadOutline();
        return read;
    }

    private static readonly string[] Folders =
        [.. Enum.GetValues<PageKind>().Where(kind => kind is not (PageKind.Documentary or PageKind.Source)).Select(kind => kind.Folder())];

    private static (PageKind Kind, string Slug)? Name(ContentFile file, List<Problem> problems)
    {
        if (file.Path == "documentary.md")
            return (PageKind.Documentary, "documentary");

        var parts = file.Path.Split('/');
        if (parts.Length != 2 || !Folders.Contains(parts[0]))
        {
            problems.Add(new(file.Path, 1, 1, "FILE002", $"'{parts[0]}' is no folder of a study{Spelling.DidYouMean(parts[0], Folders)}"));
            return null;
        }

        var slug = Number().Replace(parts[1], "")[..^".md".Length];
        if (Fields.IsSlug(slug))
            return (PageKinds.FromFolder(parts[0])!.Value, slug);
        problems.Add(new(file.Path, 1, 1, "FILE003", "A file name is made of small letters, digits and hyphens: 02-no-seats.md."));
        return null;
    }

    private static (string? Yaml, int BodyStart) Split(SourceText source, List<Problem> problems)
    {
        if (source.Text.Length == 0 && problems.Count > 0)
            return (null, 0);
        if (!source.Line(1).TrimEnd().SequenceEqual("---"))
        {
            problems.Add(new(source.Path, 1, 1, "FM001", "There is no front matter. The first line is '---', then come the keys, then '---'."));
            return (null, 0);
        }

        for (var line = 2; line <= source.Lines; line++)
            if (source.Line(line).TrimEnd() is "---" or "...")
                return (source.Text[source.Start(2)..source.Start(line)], line < source.Lines ? source.Start(line + 1) : source.Text.Length);
        problems.Add(new(source.Path, 1, 1, "FM002", "The front matter is never closed. Put '---' on a line of its own after the last key."));
        return (null, source.Text.Length);
    }

    // What others may refer to: ids of headings and questions.
    private void ReadOutline()
    {
        var outline = Parsed(StudyMarkdown.Outline);
        HeadingIds.UnionWith(PageHeadings.Prepare(this, outline, Problems.Add));
        foreach (var container in outline.Descendants<CustomContainer>())
            if (Container.Of(container) is { Name: "question", Attributes.Id: { } id })
                QuestionIds.Add((id, OnFirstLine(container, id)));
    }

    private MarkdownDocument Parsed(Func<string, MarkdownDocument> parse)
    {
        if (isTooDeep)
            return [];
        int deep;
        try
        {
            var parsed = parse(masked);
            if (StudyMarkdown.TooDeep(parsed) is not { } nested)
                return parsed;
            deep = nested.Span.Start;
        }
        catch (ArgumentException)
        {
            deep = Deepest();
        }

        isTooDeep = true;
        Problems.Add(Problem(deep, "NEST001", "Something in this text is nested too deep: lists in lists, quotes in quotes or brackets in brackets."));
        return [];
    }

    // The parser does not say where: the line that begins with the most marks is the one.
    private int Deepest()
    {
        var (most, deepest) = (0, 0);
        for (var line = Source.At(BodyStart).Line; line <= Source.Lines; line++)
        {
            var text = Source.Line(line);
            var marks = text.Length - text.TrimStart(" \t>*+-.)0123456789").Length;
            if (marks > most)
                (most, deepest) = (marks, Source.Start(line) - BodyStart);
        }

        return deepest;
    }

    /// <summary>The id that a heading has on its page. All events stand on one page: their headings need ids of their own.</summary>
    public string Anchor(string heading) => Kind == PageKind.Event ? $"{Slug}-{heading}" : heading;

    [GeneratedRegex(@"\A([0-9]{1,3})-")]
    private static partial Regex Number();
}
