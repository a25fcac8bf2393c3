using LastTrainHome.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace LastTrainHome.Web;

/// <summary>While nothing has been published there is nothing to show: every page answers 503, and the page for that says why.</summary>
internal sealed class PublishedFilter : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var siteInfo = context.HttpContext.RequestServices.GetRequiredService<SiteInfo>();
        if (context.HandlerInstance is not (StatusModel or ErrorModel) && await siteInfo.ReadAsync(context.HttpContext.RequestAborted) is null)
            context.Result = new StatusCodeResult(StatusCodes.Status503ServiceUnavailable);
        else
            await next();
    }
}
