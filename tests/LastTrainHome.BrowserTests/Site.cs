using System.Xml.Linq;
using LastTrainHome.BrowserTests;
using LastTrainHome.Tests;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Playwright;
using Serilog;
using Xunit;

[assembly: AssemblyFixture(typeof(Site))]

namespace LastTrainHome.BrowserTests;

/// <summary>The whole program over the repository's own content, served on a port of its own, and the browser that reads it. Once for all tests.</summary>
public sealed class Site : WebApplicationFactory<Program>, IAsyncLifetime
{
    /// <summary>How long, in milliseconds, a test waits for what must come: long enough for a machine that has much else to do.</summary>
    public const int Patience = 60_000;

    private readonly string data = Directory.CreateTempSubdirectory("browser-tests-").FullName;
    private IPlaywright? playwright;

    // Pages that no list of pages names.
    private static readonly string[] Outside = ["/search?q=hukou", "/no-such-page", "/join", "/sign-in", "/sign-out", "/privacy", "/offline", "/my-work", "/settings", "/report?page=/timeline", "/report", "/report/sent"];

    /// <summary>Where the site answers: <c>http://127.0.0.1:40123</c>.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Asks over HTTP what needs no browser.</summary>
    public HttpClient Reader { get; private set; } = null!;

    /// <summary>The browser. A test that needs it is skipped, with the reason, where there is none.</summary>
    public IBrowser Browser
    {
        get
        {
            Assert.SkipWhen(field is null, Chromium.Missing);
            return field!;
        }

        private set;
    }

    /// <summary>Every page that has an address of its own.</summary>
    public IReadOnlyList<string> Routes { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        UseKestrel(0);
        StartServer();
        Address = ClientOptions.BaseAddress.GetLeftPart(UriPartial.Authority);
        Reader = new HttpClient { BaseAddress = ClientOptions.BaseAddress };
        var map = XDocument.Parse(await Reader.GetStringAsync(new Uri("/sitemap.xml", UriKind.Relative)));
        Routes = [.. map.Descendants().Where(entry => entry.Name.LocalName == "loc").Select(entry => new Uri(entry.Value).PathAndQuery), .. Outside];

        if (await Chromium.FindAsync() is not { } path)
            return;
        Assertions.SetDefaultExpectTimeout(Patience);
        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = Chromium.Arguments });
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("Content:Folder", Repository.Path("content"));
        builder.UseSetting("Content:Watch", "false");
        builder.UseSetting("Data:Folder", data);
        builder.ConfigureTestServices(services => services
            .AddSingleton<IStartupFilter, SideDoor>()
            .AddSerilog(_ => { })); // 400 pages would be 400 lines
    }

    public override async ValueTask DisposeAsync()
    {
        if (playwright is not null)
            await Browser.DisposeAsync();
        playwright?.Dispose();
        Reader.Dispose();
        await base.DisposeAsync();
        Directory.Delete(data, recursive: true);
    }
}
