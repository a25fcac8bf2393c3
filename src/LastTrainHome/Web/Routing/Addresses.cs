using LastTrainHome.Library;
using Microsoft.Extensions.Options;

namespace LastTrainHome.Web.Routing;

/// <summary>Whole addresses, for those who read a page elsewhere: search engines, citations, downloads.</summary>
public sealed class Addresses(IOptions<SiteOptions> site, IHttpContextAccessor accessor)
{
    /// <summary>The whole address of a path on this site.</summary>
    public string Whole(string path) => Root + path;

    /// <summary>The path on this site that somebody named, by itself or as a whole address of this site; null where it is neither.</summary>
    public string? PathOf(string? named)
    {
        var path = named?.Trim() ?? "";
        if (path.StartsWith(Root + "/", StringComparison.OrdinalIgnoreCase))
            path = path[Root.Length..];
        var isPath = path is "/" or ['/', not ('/' or '\\'), ..] && !path.Any(char.IsControl); // a browser takes the others for another host's
        return isPath ? path : null;
    }

    /// <summary>Where a content file is edited, or null where that is not said.</summary>
    public string? Edit(string file) => site.Value.EditUrl is { Length: > 0 } edit
        ? edit.Replace("{path}", Uri.EscapeDataString(file).Replace("%2F", "/", StringComparison.Ordinal), StringComparison.Ordinal)
        : null;

    /// <summary>Where to report a mistake on a page: where its file is edited, else the form for it.</summary>
    /// <param name="file">The page's content file; null for a page made from many.</param>
    /// <param name="path">The path the page goes by.</param>
    public string Report(string? file, string path) => file is not null && Edit(file) is { } edit ? edit : "/report?page=" + Uri.EscapeDataString(path);

    /// <summary>Where a question stands on the page it belongs to.</summary>
    public static string OfQuestion(PageKind kind, string slug, string id) => $"{kind.Address(slug).Split('#')[0]}#q-{id}";

    /// <summary>The path of a kind's index: <c>/statistics</c>.</summary>
    public static string OfIndex(PageKind kind) => kind switch
    {
        PageKind.Documentary => "/",
        PageKind.Event => "/timeline",
        _ => "/" + kind.Folder(),
    };

    private string Root =>
        site.Value.PublicUrl?.TrimEnd('/')
        ?? (accessor.HttpContext?.Request is { } request ? $"{request.Scheme}://{request.Host}{request.PathBase}" : "");
}
