using LastTrainHome.Content;
using LastTrainHome.Editions;
using LastTrainHome.UseCases;
using LastTrainHome.Web;
using LastTrainHome.Web.Security;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Xunit;

namespace LastTrainHome.Tests.Pages;

/// <summary>The pages over a library filled by hand, spoken to over HTTP.</summary>
public class Site : IAsyncLifetime
{
    private readonly string root = Directory.CreateTempSubdirectory("site-").FullName;
    private readonly SampleLibrary library;
    private readonly WebApplication app;

    public Site() : this(isEmpty: false)
    {
    }

    protected Site(bool isEmpty) : this(new SampleLibrary(isEmpty))
    {
    }

    protected Site(SampleLibrary library, params KeyValuePair<string, string?>[] settings)
    {
        this.library = library;
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "LastTrainHome", EnvironmentName = "Development", ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection([KeyValuePair.Create<string, string?>("Data:Folder", Path.Combine(root, "data")), .. settings]);
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddEditions(builder.Configuration);
        builder.Services.AddUseCases();
        builder.Services.AddWeb();
        builder.Services.AddAuthenticationAndAccounts();
        builder.Services.AddScoped(_ => library.Open()); // the last one counts: not what was published, but what was filled by hand
        app = builder.Build();
        app.UseWeb();
        app.MapWeb();
        app.MapGet("/own", (HttpResponse response) =>
        {
            response.Headers.CacheControl = "no-store";
            return Results.Text(new string('a', 10_000), "text/html");
        });
        app.MapGet("/fail", string () => throw new InvalidOperationException("on purpose"));
    }

    /// <summary>A reader who follows no redirect, so that a test can see it.</summary>
    public HttpClient Reader { get; private set; } = null!;

    /// <summary>A page that must be there.</summary>
    public async Task<string> ReadAsync(string address)
    {
        using var answer = await Reader.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask InitializeAsync()
    {
        await app.StartAsync();
        Reader = app.GetTestClient();
    }

    public async ValueTask DisposeAsync()
    {
        Reader.Dispose();
        await app.DisposeAsync();
        library.Dispose();
        SqliteConnection.ClearAllPools();
        Directory.Delete(root, recursive: true);
        GC.SuppressFinalize(this);
    }
}

/// <summary>The pages while nothing has been published.</summary>
public sealed class EmptySite() : Site(isEmpty: true);

/// <summary>The pages of a site whose readers may write to the editors.</summary>
public sealed class ReportingSite() : Site(new SampleLibrary(), KeyValuePair.Create<string, string?>("Site:ReportTo", "editors@study.example"));

/// <summary>The pages of another film's study, read from its folder.</summary>
public sealed class SecondFilmSite() : Site(new SampleLibrary([.. EditionReader.ReadOnce(ContentFolder.Read(Repository.Path("tests", "LastTrainHome.Tests", "Fixtures", "second-film"))).Pages]));
