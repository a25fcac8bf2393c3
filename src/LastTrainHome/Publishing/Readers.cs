namespace LastTrainHome.Publishing;

/// <summary>Gives each request the current edition, and the same one from its first query to its last.</summary>
public static class Readers
{
    public static IServiceCollection AddReaders(this IServiceCollection services)
    {
        services.AddSingleton<Shelf>();
        services.AddScoped(scope => scope.GetRequiredService<Shelf>().Borrow() ?? throw new NothingToReadException());
        services.AddScoped(scope => scope.GetRequiredService<Loan>().Open());
        return services;
    }

    /// <summary>Where there is no edition at all, every page says so, plainly.</summary>
    public static void UseReaders(this IApplicationBuilder app)
    {
        var shelf = app.ApplicationServices.GetRequiredService<Shelf>();
        app.Use(async (context, next) =>
        {
            if (shelf.Reason is null)
            {
                await next(context);
                return;
            }
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.Headers.RetryAfter = "10";
            context.Response.ContentType = "text/html; charset=utf-8";
            await context.Response.WriteAsync(NothingYet);
        });
    }

    private const string NothingYet = """
        <!doctype html>
        <html lang="en">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Nothing to read yet</title></head>
        <body><main><h1>Nothing to read yet</h1><p>This study has not been published, or is just being opened. Please try again in a moment.</p></main></body>
        </html>
        """;
}

/// <summary>There is no edition to read.</summary>
public sealed class NothingToReadException() : InvalidOperationException("There is no edition to read.");
