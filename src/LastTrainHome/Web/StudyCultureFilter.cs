using System.Globalization;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LastTrainHome.Web;

/// <summary>Makes a page in the culture of the study's language: its form is read, its handler runs and its HTML is written in it.
/// A filter and not middleware, so that pages made inside the process are made in the same culture.</summary>
internal sealed class StudyCultureFilter : IAsyncResourceFilter
{
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        if (!AsksNothingOfTheLibrary(context))
        {
            var site = context.HttpContext.RequestServices.GetRequiredService<SiteInfo>();
            if (await site.ReadAsync(context.HttpContext.RequestAborted) is { } study)
                CultureInfo.CurrentCulture = study.Culture;
        }

        await next();
    }

    private static bool AsksNothingOfTheLibrary(ResourceExecutingContext context) =>
        context.ActionDescriptor is PageActionDescriptor { ViewEnginePath: "/Error" };
}
