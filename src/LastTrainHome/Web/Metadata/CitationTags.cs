using LastTrainHome.Library;

namespace LastTrainHome.Web.Metadata;

/// <summary>Highwire's tags, by which Zotero and its like file a page. A chapter names no author: the essay's authors did not write this study's text,
/// and whose words they are must not be guessed.</summary>
internal static class CitationTags
{
    public static IEnumerable<KeyValuePair<string, string?>> Of(Page page, DescribedPage about, Func<string, string> whole)
    {
        yield return new("citation_title", page.Title);
        yield return new("citation_inbook_title", about.Study.Title);
        yield return new("citation_language", about.Study.WrittenIn);
        yield return new("citation_public_url", about.Address);
        yield return new("citation_abstract", page.Summary);
        if (page is Statistic number)
        {
            yield return new("citation_publisher", number.Producer);
            yield return new("citation_keywords", $"{number.Unit}; {number.Territory}");
            yield return new("citation_data_url", whole(page.Address + ".csv"));
        }
    }
}
