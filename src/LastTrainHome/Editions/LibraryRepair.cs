using Microsoft.Data.Sqlite;

namespace LastTrainHome.Editions;

/// <summary>Rebuilds a library file that was damaged on disk while it was being read, and redirects the reader to the same
/// address.</summary>
public static class LibraryRepair
{
    private const int Corrupt = 11, NotADatabase = 26, InputOutput = 10;

    public static async Task RepairAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (SqliteException damage) when (damage.SqliteErrorCode is Corrupt or NotADatabase or InputOutput
            && !context.Response.HasStarted
            && HttpMethods.IsGet(context.Request.Method))
        {
            var lease = context.RequestServices.GetRequiredService<LibraryLease>();
            if (!await context.RequestServices.GetRequiredService<Publisher>().RepairAsync(lease.Library))
                throw;
            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status307TemporaryRedirect;
            context.Response.Headers.Location = $"{context.Request.PathBase}{context.Request.Path}{context.Request.QueryString}";
            context.Response.Headers.CacheControl = "no-store";
        }
    }
}
