using System.Globalization;
using LastTrainHome.Web.Layout;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.Filters;

namespace LastTrainHome.Web.Display;

/// <summary>Makes a page in the culture of the study's language: its form is read, its handler runs and its HTML is written in it.
/// A filter and not middleware, so that pages made inside the process are made in the same culture.</summary>
internal sealed class StudyCultureFilter : IAsyncResourceFilter
{
    /// <summary>For all pages but the error page, which asks nothing of the library.</summary>
    public static void AddTo(PageConventionCollection pages) => pages.AddFolderApplicationModelConvention("/", page =>
    {
        if (page.ViewEnginePath is not "/Error")
            page.Filters.Add(new StudyCultureFilter());
    });

    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        if (await context.HttpContext.RequestServices.GetRequiredService<SiteInfo>().ReadAsync() is { } study)
            CultureInfo.CurrentCulture = study.Culture;
        await next();
    }
}
