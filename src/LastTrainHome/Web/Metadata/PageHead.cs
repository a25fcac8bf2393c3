using System.Text.Encodings.Web;
using LastTrainHome.Library;
using LastTrainHome.Web.Layout;
using LastTrainHome.Web.Routing;
using Microsoft.AspNetCore.Html;
using Microsoft.EntityFrameworkCore;

namespace LastTrainHome.Web.Metadata;

/// <summary>What a page's head tells other programs: those that show a link to it, that file it in a bibliography, that look for data.</summary>
public sealed class PageHead(LibraryDb db, SiteInfo siteInfo, Addresses addresses, HtmlEncoder encoder)
{
    /// <param name="path">The page's path on this site.</param>
    /// <param name="title">Its title, or null for the front page.</param>
    /// <param name="description">What it is about, in a sentence.</param>
    /// <param name="canonical">The path it goes by.</param>
    public async Task<IHtmlContent> OfAsync(string path, string? title, string? description, string canonical, CancellationToken cancel)
    {
        if (await siteInfo.ReadAsync(cancel) is not { } study)
            return HtmlString.Empty;

        var html = new HtmlContentBuilder();
        var about = new Asked(study, addresses.Whole(canonical), description);
        var page = await FindAsync(path, cancel);
        Write(html, "property",
        [
            new("og:title", title ?? study.Title), new("og:type", page is Section ? "article" : "website"), new("og:url", about.Address),
            new("og:site_name", study.Title), new("og:description", description),
            new("og:image", addresses.Whole("/card.png")), new("og:image:width", "1200"), new("og:image:height", "630"),
            new("og:image:alt", "A green railway carriage with a yellow stripe; above it a line of stations"),
        ]);
        Write(html, "name", [new("twitter:card", "summary_large_image")]);
        if (page is Section or Statistic)
            Write(html, "name", CitationTags.Of(page, about, addresses.Whole));
        if (await StructuredData.OfAsync(db, page, about, addresses.Whole, cancel) is { } data)
            html.AppendHtml("  <script type=\"application/ld+json\">").AppendHtml(StructuredData.Write(data)).AppendHtml("</script>\n");
        return html;
    }

    private async Task<Page?> FindAsync(string path, CancellationToken cancel) =>
        PageKinds.KeyAt(path) is { } key ? await db.Pages.AsNoTracking().SingleOrDefaultAsync(page => page.Key == key, cancel) : null;

    private void Write(HtmlContentBuilder html, string attribute, IEnumerable<KeyValuePair<string, string?>> tags)
    {
        foreach (var (name, content) in tags)
            if (!string.IsNullOrEmpty(content))
                html.AppendHtml($"  <meta {attribute}=\"{name}\" content=\"{encoder.Encode(content)}\">\n");
    }
}

/// <summary>The page a program asked for, as its head has it.</summary>
/// <param name="Address">Its whole address.</param>
public sealed record Asked(SiteInfo.StudyInfo Study, string Address, string? Description);
