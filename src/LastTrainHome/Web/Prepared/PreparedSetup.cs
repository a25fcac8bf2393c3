namespace LastTrainHome.Web.Prepared;

/// <summary>Brings prepared pages into a host.</summary>
public static class PreparedSetup
{
    public static IServiceCollection AddPreparedPages(this IServiceCollection services)
    {
        services.AddOptions<PagesOptions>().BindConfiguration(PagesOptions.Section)
            .Validate(pages => pages.MaxBytes > 0, "Pages:MaxBytes must be greater than zero.")
            .ValidateOnStart();
        services.AddSingleton<PreparedPages>();
        services.AddHostedService<PagePreparation>();
        return services;
    }

    /// <summary>Answers from memory before anything else does. Goes first.</summary>
    public static WebApplication UsePreparedPages(this WebApplication app)
    {
        app.Use(app.Services.GetRequiredService<PreparedPages>().AnswerAsync);
        return app;
    }
}
