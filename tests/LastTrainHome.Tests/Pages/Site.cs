using LastTrainHome.Pages;
using Microsoft.AspNetCore.TestHost;
using Xunit;

namespace LastTrainHome.Tests.Pages;

/// <summary>The pages over a library filled by hand, spoken to over HTTP.</summary>
public class Site : IAsyncLifetime
{
    private readonly SampleLibrary library;
    private readonly WebApplication app;

    public Site() : this(isEmpty: false)
    {
    }

    protected Site(bool isEmpty)
    {
        library = new SampleLibrary(isEmpty);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "LastTrainHome", EnvironmentName = "Development", ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddScoped(_ => library.Open());
        builder.Services.AddPages();
        app = builder.Build();
        app.UsePages();
        app.MapPages();
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
        GC.SuppressFinalize(this);
    }
}

/// <summary>The pages while nothing has been published.</summary>
public sealed class EmptySite() : Site(isEmpty: true);
