namespace LastTrainHome.Editions;

/// <summary>Gives each request the current edition, and the same one from its first query to its last.</summary>
public static class LibrarySetup
{
    public static IServiceCollection AddLibrary(this IServiceCollection services)
    {
        services.AddSingleton<OpenLibraries>();
        services.AddScoped(scope => scope.GetRequiredService<OpenLibraries>().Borrow());
        services.AddScoped(scope => scope.GetRequiredService<LibraryLease>().Open());
        return services;
    }
}
