using LastTrainHome.Web.Security;

namespace LastTrainHome.BrowserTests;

/// <summary>
/// A door for tests alone. <c>/test/sign-in/{account}</c>: what is tested behind it needs no password typed.
/// <c>/test/axe.js</c>: a browser keeps a file compiled, and does not keep what it is told over and over.
/// </summary>
internal sealed class SideDoor : IStartupFilter
{
    private const string SignIn = "/test/sign-in/";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (HttpContext context, RequestDelegate inside) =>
        {
            if (context.Request.Path == Axe.Address)
            {
                context.Response.ContentType = "text/javascript";
                context.Response.Headers.CacheControl = "public, max-age=3600";
                await context.Response.WriteAsync(Axe.Script);
                return;
            }

            if (context.Request.Path.Value is not { } path || !path.StartsWith(SignIn, StringComparison.Ordinal))
            {
                await inside(context);
                return;
            }

            await context.RequestServices.GetRequiredService<SessionCookie>().SignInAsync(context, Guid.Parse(path[SignIn.Length..]), isShared: false);
        });
        next(app);
    };
}
