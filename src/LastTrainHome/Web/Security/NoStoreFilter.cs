using Microsoft.AspNetCore.Mvc.Filters;

namespace LastTrainHome.Web.Security;

/// <summary>No device keeps a page about somebody's account, whoever asks for it.</summary>
internal sealed class NoStoreFilter : IResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context) => context.HttpContext.Response.Headers.CacheControl = "no-store";

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
