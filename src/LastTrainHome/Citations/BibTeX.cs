using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace LastTrainHome.Citations;

/// <summary>A source as an entry of a BibTeX file.</summary>
public static partial class BibTeX
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>One entry with its closing line; several may follow each other in one file.</summary>
    /// <param name="id">The item's id.</param>
    /// <param name="csl">The item in CSL-JSON.</param>
    public static string Of(string id, string csl)
    {
        var entry = CslItem.Of(id, csl);
        var type = entry.Type.BibTeX;
        var bib = new StringBuilder().Append(CultureInfo.InvariantCulture, $"@{type}{{{entry.Id}");

        Add("author", Names(entry.Authors.Count > 0 ? entry.Authors : entry.Directors));
        Add("editor", Names(entry.Editors));
        Add("translator", Names(entry.Translators));
        Add("title", Text(entry.Title));
        Add(type switch { "article" => "journal", "incollection" or "inproceedings" => "booktitle", _ => "howpublished" }, Text(entry.Container));
        Add("series", Text(entry.Text("collection-title")));
        Add("volume", Text(entry.Text("volume")));
        Add("number", Text(entry.Text("issue") ?? entry.Text("number")));
        Add("edition", Text(entry.Text("edition")));
        Add("pages", Text(entry.Text("page") is { } pages ? PageRange().Replace(pages, "--") : null));
        Add(type switch { "techreport" => "institution", "phdthesis" => "school", _ => "publisher" }, Text(entry.Publisher));
        Add("address", Text(entry.Place));
        Add("year", entry.Issued?.Year is { } year ? Invariant(year) : Text(entry.Issued?.Words));
        if (entry.Issued?.Month is { } month)
            bib.Append(",\n  month = ").Append(Months[month - 1]);
        Add("day", entry.Issued?.Day is { } day ? Invariant(day) : null);
        Add("doi", Text(entry.Link?.Doi));
        Add("url", Address(entry.Link?.Doi is null ? entry.Link?.Address : null));
        Add("isbn", Text(entry.Text("ISBN")));
        Add("issn", Text(entry.Text("ISSN")));
        Add("language", Text(entry.Language));
        Add("note", Text(Note(entry)));
        return bib.Append("\n}\n").ToString();

        void Add(string field, string? value)
        {
            if (value is { Length: > 0 })
                bib.Append(CultureInfo.InvariantCulture, $",\n  {field} = {{{value}}}");
        }
    }

    private static string? Note(CslItem entry)
    {
        var parts = new[]
        {
            entry.OriginalTitle is { } original ? $"{Wording.OriginalTitle} {original}" : null,
            entry.Issued is { IsCirca: true } or { LastYear: not null } ? entry.Issued.Label : null,
        }.Where(part => part is not null);
        return string.Join("; ", parts);
    }

    private static string Names(IReadOnlyList<Name> names) => string.Join(" and ", names.Select(Person));

    // Braces keep a name in one piece: BibTeX would look for the family name of a ministry, and part it at every "and".
    private static string Person(Name name)
    {
        if (name.Literal is { } institution)
            return $"{{{Text(institution)}}}";
        var family = string.Join(' ', new[] { name.Particle, Whole(name.Family ?? name.Given!) }.Where(part => part is not null));
        return string.Join(", ", new[] { family, Text(name.Suffix), name.Family is null ? null : Text(name.Given) }.Where(part => part is not null));
    }

    private static string Whole(string name) => name.AsSpan().ContainsAny(' ', ',') ? $"{{{Text(name)}}}" : Text(name)!;

    // BibTeX counts braces even where a backslash stands before them, so they become commands.
    private static string? Text(string? text)
    {
        if (text is null)
            return null;
        var tex = new StringBuilder(text.Length);
        foreach (var character in text)
            _ = character switch
            {
                '\\' => tex.Append(@"\textbackslash{}"),
                '{' => tex.Append(@"\textbraceleft{}"),
                '}' => tex.Append(@"\textbraceright{}"),
                '~' => tex.Append(@"\textasciitilde{}"),
                '^' => tex.Append(@"\textasciicircum{}"),
                '&' or '%' or '$' or '#' or '_' => tex.Append('\\').Append(character),
                _ => tex.Append(character),
            };
        return tex.ToString();
    }

    // An address is read as it stands: only braces could end it.
    private static string? Address(string? address) =>
        address?.Replace("{", "%7B", StringComparison.Ordinal).Replace("}", "%7D", StringComparison.Ordinal).Replace(@"\", "%5C", StringComparison.Ordinal);

    private static string Invariant(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<=[0-9])\s*[-–]\s*(?=[0-9])")]
    private static partial Regex PageRange();
}
