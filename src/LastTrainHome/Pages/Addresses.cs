using LastTrainHome.Library;
using Microsoft.Extensions.Options;

namespace LastTrainHome.Pages;

/// <summary>Whole addresses, for those who read a page elsewhere: search engines, citations, downloads.</summary>
public sealed class Addresses(IOptions<SiteOptions> site, IHttpContextAccessor accessor)
{
    /// <summary>The whole address of a path on this site.</summary>
    public string Whole(string path) => Root + path;

    /// <summary>Where to report a mistake in a file, or null when no place is set.</summary>
    public string? Report(string file) =>
        site.Value.EditUrl?.Replace("{path}", Uri.EscapeDataString(file).Replace("%2F", "/", StringComparison.Ordinal), StringComparison.Ordinal);

    /// <summary>Where a question stands on the page it belongs to.</summary>
    public static string OfQuestion(PageKind kind, string slug, string id) => $"{kind.Address(slug).Split('#')[0]}#q-{id}";

    private string Root =>
        site.Value.PublicUrl?.TrimEnd('/')
        ?? (accessor.HttpContext?.Request is { } request ? $"{request.Scheme}://{request.Host}{request.PathBase}" : "");
}
