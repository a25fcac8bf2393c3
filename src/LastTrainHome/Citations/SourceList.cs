using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using LastTrainHome.Library;

namespace LastTrainHome.Citations;

/// <summary>The list of sources that <c>sources.json</c> holds: CSL-JSON, as reference managers export it.</summary>
/// <param name="Sources">Every source with an id, in the order of a bibliography. An entry with another mistake is among them, so that what cites it is not wrong too.</param>
/// <param name="Problems">What is wrong, in the order of the file.</param>
public sealed partial record SourceList(IReadOnlyList<Source> Sources, IReadOnlyList<Problem> Problems)
{
    private const string Path = "sources.json";
    private const int LongestId = 100;

    // Case, accents and punctuation do not part what belongs together in a bibliography.
    private static readonly StringComparer Alphabet =
        StringComparer.Create(CultureInfo.InvariantCulture, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace | CompareOptions.IgnoreSymbols);

    /// <summary>A list without sources.</summary>
    public static SourceList Empty { get; } = new([], []);

    /// <summary>Whether the file is a list of entries at all. Where it is not, which sources there are cannot be known.</summary>
    public bool IsReadable { get; private init; } = true;

    /// <summary>A list whose file is no text.</summary>
    public static SourceList Unreadable(IReadOnlyList<Problem> problems) => new([], problems) { IsReadable = false };

    /// <summary>Reads the bytes of the list.</summary>
    /// <param name="bytes">CSL-JSON in UTF-8, with or without a byte-order mark.</param>
    /// <param name="writtenIn">The language of the study (BCP 47): a title in another is marked as such.</param>
    public static SourceList Read(ReadOnlyMemory<byte> bytes, string writtenIn)
    {
        var utf8 = bytes.Span.StartsWith("\uFEFF"u8) ? bytes.Span[3..] : bytes.Span;
        var mistakes = new List<Mistake>();
        var root = Json.Read(utf8, (at, message) => mistakes.Add(new(at, "SRC001", message)));
        if (root is not null and not Json.Items)
            mistakes.Add(new(root.At, "SRC001", "This must be a list of entries: [{ \"id\": …, \"type\": …, \"title\": … }]."));

        var entries = root is Json.Items list ? Take(list, mistakes) : [];
        return new(Pages(entries, writtenIn), Placed(mistakes, utf8)) { IsReadable = root is Json.Items };
    }

    private static List<(Entry Entry, Json.Fields Fields)> Take(Json.Items list, List<Mistake> mistakes)
    {
        var entries = new Dictionary<string, (Entry, Json.Fields)>();
        foreach (var item in list.Values)
        {
            if (item is not Json.Fields fields)
            {
                mistakes.Add(new(item.At, "SRC001", "An entry is a set of fields in braces: { \"id\": …, \"type\": …, \"title\": … }."));
                continue;
            }

            Check(fields, mistakes);
            if (Id(fields, mistakes) is { } id && !entries.TryAdd(id, (new(id, fields), fields)))
                mistakes.Add(new(fields["id"]!.At, "SRC003", $"The id '{id}' is taken by an entry further up."));
        }

        return [.. entries.Values];
    }

    private static string? Id(Json.Fields fields, List<Mistake> mistakes)
    {
        var id = Field.Text(fields["id"]);
        if (id is null)
            mistakes.Add(new(fields["id"]?.At ?? fields.At, "SRC002", "This entry has no id. Pages cite it by its id: \"id\": \"chan-2009\"."));
        else if (id.Length > LongestId || !Citable().IsMatch(id))
        {
            mistakes.Add(new(fields["id"]!.At, "SRC008", $"The id '{Start(id)}' cannot be cited: it must be letters a to z, digits and _ : . - only, and begin with a letter or digit."));
            return null;
        }

        return id;
    }

    private static void Check(Json.Fields fields, List<Mistake> mistakes)
    {
        var seen = new HashSet<string>();
        foreach (var field in fields.Pairs)
        {
            if (!seen.Add(field.Name))
                mistakes.Add(new(field.At, "SRC006", $"'{Start(field.Name)}' is given twice in this entry."));
            Field.Check(field, (at, message) => mistakes.Add(new(at, "SRC006", message)));
        }

        if (fields["title"] is null or Json.Text && Field.Text(fields["title"]) is null)
            mistakes.Add(new(fields["title"]?.At ?? fields.At, "SRC004", "This entry has no title. Describe what has none in square brackets: \"[Leaflet]\"."));

        if (fields["type"] is not Json.Text type)
            mistakes.Add(new(fields["type"]?.At ?? fields.At, "SRC005", "This entry does not say what it is: \"type\": \"book\"."));
        else if (!SourceType.Names.Contains(type.Value))
            mistakes.Add(new(type.At, "SRC005", $"CSL knows no type '{Start(type.Value)}'{Spelling.DidYouMean(type.Value, SourceType.Names)}"));

        if (fields["URL"] is Json.Text url && !WebAddress.IsOfTheWeb(url.Value))
            mistakes.Add(new(url.At, "SRC007", $"'{Start(url.Value)}' is no address on the web: it must begin with http:// or https://."));
    }

    private static List<Source> Pages(List<(Entry Entry, Json.Fields Fields)> entries, string writtenIn)
    {
        var cited = ShortForm.Of(entries.Select(entry => entry.Entry));
        return [.. entries
            .OrderBy(entry => string.Join(' ', entry.Entry.Makers.Select(maker => maker.Inverted).DefaultIfEmpty(entry.Entry.Title)), Alphabet)
            .ThenBy(entry => entry.Entry.Issued?.Year ?? int.MaxValue)
            .ThenBy(entry => entry.Entry.Id, StringComparer.Ordinal)
            .Select((entry, position) => Page(entry.Entry, entry.Fields, cited[entry.Entry.Id], position, writtenIn))];
    }

    private static Source Page(Entry entry, Json.Fields fields, (string Name, string Year) cited, int position, string writtenIn)
    {
        var text = string.Join('\n', new[]
        {
            entry.Title,
            entry.OriginalTitle,
            string.Join(", ", entry.Makers.Select(maker => maker.Straight)),
            entry.Container,
            entry.Publisher,
            entry.Issued?.Label,
        }.Where(line => line is { Length: > 0 }));
        return new()
        {
            Key = PageKind.Source.Key(entry.Id),
            Slug = entry.Id,
            Title = entry.Title,
            File = Path,
            Position = position,
            Text = text,
            Words = WordCount.Of(text),
            Csl = fields.Minify(),
            Short = $"{cited.Name} {cited.Year}",
            ReferenceHtml = Reference.Html(entry, cited.Year, writtenIn),
        };
    }

    // One walk through the bytes for all mistakes: a megabyte of them must not take a minute to place.
    private static List<Problem> Placed(List<Mistake> mistakes, ReadOnlySpan<byte> utf8)
    {
        var problems = new List<Problem>(mistakes.Count);
        var (at, line, column) = (0, 1, 1);
        foreach (var mistake in mistakes.OrderBy(mistake => mistake.At))
        {
            while (utf8[at..mistake.At].IndexOf((byte)'\n') is >= 0 and var end)
                (at, line, column) = (at + end + 1, line + 1, 1);
            column += Encoding.UTF8.GetCharCount(utf8[at..mistake.At]);
            at = mistake.At;
            problems.Add(new(Path, line, column, mistake.Code, mistake.Message));
        }

        return problems;
    }

    private static string Start(string text) => text.Length > 60 ? $"{text[..60]}…" : text;

    private sealed record Mistake(int At, string Code, string Message);

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9_:.-]*\z")]
    private static partial Regex Citable();
}
