using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace LastTrainHome.Citations;

/// <summary>A list of sources in CSL-JSON, as reference managers export it.</summary>
/// <param name="Items">
/// Every item that can be cited, in the order of a bibliography. Items with other mistakes are included, so that citing them is not reported too.
/// </param>
/// <param name="Errors">What is wrong, in the order of the file.</param>
public sealed partial record SourceList(IReadOnlyList<CslItem> Items, IReadOnlyList<CslError> Errors)
{
    private const int LongestId = 100;

    // Case, accents and punctuation do not part what belongs together in a bibliography.
    private static readonly StringComparer Alphabet =
        StringComparer.Create(CultureInfo.InvariantCulture, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace | CompareOptions.IgnoreSymbols);

    /// <summary>The types that CSL knows.</summary>
    public static IReadOnlyCollection<string> Types => SourceType.Names;

    /// <summary>Whether the file is a list at all. If not, nothing is known about which sources exist.</summary>
    public bool IsReadable { get; private init; } = true;

    /// <summary>Reads the bytes of the list.</summary>
    /// <param name="bytes">CSL-JSON in UTF-8, with or without a byte-order mark.</param>
    /// <param name="writtenIn">The language of the study (BCP 47): a title in another is marked as such.</param>
    public static SourceList Read(ReadOnlyMemory<byte> bytes, string writtenIn)
    {
        var utf8 = bytes.Span.StartsWith("\uFEFF"u8) ? bytes.Span[3..] : bytes.Span;
        var mistakes = new List<Mistake>();
        var root = Json.Read(utf8, (at, message) => mistakes.Add(new(at, CslErrorKind.NotCsl, message)));
        if (root is not null and not Json.Items)
            mistakes.Add(new(root.At, CslErrorKind.NotCsl, "This must be a list of entries: [{ \"id\": …, \"type\": …, \"title\": … }]."));

        var entries = root is Json.Items list ? Take(list, mistakes) : [];
        return new(Render(entries, writtenIn), Placed(mistakes, utf8)) { IsReadable = root is Json.Items };
    }

    private static List<(Entry Entry, Json.Fields Fields)> Take(Json.Items list, List<Mistake> mistakes)
    {
        var entries = new Dictionary<string, (Entry, Json.Fields)>();
        foreach (var item in list.Values)
        {
            if (item is not Json.Fields fields)
            {
                mistakes.Add(new(item.At, CslErrorKind.NotCsl, "An entry is a set of fields in braces: { \"id\": …, \"type\": …, \"title\": … }."));
                continue;
            }

            Check(fields, mistakes);
            if (Id(fields, mistakes) is { } id && !entries.TryAdd(id, (new(id, fields), fields)))
                mistakes.Add(new(fields["id"]!.At, CslErrorKind.DuplicateId, $"The id '{id}' is taken by an entry further up."));
        }

        return [.. entries.Values];
    }

    private static string? Id(Json.Fields fields, List<Mistake> mistakes)
    {
        var id = Field.Text(fields["id"]);
        if (id is null)
            mistakes.Add(new(fields["id"]?.At ?? fields.At, CslErrorKind.MissingId, "This entry has no id. Pages cite it by its id: \"id\": \"chan-2009\"."));
        else if (id.Length > LongestId || !Citable().IsMatch(id))
        {
            mistakes.Add(new(fields["id"]!.At, CslErrorKind.InvalidId, $"The id '{Start(id)}' cannot be cited: it must be letters a to z, digits and _ : . - only, and begin with a letter or digit."));
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
                mistakes.Add(new(field.At, CslErrorKind.InvalidField, $"'{Start(field.Name)}' is given twice in this entry."));
            Field.Check(field, (at, message) => mistakes.Add(new(at, CslErrorKind.InvalidField, message)));
        }

        if (fields["title"] is null or Json.Text && Field.Text(fields["title"]) is null)
            mistakes.Add(new(fields["title"]?.At ?? fields.At, CslErrorKind.MissingTitle, "This entry has no title. Describe what has none in square brackets: \"[Leaflet]\"."));

        if (fields["type"] is not Json.Text type)
            mistakes.Add(new(fields["type"]?.At ?? fields.At, CslErrorKind.InvalidType, "This entry does not say what it is: \"type\": \"book\"."));
        else if (!SourceType.Names.Contains(type.Value))
            mistakes.Add(new(type.At, CslErrorKind.InvalidType, $"CSL has no type '{Start(type.Value)}'.", type.Value));

        if (fields["URL"] is Json.Text url && !WebAddress.IsOfTheWeb(url.Value))
            mistakes.Add(new(url.At, CslErrorKind.InvalidUrl, $"'{Start(url.Value)}' is no address on the web: it must begin with http:// or https://."));
    }

    private static List<CslItem> Render(List<(Entry Entry, Json.Fields Fields)> entries, string writtenIn)
    {
        var cited = ShortForm.Of(entries.Select(entry => entry.Entry));
        return [.. entries
            .OrderBy(entry => string.Join(' ', entry.Entry.Makers.Select(maker => maker.Inverted).DefaultIfEmpty(entry.Entry.Title)), Alphabet)
            .ThenBy(entry => entry.Entry.Issued?.Year ?? int.MaxValue)
            .ThenBy(entry => entry.Entry.Id, StringComparer.Ordinal)
            .Select(entry => Render(entry.Entry, entry.Fields, cited[entry.Entry.Id], writtenIn))];
    }

    private static CslItem Render(Entry entry, Json.Fields fields, (string Name, string Year) cited, string writtenIn)
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
        return new(entry.Id, entry.Title, fields.Minify(), $"{cited.Name} {cited.Year}", Reference.Html(entry, cited.Year, writtenIn), text);
    }

    // One walk through the bytes for all mistakes: a megabyte of them must not take a minute to place.
    private static List<CslError> Placed(List<Mistake> mistakes, ReadOnlySpan<byte> utf8)
    {
        var errors = new List<CslError>(mistakes.Count);
        var (at, line, column) = (0, 1, 1);
        foreach (var mistake in mistakes.OrderBy(mistake => mistake.At))
        {
            while (utf8[at..mistake.At].IndexOf((byte)'\n') is >= 0 and var end)
                (at, line, column) = (at + end + 1, line + 1, 1);
            column += Encoding.UTF8.GetCharCount(utf8[at..mistake.At]);
            at = mistake.At;
            errors.Add(new(line, column, mistake.Kind, mistake.Message) { UnknownType = mistake.UnknownType });
        }

        return errors;
    }

    private static string Start(string text) => text.Length > 60 ? $"{text[..60]}…" : text;

    private sealed record Mistake(int At, CslErrorKind Kind, string Message, string? UnknownType = null);

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9_:.-]*\z")]
    private static partial Regex Citable();
}
