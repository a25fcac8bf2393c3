using LastTrainHome.Store;
using LastTrainHome.Store.Sqlite;
using Microsoft.Extensions.Options;

namespace LastTrainHome.Editions;

/// <summary>Brings the way from a content folder to readers into a host, for the site and for verbs alike.</summary>
public static class EditionsSetup
{
    /// <summary>Adds the store, the publisher and the libraries, as the settings say. Each mistake in the settings is one sentence.</summary>
    /// <exception cref="CannotRunException">A setting cannot be used.</exception>
    public static IServiceCollection AddEditions(this IServiceCollection services, IConfiguration settings)
    {
        services.AddOptions<ContentOptions>().Bind(settings.GetSection(ContentOptions.Section));
        services.AddOptions<DataOptions>().Bind(settings.GetSection(DataOptions.Section));
        services.AddOptions<StoreOptions>().Bind(settings.GetSection(StoreOptions.Section))
            .Validate(store => store.Provider == "Sqlite", "Store:Provider must be Sqlite.").ValidateOnStart();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(provider => StudyFolders.Find(provider.GetRequiredService<IOptions<ContentOptions>>().Value, provider.GetRequiredService<IOptions<DataOptions>>().Value));
        services.AddSingleton(provider => new DataFolder(provider.GetRequiredService<StudyFolders>().Data));
        services.AddSingleton(provider => StoreFile.Of(settings.GetConnectionString("Study"), provider.GetRequiredService<DataFolder>()));
        services.AddOptions<BackupOptions>().Bind(settings.GetSection(BackupOptions.Section))
            .Validate(backup => backup.IsValid, "Backup:EveryHours must be 0 to 8760, and Backup:Keep at least 1.").ValidateOnStart();
        services.AddSingleton(provider => StudyStore.Open(settings.GetConnectionString("Study") ?? $"Data Source={provider.GetRequiredService<DataFolder>().Store}"));
        services.AddSingleton<Staff>();
        services.AddSingleton<Reports>();
        services.AddSingleton<Archive>();
        services.AddSingleton<LibraryBuilder>();
        services.AddSingleton<Publisher>();
        services.AddLibrary();
        return services;
    }
}

/// <summary>Where this study's content is, and where its data goes.</summary>
/// <param name="Content">The content folder as a full path; null where there is none.</param>
/// <param name="Data">The data folder.</param>
public sealed record StudyFolders(string? Content, string Data)
{
    /// <summary>Finds both as the settings say, else the content folder beside the program or above it and <c>data</c> beside that.</summary>
    /// <exception cref="CannotRunException">The content folder named does not exist.</exception>
    public static StudyFolders Find(ContentOptions content, DataOptions data)
    {
        if (content.Folder is { Length: > 0 } named && !Directory.Exists(named))
            throw new CannotRunException($"There is no content folder '{Path.GetFullPath(named)}'. Set Content:Folder to a folder that exists.");
        var folder = content.Folder is { Length: > 0 } given ? Path.GetFullPath(given) : Nearest();
        return new(folder, data.Folder is { Length: > 0 } wanted ? Path.GetFullPath(wanted) : Path.Combine(Path.GetDirectoryName(folder) ?? AppContext.BaseDirectory, "data"));
    }

    /// <summary>The content folder beside the program or above it, or null.</summary>
    public static string? Nearest()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "content", "documentary.md")))
                return Path.Combine(folder.FullName, "content");
        return null;
    }
}
