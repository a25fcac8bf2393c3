using LastTrainHome.Web.Layout;

namespace LastTrainHome.Web.Security;

/// <summary>What every answer tells the browser not to do.</summary>
public static class SecurityHeaders
{
    public static Task AddAsync(HttpContext context, RequestDelegate next)
    {
        // On starting, and not now: the error page clears what was set before it.
        context.Response.OnStarting(() =>
        {
            Set(context, context.RequestServices.GetRequiredService<FrontEnd>().Policy);
            return Task.CompletedTask;
        });
        return next(context);
    }

    /// <param name="policy">The content security policy.</param>
    internal static void Set(HttpContext context, string policy)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";

        // A page for somebody who is signed in must not stay in a cache, nor for the next person at the same computer.
        if (context.User.Identity?.IsAuthenticated == true && headers.CacheControl.Count == 0)
            headers.CacheControl = "no-store";
    }
}
