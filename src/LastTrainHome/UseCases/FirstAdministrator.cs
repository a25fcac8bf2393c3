using LastTrainHome.Store;
using LastTrainHome.Web;
using Microsoft.Extensions.Options;

namespace LastTrainHome.UseCases;

/// <summary>While the site has no administrator, each start prints a new link that makes one.</summary>
public static class FirstAdministrator
{
    /// <summary>Prints the link where only whoever started the site reads it: never through a logger, whose files stay.</summary>
    /// <param name="app">Started, so that it knows its address.</param>
    /// <param name="console">Standard error.</param>
    public static async Task InviteAsync(WebApplication app, TextWriter console)
    {
        var site = app.Services.GetRequiredService<IOptions<SiteOptions>>().Value;
        if (!site.IsSecure)
            app.Logger.LogWarning("Site:PublicUrl is not an https:// address: joining and signing in work on this machine alone (docs/running.md, HTTPS)");
        if (await app.Services.GetRequiredService<Staff>().InviteFirstAsync() is not { } token)
            return;
        var root = site.PublicUrl?.TrimEnd('/') ?? app.Urls.FirstOrDefault()?.Replace("[::]", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal).TrimEnd('/');
        await console.WriteLineAsync($"\nNobody administers this site yet. Open this link once, within 24 hours, to become its administrator:\n\n  {root}/invitation?token={token}\n");
    }
}
