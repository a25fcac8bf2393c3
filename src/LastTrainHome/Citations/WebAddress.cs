namespace LastTrainHome.Citations;

/// <summary>An address on the web that a link may lead to.</summary>
/// <param name="Address">Escaped, <c>http</c> or <c>https</c>.</param>
/// <param name="Doi">The DOI it stands for, if it does.</param>
internal sealed record WebAddress(string Address, string? Doi)
{
    private static readonly string[] Resolvers = ["https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/", "doi:"];

    public static WebAddress? Of(string? doi, string? url)
    {
        var bare = Bare(doi);
        if (bare.StartsWith("10.", StringComparison.Ordinal) && IsOfTheWeb($"https://doi.org/{Escape(bare)}", out var resolved))
            return new(resolved, bare);
        return url is not null && IsOfTheWeb(url, out var address) ? new(address, null) : null;
    }

    /// <summary>Whether a link may lead there.</summary>
    public static bool IsOfTheWeb(string url) => IsOfTheWeb(url, out _);

    private static bool IsOfTheWeb(string url, out string address)
    {
        var isOfTheWeb = Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) && uri.Host.Length > 0;
        address = isOfTheWeb ? uri!.AbsoluteUri : "";
        return isOfTheWeb;
    }

    private static string Bare(string? doi)
    {
        var resolver = Resolvers.FirstOrDefault(resolver => doi?.StartsWith(resolver, StringComparison.OrdinalIgnoreCase) is true);
        return (doi ?? "")[(resolver?.Length ?? 0)..].Trim();
    }

    // A DOI may hold any character; these would begin another part of the address.
    private static string Escape(string doi) => doi.Replace("%", "%25", StringComparison.Ordinal).Replace("#", "%23", StringComparison.Ordinal).Replace("?", "%3F", StringComparison.Ordinal);
}
