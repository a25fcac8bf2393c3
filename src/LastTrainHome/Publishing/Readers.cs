namespace LastTrainHome.Publishing;

/// <summary>Gives each request the current edition, and the same one from its first query to its last.</summary>
public static class Readers
{
    public static IServiceCollection AddReaders(this IServiceCollection services)
    {
        services.AddSingleton<Shelf>();
        services.AddScoped(scope => scope.GetRequiredService<Shelf>().Borrow());
        services.AddScoped(scope => scope.GetRequiredService<Loan>().Open());
        return services;
    }
}
