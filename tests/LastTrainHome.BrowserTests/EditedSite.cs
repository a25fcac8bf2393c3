using LastTrainHome.Editions;
using LastTrainHome.Tests;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Serilog;

namespace LastTrainHome.BrowserTests;

/// <summary>A small study whose editor is at work.</summary>
internal sealed class EditedSite : WebApplicationFactory<Program>
{
    private readonly string root = Directory.CreateTempSubdirectory("edited-").FullName;

    public EditedSite()
    {
        var content = Repository.Path("tests", "LastTrainHome.Tests", "Fixtures", "second-film");
        foreach (var file in Directory.EnumerateFiles(content, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(root, "content", Path.GetRelativePath(content, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        UseKestrel(0);
        StartServer();
    }

    /// <summary>Where it answers.</summary>
    public string Address => ClientOptions.BaseAddress.GetLeftPart(UriPartial.Authority);

    /// <summary>Changes a text, and comes back when readers have the new version.</summary>
    public async Task EditAsync()
    {
        var libraries = Services.GetRequiredService<OpenLibraries>();
        var before = libraries.Current;
        await File.AppendAllTextAsync(Path.Combine(root, "content", "documentary.md"), "\nThe ferry still runs.\n");
        using var watch = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (libraries.Current == before)
            await watch.WaitForNextTickAsync(patience.Token);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("Content:Folder", Path.Combine(root, "content"));
        builder.UseSetting("Data:Folder", Path.Combine(root, "data"));
        builder.ConfigureTestServices(services => services.AddSerilog(_ => { }));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(root, recursive: true);
    }
}
