using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Options;

namespace LastTrainHome.Web.Security;

/// <summary>Whether a card or a password that is typed here can be read by others on the way.</summary>
public sealed class SecureTransport(IHttpContextAccessor accessor, IOptions<SiteOptions> site)
{
    /// <summary>Why nobody can sign in or join at this address, in one sentence; null when they can.</summary>
    public string? Problem
    {
        get
        {
            var request = accessor.HttpContext!.Request;
            return request.IsHttps ? null
                : site.Value.IsSecure ? $"Signing in and joining work only at {site.Value.PublicUrl}."
                : IsThisMachine(request.Host.Host) ? null
                : "Signing in and joining are closed here, because over plain http:// anybody on the same network could read the card or the password; they open once the site is reached over https://.";
        }
    }

    /// <summary>Trusts a proxy on this machine about who asks and how; and the operator, that requests to the public address came over https.</summary>
    public static void Use(WebApplication app)
    {
        // Without more, only a proxy on a loopback address is believed.
        app.UseForwardedHeaders(new() { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto });

        var site = app.Services.GetRequiredService<IOptions<SiteOptions>>().Value;
        if (!site.IsSecure)
            return;
        var address = new Uri(site.PublicUrl!);
        var host = address.IsDefaultPort ? new HostString(address.IdnHost) : new HostString(address.IdnHost, address.Port);
        app.Use((context, next) =>
        {
            if (context.Request.Host == host)
                context.Request.Scheme = Uri.UriSchemeHttps;
            return next(context);
        });
    }

    private static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address);
}

/// <summary>Takes no form that others could have read on the way.</summary>
internal sealed class SecureTransportFilter : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var isForm = !HttpMethods.IsGet(context.HttpContext.Request.Method) && !HttpMethods.IsHead(context.HttpContext.Request.Method);
        if (isForm && context.HttpContext.RequestServices.GetRequiredService<SecureTransport>().Problem is not null)
        {
            context.Result = new StatusCodeResult(StatusCodes.Status403Forbidden);
            return Task.CompletedTask;
        }

        return next();
    }
}
