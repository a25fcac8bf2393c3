using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace LastTrainHome.Pages;

/// <summary>While nothing has been published there is nothing to show: every page answers 503, and the page for that says why.</summary>
internal sealed class PublishedFilter : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var masthead = context.HttpContext.RequestServices.GetRequiredService<Masthead>();
        if (context.HandlerInstance is not (StatusModel or ErrorModel) && await masthead.ReadAsync(context.HttpContext.RequestAborted) is null)
            context.Result = new StatusCodeResult(StatusCodes.Status503ServiceUnavailable);
        else
            await next();
    }
}
