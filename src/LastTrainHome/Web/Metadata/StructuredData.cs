using System.Globalization;
using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using LastTrainHome.Library;
using LastTrainHome.Web.Charts;
using LastTrainHome.Web.Related;
using LastTrainHome.Web.Routing;
using Node = System.Collections.Generic.Dictionary<string, object?>;

namespace LastTrainHome.Web.Metadata;

/// <summary>Pages as schema.org's vocabulary has them. A statement checked is no <c>ClaimReview</c>: that rates a claim on a scale of truth, and
/// the words here speak of the evidence. People of the film are no <c>Person</c>: they did not ask to be in anybody's knowledge graph.</summary>
internal static partial class StructuredData
{
    // It keeps every letter, and writes what could end a script (<, >, &, quotes) as a number.
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>JSON that may stand inside a script element.</summary>
    public static string Write(Node data) => JsonSerializer.Serialize(data, Json);

    /// <summary>What there is to say of a page, or null.</summary>
    public static Node? Of(EditionIndex index, Page? page, DescribedPage about, Func<string, string> whole) => page switch
    {
        Documentary film => Film(film, about, whole),
        Section chapter => Described("Article", chapter, about, whole, new()
        {
            ["headline"] = chapter.Title,
            ["wordCount"] = chapter.Words,
            ["about"] = new Node { ["@type"] = "Movie", ["name"] = about.Study.Title, ["alternateName"] = about.Study.Original },
            ["citation"] = SourcesOf(index, chapter.Key),
        }),
        Statistic statistic => Dataset(statistic, about, whole, SourcesOf(index, statistic.Key)),
        Theme theme => Described("CollectionPage", theme, about, whole, new() { ["alternativeHeadline"] = theme.Question }),
        Term term => Described("DefinedTerm", term, about, whole, new()
        {
            ["alternateName"] = ((string?[])[term.Original, term.Romanization, .. term.Variants]).OfType<string>().ToList() is { Count: > 0 } names ? names : null,
            ["description"] = term.Gloss,
            ["inDefinedTermSet"] = new Node { ["@type"] = "DefinedTermSet", ["name"] = about.Study.Title, ["url"] = whole(Addresses.OfIndex(PageKind.Term)) },
            ["isPartOf"] = null,
        }),
        Place place => Described("Place", place, about, whole, new()
        {
            ["alternateName"] = place.Original,
            ["geo"] = place.Latitude is null ? null : new Node { ["@type"] = "GeoCoordinates", ["latitude"] = place.Latitude, ["longitude"] = place.Longitude },
            ["inLanguage"] = null,
            ["isPartOf"] = null,
            ["license"] = null,
        }),
        Lesson lesson => Described("LearningResource", lesson, about, whole, new()
        {
            ["timeRequired"] = string.Create(CultureInfo.InvariantCulture, $"PT{lesson.Minutes}M"),
            ["learningResourceType"] = "lesson plan",
        }),
        _ => null,
    };

    private static Node Film(Documentary film, DescribedPage about, Func<string, string> whole) => new()
    {
        ["@context"] = "https://schema.org",
        ["@graph"] = new[]
        {
            new Node { ["@type"] = "WebSite", ["name"] = film.Title, ["url"] = about.Address, ["inLanguage"] = film.WrittenIn },
            Filled(new()
            {
                ["@type"] = "Movie",
                ["name"] = film.Title,
                ["alternateName"] = film.Original,
                ["director"] = new Node { ["@type"] = "Person", ["name"] = film.Director },
                ["dateCreated"] = film.Year.ToString(CultureInfo.InvariantCulture),
                ["inLanguage"] = film.Language,
                ["subjectOf"] = film.ReviewTitle is null ? null : Filled(new()
                {
                    ["@type"] = "Article",
                    ["name"] = film.ReviewTitle,
                    ["author"] = film.ReviewAuthors.ConvertAll(author => new Node { ["@type"] = "Person", ["name"] = author }),
                    ["publisher"] = film.ReviewPublisher is null ? null : new Node { ["@type"] = "Organization", ["name"] = film.ReviewPublisher },
                    ["url"] = film.ReviewSourceKey is null ? null : whole("/" + film.ReviewSourceKey),
                }),
            }),
        },
    };

    private static Node Dataset(Statistic statistic, DescribedPage about, Func<string, string> whole, List<string> sources)
    {
        var periods = statistic.Shape == StatisticShape.Series
            ? statistic.Observations.Where(cell => cell.Value is not null).OrderBy(cell => TimeAxis.YearOf(cell.Row)).Select(cell => cell.Row).ToList()
            : [];
        return Described("Dataset", statistic, about, whole, new()
        {
            ["description"] = $"{statistic.Summary ?? statistic.Title} {string.Join("; ", statistic.Series.OrderBy(series => series.Position).Select(series => $"{series.Label}: {series.Definition}"))}.",
            ["creator"] = new Node { ["@type"] = "Organization", ["name"] = statistic.Producer },
            ["spatialCoverage"] = statistic.Territory,
            ["temporalCoverage"] = periods.Count > 0 ? Span(periods[0], periods[^1]) : statistic.Date,
            ["variableMeasured"] = statistic.Series.OrderBy(series => series.Position).Select(series => new Node
            {
                ["@type"] = "PropertyValue",
                ["name"] = series.Label,
                ["description"] = series.Definition,
                ["unitText"] = series.Unit,
            }),
            ["distribution"] = new[] { Download("text/csv", ".csv"), Download("application/json", ".json") },
            ["isAccessibleForFree"] = true,
            ["citation"] = sources,
        });

        Node Download(string type, string extension) =>
            new() { ["@type"] = "DataDownload", ["encodingFormat"] = type, ["contentUrl"] = whole(statistic.Address + extension) };
    }

    // ISO 8601; a quarter has no form there and stands as its year.
    private static string Span(string first, string last) => first == last ? Day(first) : $"{Day(first)}/{Day(last)}";

    private static string Day(string period) => period.Contains('Q') ? period[..4] : period;

    // What all pages have; what a kind says for itself goes before it, and null takes it away.
    private static Node Described(string type, Page page, DescribedPage about, Func<string, string> whole, Node own)
    {
        var node = new Node
        {
            ["@context"] = "https://schema.org",
            ["@type"] = type,
            ["name"] = page.Title,
            ["url"] = about.Address,
            ["description"] = page.Summary ?? about.Description,
            ["inLanguage"] = about.Study.WrittenIn,
            ["isPartOf"] = new Node { ["@type"] = "WebSite", ["name"] = about.Study.Title, ["url"] = whole("/") },
            ["license"] = about.Study.Licence is null ? null : new Node { ["@type"] = "CreativeWork", ["name"] = about.Study.Licence },
        };
        foreach (var (name, value) in own)
            node[name] = value;
        return Filled(node);
    }

    private static Node Filled(Node node) => node.Where(pair => pair.Value is not null and not List<string> { Count: 0 }).ToDictionary();

    private static List<string> SourcesOf(EditionIndex index, string key) => index.SourcesOf(key).ConvertAll(source => PlainText(source.ReferenceHtml));

    // A reference is ours, with a few elements for italics and languages.
    private static string PlainText(string html) => WebUtility.HtmlDecode(Tag().Replace(html, ""));

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
