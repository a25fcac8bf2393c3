using System.Collections.Frozen;
using System.Diagnostics.Metrics;
using LastTrainHome.Editions;
using Microsoft.Extensions.Options;

namespace LastTrainHome.Web.Prepared;

/// <summary>Answers readers who have not signed in from memory, where the page they ask for has been prepared.</summary>
public sealed class PreparedPages
{
    /// <summary>The meter's name, for <c>dotnet-counters</c> and OpenTelemetry.</summary>
    public const string Meter = "LastTrainHome.Pages";

    private readonly OpenLibraries libraries;
    private readonly PagesOptions options;
    private readonly string[] cookies;
    private readonly Counter<long> answered;
    private readonly ILogger<PreparedPages> log;
    private volatile Set? current;
    private volatile Uri? origin;

    public PreparedPages(
        OpenLibraries libraries, IOptions<PagesOptions> options, IOptions<SiteOptions> site, IMeterFactory meters, ILogger<PreparedPages> log)
    {
        (this.libraries, this.options, this.log) = (libraries, options.Value, log);
        var prefix = site.Value.IsSecure ? "__Host-" : "";
        cookies = [$"{prefix}study=", $"{prefix}form=", $"{prefix}once="];
        IsPublicUrlKnown = site.Value.PublicUrl is { Length: > 0 };
        origin = IsPublicUrlKnown ? new(site.Value.PublicUrl!) : null;
        answered = meters.Create(Meter).CreateCounter<long>("study.pages.prepared", "{request}", "Requests answered with a prepared page");
    }

    /// <summary>Whether pages name the address in the settings, and not the one they were asked at.</summary>
    internal bool IsPublicUrlKnown { get; }

    /// <summary>Where readers reach the site: as the settings say, else as the first reader did. Null before anybody has come.</summary>
    internal Uri? Origin => origin;

    /// <summary>What is prepared; of an older edition while the current one is being prepared.</summary>
    internal Set? Current => current;

    /// <summary>The set of the current edition, or null while it is being prepared.</summary>
    internal Set? Ready => current is { } set && set.Edition == libraries.Current ? set : null;

    internal void Put(Set set) => current = set;

    /// <summary>Middleware, to stand before all other. What is not prepared, or is for one reader, is left to the rest.</summary>
    public Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if (!IsForEverybody(request))
            return next(context);
        if (!IsPublicUrlKnown && !IsAtOrigin(request))
            return next(context);
        if (Ready is not { } set || !set.TryFind(request, out var page) || !page.TryAnswer(context, out var answering))
            return next(context);

        answered.Add(1);
        if (options.AccessLog)
            log.LogInformation("{RequestMethod} {RequestPath} {StatusCode} from memory", request.Method, request.Path.Value, context.Response.StatusCode);
        return answering;
    }

    private bool IsForEverybody(HttpRequest request)
    {
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
            return false;
        foreach (var line in request.Headers.Cookie)
            foreach (var cookie in cookies)
                if (line!.Contains(cookie, StringComparison.Ordinal))
                    return false;
        return true;
    }

    // Without Site:PublicUrl a page names the host it was asked at, so pages are prepared for the first one alone.
    private bool IsAtOrigin(HttpRequest request)
    {
        if (request.Headers.ContainsKey("X-Forwarded-Proto") || request.Headers.ContainsKey("X-Forwarded-For"))
            return false;
        if (origin is null && !request.Path.StartsWithSegments("/health", StringComparison.Ordinal)
            && Uri.TryCreate($"{request.Scheme}://{request.Host}", UriKind.Absolute, out var first))
            origin = first;
        return origin is { } known && request.Scheme == known.Scheme
            && request.Host.Value!.Equals(known.Authority, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>All prepared pages of one edition.</summary>
    internal sealed class Set(string edition, IReadOnlyDictionary<string, PreparedPage> pages)
    {
        private readonly FrozenDictionary<string, PreparedPage> byKey = pages.ToFrozenDictionary(StringComparer.Ordinal);

        public string Edition => edition;

        public int Count => byKey.Count;

        /// <summary>The addresses: paths, some with a query.</summary>
        public IEnumerable<string> Keys => byKey.Keys;

        public long Bytes { get; } = pages.Values.Sum(page => page.Bytes);

        public PreparedPage? Find(string key) => byKey.GetValueOrDefault(key);

        public bool TryFind(HttpRequest request, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out PreparedPage? page)
        {
            var (path, query) = (request.Path.Value!, request.QueryString);
            return byKey.TryGetValue(query.HasValue ? path + query.Value : path, out page);
        }
    }
}
