using Microsoft.AspNetCore.Mvc.Filters;

namespace LastTrainHome.Web.Security;

/// <summary>Keeps every device from storing a page about somebody's account.</summary>
internal sealed class NoStoreFilter : IResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context) => context.HttpContext.Response.Headers.CacheControl = "no-store";

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
