using LastTrainHome.Library;

namespace LastTrainHome.Editions;

/// <summary>Rebuilds a library file that turns out to be damaged while a page is read from it, and redirects the reader to the same
/// address. Faults of the study store are none of its business.</summary>
public static class LibraryRepair
{
    public static async Task RepairAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (LibraryDamagedException damage)
        {
            var lease = context.RequestServices.GetRequiredService<LibraryLease>();
            var isReadable = await context.RequestServices.GetRequiredService<Publisher>().RepairAsync(lease.Library, damage);

            // A form is not sent again: what it asked for may have been done before the library was read.
            if (!isReadable || context.Response.HasStarted || !IsRead(context.Request))
                throw;
            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status307TemporaryRedirect;
            context.Response.Headers.Location = $"{context.Request.PathBase}{context.Request.Path}{context.Request.QueryString}";
            context.Response.Headers.CacheControl = "no-store";
        }
    }

    private static bool IsRead(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
}
