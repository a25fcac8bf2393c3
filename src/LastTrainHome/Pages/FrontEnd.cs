using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Components;

namespace LastTrainHome.Pages;

/// <summary>The one inline script a page has, the import map, and the policy that lets exactly that one run. Both are the same for every
/// request to one build, so that a page's bytes can be kept.</summary>
public sealed class FrontEnd(EndpointDataSource endpoints)
{
    private readonly Lazy<(string Map, string Policy)> made = new(() => Make(endpoints)); // endpoints exist only after the start

    /// <summary>Leads from a file's plain name, <c>/js/site.js</c>, to the name that changes with it.</summary>
    public string ImportMap => made.Value.Map;

    /// <summary>The content security policy of every answer.</summary>
    public string Policy => made.Value.Policy;

    private static (string Map, string Policy) Make(EndpointDataSource endpoints)
    {
        var assets = endpoints.Endpoints.Select(endpoint => endpoint.Metadata.GetMetadata<ResourceAssetCollection>()).First(all => all is not null)!;

        // Absolute on both sides: "./js/site.js" would be read relative to the page.
        var names =
            from asset in assets
            where asset.Url.EndsWith(".js", StringComparison.Ordinal) || asset.Url.EndsWith(".css", StringComparison.Ordinal)
            let plain = asset.Properties?.FirstOrDefault(property => property.Name == "label")
            where plain is not null
            orderby plain.Value
            select KeyValuePair.Create("/" + plain.Value, "/" + asset.Url);
        var map = JsonSerializer.Serialize(new { imports = names.ToDictionary() });
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(map)));
        return (map,
            $"default-src 'none'; script-src 'self' 'sha256-{hash}'; style-src 'self'; img-src 'self'; connect-src 'self'; worker-src 'self'; " +
            "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
    }
}
