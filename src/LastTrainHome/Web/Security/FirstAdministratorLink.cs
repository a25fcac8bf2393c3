using LastTrainHome.UseCases.Administering;
using Microsoft.Extensions.Options;

namespace LastTrainHome.Web.Security;

/// <summary>While the site has no administrator, each start prints a new link that makes one.</summary>
public static class FirstAdministratorLink
{
    /// <summary>Prints the link where only the person who started the site reads it: never through a logger, whose files stay.</summary>
    /// <param name="app">Started, so that it knows its address.</param>
    /// <param name="console">Standard error.</param>
    public static async Task PrintAsync(WebApplication app, TextWriter console)
    {
        var site = app.Services.GetRequiredService<IOptions<SiteOptions>>().Value;
        if (!site.IsSecure)
            app.Logger.LogWarning("Site:PublicUrl is not an https:// address: joining and signing in work on this machine alone (docs/running.md, HTTPS)");
        if (await app.Services.GetRequiredService<InviteStaff>().InviteFirstAdministratorAsync() is not { } token)
            return;
        var root = site.PublicUrl?.TrimEnd('/')
            ?? app.Urls.FirstOrDefault()?.Replace("[::]", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal).TrimEnd('/');
        await console.WriteLineAsync($"\nNobody administers this site yet. Open this link once, within 24 hours, to become its administrator:\n\n  {root}/invitation?token={token}\n");
    }
}
