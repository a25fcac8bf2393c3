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
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = context.RequestServices.GetRequiredService<FrontEnd>().Policy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";

            // A page for somebody is for nobody else, nor for the next at the same computer.
            if (context.User.Identity?.IsAuthenticated == true && headers.CacheControl.Count == 0)
                headers.CacheControl = "no-store";
            return Task.CompletedTask;
        });
        return next(context);
    }
}
