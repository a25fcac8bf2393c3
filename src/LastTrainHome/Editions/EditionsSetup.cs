using LastTrainHome.Store;
using LastTrainHome.Store.Sqlite;
using Microsoft.Extensions.Options;

namespace LastTrainHome.Editions;

/// <summary>Registers what leads from a content folder to a readable library, for the site and for verbs alike.</summary>
public static class EditionsSetup
{
    /// <summary>Adds the store, the publisher and the libraries as the settings say.</summary>
    /// <exception cref="CannotRunException">A setting cannot be used. It is thrown when the services are first resolved.</exception>
    public static IServiceCollection AddEditions(this IServiceCollection services, IConfiguration settings)
    {
        services.AddOptions<ContentOptions>().Bind(settings.GetSection(ContentOptions.Section));
        services.AddOptions<DataOptions>().Bind(settings.GetSection(DataOptions.Section));
        services.AddOptions<StoreOptions>().Bind(settings.GetSection(StoreOptions.Section))
            .Validate(store => store.Provider == "Sqlite", "Store:Provider must be Sqlite.").ValidateOnStart();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(provider => StudyFolders.Find(
            provider.GetRequiredService<IOptions<ContentOptions>>().Value, provider.GetRequiredService<IOptions<DataOptions>>().Value));
        services.AddSingleton(provider => new DataFolder(provider.GetRequiredService<StudyFolders>().Data));
        services.AddSingleton(provider => StoreFile.Of(settings.GetConnectionString("Study"), provider.GetRequiredService<DataFolder>()));
        services.AddOptions<BackupOptions>().Bind(settings.GetSection(BackupOptions.Section))
            .Validate(backup => backup.IsValid, "Backup:EveryHours must be 0 to 8760, and Backup:Keep at least 1.").ValidateOnStart();
        services.AddSingleton(provider => StudyStore.Open(
            settings.GetConnectionString("Study") ?? $"Data Source={provider.GetRequiredService<DataFolder>().Store}"));
        services.AddSingleton<Archive>();
        services.AddSingleton<LibraryBuilder>();
        services.AddSingleton<Publisher>();
        services.AddSingleton<OpenLibraries>();

        // A request reads one edition from its first query to its last.
        services.AddScoped(scope => scope.GetRequiredService<OpenLibraries>().Lease());
        services.AddScoped(scope => scope.GetRequiredService<LibraryLease>().Open());
        return services;
    }
}
