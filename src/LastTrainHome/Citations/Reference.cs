using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace LastTrainHome.Citations;

/// <summary>Sets the full reference to a source: who, when, what, in what, where.</summary>
internal sealed partial class Reference
{
    private const int MostNames = 10;
    private const int NamesBeforeEtAl = 7;

    // All ranges: a title stays readable in the page's source, whatever its script.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder html = new();
    private readonly CslItem entry;
    private readonly string? language;

    private Reference(CslItem entry, string writtenIn)
    {
        this.entry = entry;
        language = LanguageTag.Foreign(entry.Language, writtenIn);
    }

    /// <summary>The reference as HTML, safe to write out as it is.</summary>
    /// <param name="entry">What is referred to.</param>
    /// <param name="year">The year as the citation in the text gives it: <c>2009a</c>.</param>
    /// <param name="writtenIn">The language of the study; a title in another is marked as such.</param>
    public static string Html(CslItem entry, string year, string writtenIn)
    {
        var reference = new Reference(entry, writtenIn);
        reference.Write(year);
        return reference.html.ToString();
    }

    private void Write(string year)
    {
        if (entry.Makers.Count > 0)
        {
            Add(Makers());
            Add(year);
            AddTitle();
        }
        else
        {
            AddTitle();
            Add(year);
        }

        if (entry.Authors.Count > 0 && entry.Translators.Count > 0)
            Add($"{Wording.TranslatedBy} {Listed(entry.Translators, false)}");
        AddContainer();
        AddPublisher();
        AddLink();
    }

    private string Makers()
    {
        var names = Listed(entry.Makers, true);
        var role = entry.Makers == entry.Directors ? (Wording.Director, Wording.Directors)
            : entry.Makers == entry.Editors ? (Wording.Editor, Wording.Editors)
            : (null, null);
        return role is (null, null) ? names : $"{names}, {(entry.Makers.Count == 1 ? role.Item1 : role.Item2)}";
    }

    private static string Listed(IReadOnlyList<Name> names, bool inverted)
    {
        var listed = names.Take(names.Count > MostNames ? NamesBeforeEtAl : MostNames)
            .Select((name, place) => inverted && place == 0 ? name.Inverted : name.Straight).ToList();
        if (names.Count > MostNames)
            return $"{string.Join(", ", listed)}, {Wording.EtAl}";
        if (listed.Count == 1)
            return listed[0];
        var comma = listed.Count > 2 || listed[0].Contains(',', StringComparison.Ordinal) ? "," : "";
        return $"{string.Join(", ", listed.SkipLast(1))}{comma} {Wording.And} {listed[^1]}";
    }

    private void AddTitle()
    {
        // The title of an entry with an original title is a translation, and its language that of the original.
        var own = entry.OriginalTitle is null ? language : null;
        var (title, gloss) = Parted(entry.Title);
        var (open, close) = title.Length == 0 ? ("", "") : entry.Type.Title switch
        {
            TitleForm.Work => ($"<cite{Lang(own)}>", "</cite>"),
            TitleForm.Part => own is null ? ("“", "") : ($"“<span{Lang(own)}>", "</span>"),
            _ => own is null ? ("", "") : ($"<span{Lang(own)}>", "</span>"),
        };
        Space().Append(open).Append(Encode(entry.Type.Title == TitleForm.Part && own is null ? Within(title) : title)).Append(close);
        if (gloss.Length > 0)
            (title.Length > 0 ? Space() : html).Append(Encode(gloss));

        var last = entry.Title;
        if (entry.OriginalTitle is { } original)
        {
            html.Append(" (").Append(language is null ? "" : $"<span{Lang(language)}>").Append(Encode(original)).Append(language is null ? "" : "</span>").Append(')');
            last = ")";
        }

        Stop(last);
        if (title.Length > 0 && entry.Type.Title == TitleForm.Part)
            html.Append('”');
        if (entry.Text("edition") is { } edition)
            Add(edition.All(char.IsAsciiDigit) ? $"{Wording.Edition} {edition}" : edition);
        if ((entry.Text("genre"), entry.Text("number")) is var (genre, number) && (genre ?? number) is not null)
            Add(number is null ? genre! : $"{genre ?? Wording.Number} {number}");
    }

    // Within quotation marks stand single ones (Chicago Manual of Style, 17th ed., 13.30). A mark after a letter or digit opens nothing: it may be inches.
    private static string Within(string title) => Quoted().Replace(title, "‘$1’");

    [GeneratedRegex("""(?<!\w)["“]([^"“”]*)["”]""")]
    private static partial Regex Quoted();

    // A title in brackets describes what has none, and words in brackets after a title translate it: both in the study's language.
    private static (string Title, string Gloss) Parted(string title)
    {
        var at = title.IndexOf('[', StringComparison.Ordinal);
        return at >= 0 && title.IndexOf(']', StringComparison.Ordinal) == title.Length - 1 && title.LastIndexOf('[') == at
            ? (title[..at].TrimEnd(), title[at..])
            : (title, "");
    }

    private void AddContainer()
    {
        var date = entry.Type.IsDatedByDay ? entry.Issued?.InFull : null;
        var (volume, issue, pages) = (entry.Text("volume"), entry.Text("issue"), Pages(entry.Text("page")));
        if (entry.Container is not { } container)
        {
            var rest = string.Join(", ", new[] { volume, issue, date, pages }.Where(part => part is not null));
            if (rest.Length > 0)
                Add(rest);
        }
        else
        {
            Space();
            if (entry.Type.IsInBook)
                html.Append(Wording.In).Append(' ');
            html.Append("<cite>").Append(Encode(container)).Append("</cite>");
            var last = container;
            if (entry.Type.IsInBook && entry.Authors.Count > 0 && entry.Editors.Count > 0)
                html.Append(Encode(last = $", {Wording.EditedBy} {Listed(entry.Editors, false)}"));
            if (volume is not null)
                html.Append(Encode(last = entry.Type.IsInBook ? $", {volume}" : $" {volume}"));
            if (issue is not null)
                html.Append(Encode(last = volume is null ? $" {issue}" : $" ({issue})"));
            if (date is not null)
                html.Append(Encode(last = $", {date}"));
            if (pages is not null)
                html.Append(Encode(last = volume is null && issue is null || entry.Type.IsInBook ? $", {pages}" : $": {pages}"));
            Stop(last);
        }

        if (entry.Text("collection-title") is { } collection)
            Add(entry.Text("collection-number") is { } place ? $"{collection} {place}" : collection);
    }

    private static string? Pages(string? pages) => pages?.Replace("--", "–", StringComparison.Ordinal).Replace('-', '–');

    private void AddPublisher()
    {
        if (entry.Place is not null && entry.Publisher is not null)
            Add($"{entry.Place}: {entry.Publisher}");
        else if ((entry.Place ?? entry.Publisher) is { } one)
            Add(one);
    }

    private void AddLink()
    {
        if (entry.Issued is null && entry.Accessed?.InFull is { } accessed)
            Add($"{Wording.Accessed} {accessed}");
        if (entry.Link is not { } link)
            return;
        var shown = link.Doi is { } doi ? $"https://doi.org/{doi}" : entry.Text("URL")!;
        Space().Append("<a href=\"").Append(Encode(link.Address)).Append("\" rel=\"external\">").Append(Encode(shown)).Append("</a>.");
    }

    private void Add(string text)
    {
        Space().Append(Encode(text));
        Stop(text);
    }

    // A sentence that ends by itself gets no second full stop.
    private void Stop(string text)
    {
        if (text.Length == 0 || !".?!…。？！".Contains(text[^1], StringComparison.Ordinal))
            html.Append('.');
    }

    private StringBuilder Space() => html.Length > 0 ? html.Append(' ') : html;

    private static string Encode(string text) => Encoder.Encode(text);

    private static string Lang(string? tag) => tag is null ? "" : $" lang=\"{tag}\" translate=\"no\"";
}
