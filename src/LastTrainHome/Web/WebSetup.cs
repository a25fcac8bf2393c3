using System.Text.Encodings.Web;
using System.Text.Unicode;
using LastTrainHome.Web.Display;
using LastTrainHome.Web.Downloads;
using LastTrainHome.Web.Layout;
using LastTrainHome.Web.Metadata;
using LastTrainHome.Web.Offline;
using LastTrainHome.Web.Prepared;
using LastTrainHome.Web.Related;
using LastTrainHome.Web.Routing;
using LastTrainHome.Web.Security;
using Microsoft.Extensions.WebEncoders;

namespace LastTrainHome.Web;

/// <summary>Brings the pages into a host: what they need, what stands before them, and their addresses. Expects a scoped <c>LibraryDb</c>
/// and the study store with its accounts; an empty library means that nothing has been published yet, and every page says so.</summary>
public static class WebSetup
{
    public static IServiceCollection AddWeb(this IServiceCollection services)
    {
        services.AddRazorPages(pages =>
        {
            StudyCultureFilter.AddTo(pages.Conventions);
            PublishedFilter.AddTo(pages.Conventions);
            pages.Conventions.AddPageRoute("/Teach/Assign", "/teach/assignments/{id:int}/edit");
        });
        services.Configure<RouteOptions>(routes => routes.LowercaseUrls = true);

        // Without this every letter outside Latin is written as a number.
        services.Configure<WebEncoderOptions>(encoder => encoder.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));

        services.AddOptions<SiteOptions>().BindConfiguration(SiteOptions.Section)
            .Validate(site => site.CanReport, "Site:ReportTo is neither an e-mail address nor an address that begins with http:// or https://.")
            .ValidateOnStart();
        Compression.Add(services);
        services.AddHttpContextAccessor();
        services.AddSingleton<FrontEnd>();
        services.AddSingleton<AnonymousRequests>();
        services.AddSingleton<WholeStudy>();
        services.AddScoped<Addresses>();
        services.AddScoped<CurrentEdition>();
        services.AddScoped<SiteInfo>();
        services.AddScoped<PageHead>();
        services.AddScoped<CurrentAssignment>();
        services.AddSingleton<RateLimits>();
        return services;
    }

    /// <summary>Headers and error pages: goes before everything else that answers.</summary>
    public static WebApplication UseWeb(this WebApplication app)
    {
        SecureTransport.Use(app);
        app.UseResponseCompression();
        app.Use(SecurityHeaders.AddAsync);
        app.UseExceptionHandler("/error");
        app.UseStatusCodePagesWithReExecute("/status/{0}");
        app.UseRouting();
        return app;
    }

    public static WebApplication MapWeb(this WebApplication app)
    {
        app.MapStaticAssets();
        app.MapRazorPages().WithStaticAssets();
        app.MapStatisticDownloads();
        app.MapSourceDownloads();
        app.MapFlashcards();
        app.MapClassCodePicture();
        app.MapAssignmentDownloads();
        app.MapSiteFiles();
        app.MapOffline();
        app.Services.GetRequiredService<AnonymousRequests>().UseEndpointsOf(app);
        return app;
    }
}
