using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Components;

namespace LastTrainHome.Web.Layout;

/// <summary>The one inline script a page has, the import map, and the policy that lets exactly that one run. Both are the same for every
/// request to one build, so that a page's bytes can be kept.</summary>
public sealed class FrontEnd(EndpointDataSource endpoints)
{
    private readonly Lazy<Made> made = new(() => Make(endpoints)); // endpoints exist only after the start

    /// <summary>Leads from a file's plain name, <c>/js/site.js</c>, to the name that changes with it.</summary>
    public string ImportMap => made.Value.Map;

    /// <summary>The content security policy of every answer.</summary>
    public string Policy => made.Value.Policy;

    /// <summary>Every file's name in this build, by its plain name, <c>/js/site.js</c>.</summary>
    public IReadOnlyDictionary<string, string> Files => made.Value.Files;

    /// <summary>What readers get now, program and edition, in a few letters. It changes with either.</summary>
    /// <param name="edition">The current edition's id, or null while there is none.</param>
    public string VersionOf(string? edition) => $"{(edition is { Length: >= 8 } ? edition[..8] : "none")}-{made.Value.Build}";

    private static Made Make(EndpointDataSource endpoints)
    {
        var assets = endpoints.Endpoints.Select(endpoint => endpoint.Metadata.GetMetadata<ResourceAssetCollection>()).First(all => all is not null)!;

        // Absolute on both sides: "./js/site.js" would be read relative to the page.
        var named =
            from asset in assets
            let plain = asset.Properties?.FirstOrDefault(property => property.Name == "label")
            where plain is not null
            orderby plain.Value
            select KeyValuePair.Create("/" + plain.Value, "/" + asset.Url);
        var names = named.ToDictionary();
        var map = JsonSerializer.Serialize(new { imports = names.Where(name => Path.GetExtension(name.Key) is ".js" or ".css").ToDictionary() });
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(map));
        return new(
            map,
            names,
            Convert.ToHexStringLower(SHA256.HashData([.. hash, .. typeof(FrontEnd).Module.ModuleVersionId.ToByteArray()]))[..8],
            $"default-src 'none'; script-src 'self' 'sha256-{Convert.ToBase64String(hash)}'; style-src 'self'; img-src 'self'; connect-src 'self'; worker-src 'self'; " +
            "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
    }

    private sealed record Made(string Map, Dictionary<string, string> Files, string Build, string Policy);
}
