using LastTrainHome.Library;
using Microsoft.Extensions.Options;

namespace LastTrainHome.Pages;

/// <summary>Whole addresses, for those who read a page elsewhere: search engines, citations, downloads.</summary>
public sealed class Addresses(IOptions<SiteOptions> site, IHttpContextAccessor accessor)
{
    /// <summary>The whole address of a path on this site.</summary>
    public string Whole(string path) => Root + path;

    /// <summary>Where to report a mistake on a page: where its file is edited, else the page that says whom to tell; null where neither is set.</summary>
    /// <param name="file">The page's content file; null for a page made from many.</param>
    /// <param name="path">The path the page goes by.</param>
    public string? Report(string? file, string path) => (site.Value.EditUrl, site.Value.ReportTo, file) switch
    {
        ({ Length: > 0 } edit, _, not null) => edit.Replace("{path}", Uri.EscapeDataString(file).Replace("%2F", "/", StringComparison.Ordinal), StringComparison.Ordinal),
        (_, { Length: > 0 }, _) => "/report?page=" + Uri.EscapeDataString(path),
        _ => null,
    };

    /// <summary>Where a question stands on the page it belongs to.</summary>
    public static string OfQuestion(PageKind kind, string slug, string id) => $"{kind.Address(slug).Split('#')[0]}#q-{id}";

    private string Root =>
        site.Value.PublicUrl?.TrimEnd('/')
        ?? (accessor.HttpContext?.Request is { } request ? $"{request.Scheme}://{request.Host}{request.PathBase}" : "");
}
