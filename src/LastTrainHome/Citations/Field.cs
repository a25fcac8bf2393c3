using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace LastTrainHome.Citations;

/// <summary>What the fields of an entry must hold, and how their values are taken out.</summary>
internal static partial class Field
{
    private static readonly HashSet<string> Texts =
    [
        "abstract", "annote", "archive", "archive-place", "archive_collection", "archive_location", "authority", "call-number", "citation-key", "citation-label",
        "collection-title", "container-title", "container-title-short", "dimensions", "division", "DOI", "event", "event-place", "event-title", "genre", "ISBN",
        "ISSN", "journalAbbreviation", "jurisdiction", "keyword", "language", "medium", "note", "original-publisher", "original-publisher-place", "original-title",
        "part-title", "PMCID", "PMID", "publisher", "publisher-place", "references", "reviewed-genre", "reviewed-title", "scale", "section", "shortTitle", "source",
        "status", "title", "title-short", "URL", "volume-title", "year-suffix",
    ];

    private static readonly HashSet<string> Numbers =
    [
        "chapter-number", "citation-number", "collection-number", "edition", "first-reference-note-number", "issue", "locator", "number", "number-of-pages",
        "number-of-volumes", "page", "page-first", "part", "part-number", "printing", "printing-number", "supplement", "supplement-number", "version", "volume",
    ];

    private static readonly HashSet<string> Names =
    [
        "author", "chair", "collection-editor", "compiler", "composer", "container-author", "contributor", "curator", "director", "editor", "editorial-director",
        "executive-producer", "guest", "host", "illustrator", "interviewer", "narrator", "organizer", "original-author", "performer", "producer", "recipient",
        "reviewed-author", "script-writer", "series-creator", "translator",
    ];

    private static readonly HashSet<string> Dates = ["accessed", "available-date", "event-date", "issued", "original-date", "submitted"];

    /// <summary>Reports what cannot be the value of the field. A field nobody knows may hold anything: reference managers write many.</summary>
    public static void Check(Json.Pair field, Action<int, string> report)
    {
        var (name, value) = (field.Name, field.Value);
        if (Texts.Contains(name) && value is not Json.Text)
            report(value.At, $"'{name}' must be a text in quotes.");
        else if (Numbers.Contains(name) && value is not (Json.Text or Json.Number))
            report(value.At, $"'{name}' must be a text or a number.");
        else if (Names.Contains(name))
            CheckNames(name, value, report);
        else if (Dates.Contains(name))
            CheckDate(name, value, report);
    }

    /// <summary>A text as a reader sees it, on one line; null where there is none. A number counts as one.</summary>
    public static string? Text(Json? value) => value switch
    {
        Json.Text text => Tidy(text.Value) is { Length: > 0 } tidy ? tidy : null,
        Json.Number number => number.Raw,
        _ => null,
    };

    /// <summary>A whole number, which some programs put in quotes.</summary>
    public static int? Whole(Json value) =>
        Text(value) is { } text && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole : null;

    private static void CheckNames(string field, Json value, Action<int, string> report)
    {
        if (value is not Json.Items names)
        {
            report(value.At, $"'{field}' must be a list of names: [{{ \"family\": \"…\", \"given\": \"…\" }}].");
            return;
        }

        foreach (var name in names.Values)
            if (Name.From(name) is null || name is Json.Fields { Pairs: var parts } && parts.Any(part => part.Name is "family" or "given" or "literal" && part.Value is not Json.Text))
                report(name.At, $"A name in '{field}' has a \"family\" (and \"given\") or, for an institution, a \"literal\".");
    }

    private static void CheckDate(string field, Json value, Action<int, string> report)
    {
        var parts = (value as Json.Fields)?["date-parts"];
        if (parts is null)
        {
            if (CslDate.From(value) is null)
                report(value.At, $"'{field}' must be a date: {{ \"date-parts\": [[2009, 5, 10]] }}.");
        }
        else if (parts is not Json.Items { Values: { Count: 1 or 2 } days })
            report(parts.At, $"The date-parts of '{field}' are one date in two pairs of brackets, [[2009, 5, 10]], or two for a span.");
        else
            foreach (var day in days)
                CheckDay(field, day, report);
    }

    private static void CheckDay(string field, Json value, Action<int, string> report)
    {
        if (value is not Json.Items { Values: { Count: >= 1 and <= 3 } parts })
        {
            report(value.At, $"A date in '{field}' is a year, a year and a month, or a year, a month and a day: [2009, 5, 10].");
            return;
        }

        var whole = parts.Select(Whole).ToArray();
        if (whole[0] is not { } year || year is 0 or < -9999 or > 9999)
            report(parts[0].At, $"The year in '{field}' must be a whole number such as 2009.");
        else if (whole.Length > 1 && whole[1] is not (>= 1 and <= 12))
            report(parts[1].At, $"The month in '{field}' must be a whole number from 1 to 12.");
        else if (whole.Length > 2 && !(whole[2] >= 1 && whole[2] <= DateTime.DaysInMonth(Math.Abs(year), whole[1]!.Value)))
            report(parts[2].At, $"There is no such day in that month of '{field}'.");
    }

    // Reference managers keep italics and the like as tags; a reference sets its titles itself.
    private static string Tidy(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var character in Formatting().Replace(text, ""))
            if (!char.IsWhiteSpace(character) && !char.IsControl(character))
                plain.Append(character);
            else if (plain.Length > 0 && plain[^1] != ' ')
                plain.Append(' ');
        return plain.ToString().TrimEnd();
    }

    [GeneratedRegex(@"</?(?:i|b|em|strong|sub|sup|sc|span)(?:\s[^<>]*)?>", RegexOptions.IgnoreCase)]
    private static partial Regex Formatting();
}
