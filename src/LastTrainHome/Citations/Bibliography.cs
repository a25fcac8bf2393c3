using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace LastTrainHome.Citations;

/// <summary>A list of CSL-JSON items, as reference managers export it, read and set as a bibliography.</summary>
/// <param name="Items">Every item with an id, in the order of a bibliography. An item with another error is among them, so that citations of it still resolve.</param>
/// <param name="Errors">What is wrong, in the order of the file.</param>
/// <param name="IsReadable">Whether the file is a list of items at all. If not, which sources exist is unknown.</param>
public sealed partial record Bibliography(IReadOnlyList<BibliographyItem> Items, IReadOnlyList<CslError> Errors, bool IsReadable)
{
    private const int LongestId = 100;

    // Case, accents and punctuation do not part what belongs together in a bibliography.
    private static readonly StringComparer Alphabet =
        StringComparer.Create(CultureInfo.InvariantCulture, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace | CompareOptions.IgnoreSymbols);

    /// <summary>Reads the bytes of the list.</summary>
    /// <param name="bytes">CSL-JSON in UTF-8, with or without a byte-order mark.</param>
    /// <param name="writtenIn">The language of the study (BCP 47): a title in another is marked as such.</param>
    public static Bibliography Read(ReadOnlyMemory<byte> bytes, string writtenIn)
    {
        var utf8 = bytes.Span.StartsWith("\uFEFF"u8) ? bytes.Span[3..] : bytes.Span;
        var mistakes = new List<Mistake>();
        var root = Json.Read(utf8, (at, message) => mistakes.Add(new(at, "SRC001", message)));
        if (root is not null and not Json.Items)
            mistakes.Add(new(root.At, "SRC001", "This must be a list of entries: [{ \"id\": …, \"type\": …, \"title\": … }]."));

        var entries = root is Json.Items list ? Take(list, mistakes) : [];
        return new(Set(entries, writtenIn), Locate(mistakes, utf8), root is Json.Items);
    }

    private static List<(CslItem CslItem, Json.Fields Fields)> Take(Json.Items list, List<Mistake> mistakes)
    {
        var entries = new Dictionary<string, (CslItem, Json.Fields)>();
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
            mistakes.Add(new(type.At, "SRC005", $"CSL knows no type '{Start(type.Value)}'.", new(type.Value, SourceType.Names)));

        if (fields["URL"] is Json.Text url && !WebAddress.IsOfTheWeb(url.Value))
            mistakes.Add(new(url.At, "SRC007", $"'{Start(url.Value)}' is no address on the web: it must begin with http:// or https://."));
    }

    private static List<BibliographyItem> Set(List<(CslItem Item, Json.Fields Fields)> items, string writtenIn)
    {
        var cited = AuthorDate.Of(items.Select(item => item.Item));
        return [.. items
            .OrderBy(item => string.Join(' ', item.Item.Makers.Select(maker => maker.Inverted).DefaultIfEmpty(item.Item.Title)), Alphabet)
            .ThenBy(item => item.Item.Issued?.Year ?? int.MaxValue)
            .ThenBy(item => item.Item.Id, StringComparer.Ordinal)
            .Select(item => Set(item.Item, item.Fields, cited[item.Item.Id], writtenIn))];
    }

    private static BibliographyItem Set(CslItem item, Json.Fields fields, (string Name, string Year) cited, string writtenIn) => new(
        item.Id,
        item.Title,
        $"{cited.Name} {cited.Year}",
        Reference.Html(item, cited.Year, writtenIn),
        fields.Minify(),
        string.Join('\n', new[]
        {
            item.Title,
            item.OriginalTitle,
            string.Join(", ", item.Makers.Select(maker => maker.Straight)),
            item.Container,
            item.Publisher,
            item.Issued?.Label,
        }.Where(line => line is { Length: > 0 })));

    // One walk through the bytes for all errors: a megabyte of them must not take a minute to locate.
    private static List<CslError> Locate(List<Mistake> mistakes, ReadOnlySpan<byte> utf8)
    {
        var errors = new List<CslError>(mistakes.Count);
        var (at, line, column) = (0, 1, 1);
        foreach (var mistake in mistakes.OrderBy(mistake => mistake.At))
        {
            while (utf8[at..mistake.At].IndexOf((byte)'\n') is >= 0 and var end)
                (at, line, column) = (at + end + 1, line + 1, 1);
            column += Encoding.UTF8.GetCharCount(utf8[at..mistake.At]);
            at = mistake.At;
            errors.Add(new(line, column, mistake.Code, mistake.Message, mistake.Misspelt));
        }

        return errors;
    }

    private static string Start(string text) => text.Length > 60 ? $"{text[..60]}…" : text;

    private sealed record Mistake(int At, string Code, string Message, Misspelling? Misspelt = null);

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9_:.-]*\z")]
    private static partial Regex Citable();
}
