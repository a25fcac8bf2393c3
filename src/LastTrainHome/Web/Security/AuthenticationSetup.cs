using LastTrainHome.Accounts;
using LastTrainHome.Store;
using LastTrainHome.UseCases;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace LastTrainHome.Web.Security;

/// <summary>Brings signing in into a host: Identity over the study store, one cookie, the keys that sign it, and who may open which pages.</summary>
public static class AuthenticationSetup
{
    public static IServiceCollection AddAuthenticationAndAccounts(this IServiceCollection services)
    {
        services.AddScoped(provider => provider.GetRequiredService<StudyStore>().Open());
        services.AddScoped<IPasswordHasher<Accounts.Account>, NormalizingPasswordHasher>();
        services.AddIdentityCore<Accounts.Account>(IdentitySetup.Rules)
            .AddEntityFrameworkStores<StudyDb>()
            .AddDefaultTokenProviders()
            .AddPasswordValidator<CommonPasswords>();
        services.AddScoped<Sessions>();
        services.AddScoped<NewPassword>();
        services.AddScoped<SecureTransport>();
        services.AddScoped<DeviceWork>();
        services.AddScoped<MyData>();
        services.AddSingleton<WrongTries>();

        services.AddDataProtection().SetApplicationName("study");
        services.AddOptions<KeyManagementOptions>().Configure<StudyStore>((keys, store) => keys.XmlRepository = new KeyRing(store));

        services.AddAuthentication(Sessions.Scheme).AddCookie(Sessions.Scheme);
        services.AddOptions<CookieAuthenticationOptions>(Sessions.Scheme).Configure<IOptions<SiteOptions>>((cookie, site) =>
        {
            Guard(cookie.Cookie, "study", site.Value);
            cookie.SlidingExpiration = false; // the session in the store says when it ends
            cookie.ExpireTimeSpan = Sessions.OfStudent;
            cookie.LoginPath = "/sign-in";
            cookie.ReturnUrlParameter = "to";
            cookie.Events.OnValidatePrincipal = Sessions.CheckAsync;
            var signIn = cookie.Events.OnRedirectToLogin;
            cookie.Events.OnRedirectToLogin = asked => HttpMethods.IsGet(asked.Request.Method) || HttpMethods.IsHead(asked.Request.Method) ? signIn(asked) : Refuse(asked.Response, StatusCodes.Status401Unauthorized);
            cookie.Events.OnRedirectToAccessDenied = denied => Refuse(denied.Response, StatusCodes.Status403Forbidden);
        });
        services.AddAntiforgery();
        services.AddOptions<Microsoft.AspNetCore.Antiforgery.AntiforgeryOptions>().Configure<IOptions<SiteOptions>>((forms, site) => Guard(forms.Cookie, "form", site.Value));
        services.AddOptions<Microsoft.AspNetCore.Mvc.CookieTempDataProviderOptions>().Configure<IOptions<SiteOptions>>((once, site) => Guard(once.Cookie, "once", site.Value));

        services.AddAuthorization(who =>
        {
            foreach (var role in Role.All)
                who.AddPolicy(role, policy => policy.RequireRole(role));
            who.AddPolicy(Role.Desk, policy => policy.RequireRole(Role.Editor, Role.Owner));
        });
        services.Configure<RazorPagesOptions>(pages =>
        {
            pages.Conventions.AuthorizeFolder("/Study", Role.Student);
            pages.Conventions.AuthorizeFolder("/Teach", Role.Teacher);
            pages.Conventions.AuthorizeFolder("/Desk", Role.Desk);
            pages.Conventions.AuthorizePage("/Account/Mine").AuthorizePage("/Account/Delete");
            pages.Conventions.AuthorizePage("/Account/Card", Role.Student).AuthorizePage("/Account/Waiting", Role.Student).AuthorizePage("/Account/Name", Role.Student);
            pages.Conventions.AuthorizePage("/Account/Staff", Role.Owner);
            pages.Conventions.AddFolderApplicationModelConvention("/Account", page =>
            {
                page.Filters.Add(new SecureTransportFilter());
                page.Filters.Add(new NoStoreFilter());
            });
        });
        return services;
    }

    // The prefix makes a browser refuse the cookie from any other host or over plain HTTP; without https it would refuse it always.
    private static void Guard(CookieBuilder cookie, string name, SiteOptions site)
    {
        cookie.Name = site.IsSecure ? $"__Host-{name}" : name;
        cookie.SecurePolicy = site.IsSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.Path = "/";
        cookie.IsEssential = true;
    }

    private static Task Refuse(HttpResponse response, int status)
    {
        response.StatusCode = status;
        return Task.CompletedTask;
    }
}
