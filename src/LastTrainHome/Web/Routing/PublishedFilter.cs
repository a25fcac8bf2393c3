using LastTrainHome.Web.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.Filters;

namespace LastTrainHome.Web.Routing;

/// <summary>Answers 503 on every page until something has been published. The status and error pages, which explain that, are exempt.</summary>
internal sealed class PublishedFilter : IAsyncPageFilter
{
    public static void AddTo(PageConventionCollection pages) => pages.AddFolderApplicationModelConvention("/", page =>
    {
        if (page.ViewEnginePath is not ("/Status" or "/Error"))
            page.Filters.Add(new PublishedFilter());
    });

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var http = context.HttpContext;
        if (await http.RequestServices.GetRequiredService<SiteInfo>().ReadAsync() is null)
            context.Result = new StatusCodeResult(StatusCodes.Status503ServiceUnavailable);
        else
            await next();
    }
}
