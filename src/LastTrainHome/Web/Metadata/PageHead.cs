using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using LastTrainHome.Library;
using LastTrainHome.Web.Layout;
using LastTrainHome.Web.Related;
using LastTrainHome.Web.Routing;
using Microsoft.AspNetCore.Html;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Web.Metadata;

/// <summary>What a page's head tells other programs: link previews, bibliographies, search engines. For a page of the library it is computed
/// once per edition.</summary>
public sealed class PageHead(LibraryDb db, CurrentEdition edition, Addresses addresses, HtmlEncoder encoder)
{
    /// <param name="path">The page's path on this site.</param>
    /// <param name="title">Its title, or null for the front page.</param>
    /// <param name="description">What it is about, in a sentence.</param>
    /// <param name="canonical">Its canonical path.</param>
    public async Task<IHtmlContent> OfAsync(string path, string? title, string? description, string canonical)
    {
        var cache = edition.Cache.Heads;
        if (cache.Find(path) is not { } head)
        {
            var index = await edition.IndexAsync();
            if (index.Study is not { } study)
                return HtmlString.Empty;
            var page = await FindAsync(path, index);
            head = Write(index, page, title ?? study.Title, new(study, Whole(canonical), description));
            if (page is not null)
                cache.Add(path, head);
        }

        return new HtmlString(head.Replace(HeadCache.Origin, addresses.Whole(""), StringComparison.Ordinal));
    }

    private string Write(EditionIndex index, Page? page, string title, DescribedPage about)
    {
        var html = new StringBuilder();
        Write(html, "property",
        [
            new("og:title", title), new("og:type", page is Section ? "article" : "website"), new("og:url", about.Address),
            new("og:site_name", about.Study.Title), new("og:description", about.Description),
            new("og:image", Whole("/card.png")), new("og:image:width", "1200"), new("og:image:height", "630"),
            new("og:image:alt", "A green railway carriage with a yellow stripe; above it a line of stations"),
        ]);
        Write(html, "name", [new("twitter:card", "summary_large_image")]);
        if (page is Section or Statistic)
            Write(html, "name", CitationTags.Of(page, about, Whole));
        if (StructuredData.Of(index, page, about, Whole) is { } data)
            html.Append("  <script type=\"application/ld+json\">").Append(StructuredData.Write(data)).Append("</script>\n");
        return html.ToString();
    }

    // Every kind by its own table: asking for a page of any kind joins all of them.
    private async Task<Page?> FindAsync(string path, EditionIndex index)
    {
        var key = PageKinds.KeyAt(path);
        return index.Pages.FirstOrDefault(page => page.Key == key)?.Kind switch
        {
            PageKind.Statistic => index.Statistics.First(statistic => statistic.Key == key),
            PageKind.Documentary => await db.Documentaries.SingleAsync(page => page.Key == key),
            PageKind.Section => await db.Sections.SingleAsync(page => page.Key == key),
            PageKind.Theme => await db.Themes.SingleAsync(page => page.Key == key),
            PageKind.Term => await db.Terms.SingleAsync(page => page.Key == key),
            PageKind.Place => await db.Places.SingleAsync(page => page.Key == key),
            PageKind.Lesson => await db.Lessons.SingleAsync(page => page.Key == key),
            _ => null, // of the other kinds nothing more is told than of an index
        };
    }

    private static string Whole(string path) => HeadCache.Origin + path;

    private void Write(StringBuilder html, string attribute, IEnumerable<KeyValuePair<string, string?>> tags)
    {
        foreach (var (name, content) in tags)
            if (!string.IsNullOrEmpty(content))
                html.Append(CultureInfo.InvariantCulture, $"  <meta {attribute}=\"{name}\" content=\"{encoder.Encode(content)}\">\n");
    }
}

/// <summary>A page as its head describes it.</summary>
/// <param name="Address">Its whole address.</param>
/// <param name="Description">What it is about, in a sentence.</param>
public sealed record DescribedPage(StudyInfo Study, string Address, string? Description);
