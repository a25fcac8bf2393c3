using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;

namespace LastTrainHome.Web.Prepared;

/// <summary>A small answer that is the same for everybody: browsers keep it for some minutes, and then ask only whether it has changed.</summary>
internal static class ConditionalPage
{
    // What stands round the content in the page's own file changes with the build.
    private static readonly string Build = typeof(ConditionalPage).Module.ModuleVersionId.ToString();

    /// <summary>The page, or 304 to whoever has it already.</summary>
    /// <param name="content">All that the page shows.</param>
    public static IActionResult Keep<T>(this PageModel page, T content)
    {
        var hash = SHA256.HashData([.. System.Text.Encoding.UTF8.GetBytes(Build), .. JsonSerializer.SerializeToUtf8Bytes(content)]);
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(hash)[..20]}\"", isWeak: true); // it goes out compressed or not
        var headers = page.Response.GetTypedHeaders();
        headers.ETag = tag;
        headers.CacheControl = new() { Public = true, MaxAge = TimeSpan.FromMinutes(5) };
        headers.Set("X-Robots-Tag", "noindex");
        return page.Request.GetTypedHeaders().IfNoneMatch.Any(had => had.Compare(tag, useStrongComparison: false))
            ? page.StatusCode(StatusCodes.Status304NotModified)
            : page.Page();
    }
}
