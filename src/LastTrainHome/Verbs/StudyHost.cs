using LastTrainHome.Editions;
using LastTrainHome.Library;
using LastTrainHome.Store;
using LastTrainHome.UseCases;
using LastTrainHome.Web.Logging;
using Microsoft.Extensions.Options;

namespace LastTrainHome.Verbs;

/// <summary>The study's store and publisher, opened for one verb beside a server that may be running.</summary>
internal static class StudyHost
{
    /// <summary>Runs a verb with what it needs. Where something cannot be used as it is set up, one sentence on standard error says so.</summary>
    /// <returns>What the verb returns, or 2.</returns>
    public static async Task<int> WithAsync(Func<IServiceProvider, Task<int>> run)
    {
        var settings = new ConfigurationBuilder()
            .SetBasePath(AppContext.BaseDirectory)
            .AddJsonFile("appsettings.json", optional: true)
            .AddEnvironmentVariables()
            .Build();
        try
        {
            await using var services = new ServiceCollection()
                .AddVerbLog()
                .AddSingleton<IConfiguration>(settings)
                .AddEditions(settings)
                .AddUseCases()
                .BuildServiceProvider();
            services.GetRequiredService<IStartupValidator>().Validate();
            return await run(services);
        }
        catch (OptionsValidationException wrong)
        {
            await Console.Error.WriteLineAsync(string.Join(' ', wrong.Failures));
        }
        catch (Exception cannot) when (cannot is CannotRunException or LibraryDamagedException || StorageFault.Is(cannot))
        {
            await Console.Error.WriteLineAsync(StorageFault.Sentence(cannot));
        }

        return 2;
    }

    /// <summary>Runs a verb on the current edition. Where there is none, the content folder is published first.</summary>
    public static Task<int> ReadAsync(Func<LibraryDb, Task<int>> read) => WithAsync(async services =>
    {
        var publisher = services.GetRequiredService<Publisher>();
        if (!await publisher.FollowAsync())
        {
            var folder = services.GetRequiredService<StudyFolders>().Content;
            if (folder is null || await publisher.PublishAsync(folder, EditionOrigin.Publish) is { Edition.IsSound: false })
                throw new CannotRunException("Nothing is published, and there is no sound content folder to publish. Run check.");
        }

        using var scope = services.CreateScope();
        return await read(scope.ServiceProvider.GetRequiredService<LibraryDb>());
    });
}
