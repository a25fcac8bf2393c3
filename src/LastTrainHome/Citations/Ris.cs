using System.Globalization;
using System.Text;

namespace LastTrainHome.Citations;

/// <summary>A source as a record of an RIS file, which most reference managers read.</summary>
public static class Ris
{
    /// <summary>One record with its closing line; several may follow each other in one file.</summary>
    /// <param name="id">The item's id.</param>
    /// <param name="csl">The item in CSL-JSON.</param>
    public static string Of(string id, string csl)
    {
        var entry = CslItem.Of(id, csl);
        var ris = new StringBuilder();

        Add("TY", entry.Type.Ris);
        Add("ID", entry.Id);
        Add("TI", entry.Title);
        foreach (var author in entry.Authors.Count > 0 ? entry.Authors : entry.Directors)
            Add("AU", Person(author));
        foreach (var editor in entry.Editors)
            Add("ED", Person(editor));
        foreach (var translator in entry.Translators)
            Add("A4", Person(translator));
        Add("T2", entry.Container);
        Add("T3", entry.Text("collection-title"));
        Add("VL", entry.Text("volume"));
        Add("IS", entry.Text("issue") ?? entry.Text("number"));
        Add("ET", entry.Text("edition"));
        var pages = entry.Text("page")?.Split(['-', '–'], 2);
        Add("SP", pages?[0].Trim());
        Add("EP", pages is [_, var last] ? last.Trim(' ', '-') : null);
        Add("PB", entry.Publisher);
        Add("CY", entry.Place);
        Add("PY", entry.Issued?.Year?.ToString(CultureInfo.InvariantCulture));
        Add("DA", Day(entry.Issued));
        Add("DO", entry.Link?.Doi);
        Add("UR", entry.Link?.Address);
        Add("SN", entry.Text("ISBN") ?? entry.Text("ISSN"));
        Add("LA", entry.Language);
        Add("AB", entry.Text("abstract"));
        Add("N1", entry.OriginalTitle is { } original ? $"{Wording.OriginalTitle} {original}" : null);
        Add("N1", entry.Issued is { IsCirca: true } or { LastYear: not null } or { Year: null } ? entry.Issued.Label : null);
        return ris.Append("ER  - \r\n").ToString();

        void Add(string tag, string? value)
        {
            if (value is { Length: > 0 })
                ris.Append(tag).Append("  - ").Append(value).Append("\r\n");
        }
    }

    private static string Person(Name name)
    {
        if (name.Literal is { } institution)
            return institution;
        var family = string.Join(' ', new[] { name.Particle, name.Family ?? name.Given }.Where(part => part is not null));
        return string.Join(", ", new[] { family, name.Family is null ? null : name.Given, name.Suffix }.Where(part => part is not null));
    }

    private static string? Day(CslDate? date) => date is { Year: { } year, Month: { } month }
        ? string.Create(CultureInfo.InvariantCulture, $"{year:0000}/{month:00}/{date.Day:00}/")
        : null;
}
