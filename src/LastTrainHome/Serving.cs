using LastTrainHome.Editions;
using LastTrainHome.Store;
using LastTrainHome.Store.Sqlite;
using LastTrainHome.UseCases;
using LastTrainHome.Web;
using LastTrainHome.Web.Logging;
using LastTrainHome.Web.Prepared;
using LastTrainHome.Web.Security;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Serilog;

namespace LastTrainHome;

/// <summary>Serves the study until it is stopped.</summary>
internal static class Serving
{
    /// <returns>The exit code: 0 stopped, 2 cannot run; then one sentence on standard error says why.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            await using var app = Make(args);
            app.Services.GetRequiredService<IStartupValidator>().Validate();
            using var reserved = app.Services.GetRequiredService<DataFolder>().Reserve();
            app.Logger.LogInformation("Content {Content}, data {Data}", app.Services.GetRequiredService<StudyFolders>().Content ?? "none", app.Services.GetRequiredService<DataFolder>().Path);
            await app.Services.GetRequiredService<ContentWatcher>().OpenAsync();
            await app.StartAsync();
            await FirstAdministratorLink.PrintAsync(app, Console.Error);
            await app.WaitForShutdownAsync();
            return 0;
        }
        catch (CannotRunException cannot)
        {
            await Console.Error.WriteLineAsync(cannot.Message);
        }
        catch (OptionsValidationException wrong)
        {
            await Console.Error.WriteLineAsync(string.Join(' ', wrong.Failures));
        }
        catch (InvalidOperationException wrong) when (wrong.InnerException is FormatException)
        {
            await Console.Error.WriteLineAsync($"A setting cannot be read: {wrong.Message}");
        }
        catch (IOException taken) when (taken.InnerException is AddressInUseException)
        {
            await Console.Error.WriteLineAsync($"{taken.Message} Stop the other program, or choose another port with --urls=http://localhost:5001.");
        }
        finally
        {
            await Log.CloseAndFlushAsync();
        }

        return 2;
    }

    /// <summary>The site before it starts.</summary>
    /// <param name="also">What a test changes.</param>
    internal static WebApplication Make(string[] args, Action<WebApplicationBuilder>? also = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });

        builder.WebHost.UseStaticWebAssets(); // outside Development, dotnet run would serve empty files without it
        if (!builder.Environment.IsDevelopment())
            builder.WebHost.UseSetting("EnableStaticAssetsDevelopmentCaching", "true").UseSetting("ReloadStaticAssetsAtRuntime", "false"); // nor keep and compress them
        builder.WebHost.ConfigureKestrel(server => server.AddServerHeader = false);
        builder.Services.AddEditions(builder.Configuration);
        builder.Services.AddUseCases();
        builder.Services.AddSingleton<ContentWatcher>();
        builder.Services.AddHostedService(services => services.GetRequiredService<ContentWatcher>());
        builder.Services.AddHostedService<Retention>();
        builder.Services.AddSingleton<StoreHealth>();
        builder.Services.AddHostedService(services => services.GetRequiredService<StoreHealth>());
        builder.Services.AddHealthChecks().AddCheck<LibraryHealth>("library").AddCheck<StoreHealth>("store");
        builder.Services.AddHostedService<ScheduledBackup>();
        builder.Services.AddWeb();
        builder.Services.AddPreparedPages();
        builder.Services.AddAuthenticationAndAccounts();
        builder.Services.AddSiteLog();

        also?.Invoke(builder);

        var app = builder.Build();

        app.UsePreparedPages(); // before routing and the log: these requests cost next to nothing
        app.UseRequestLog();
        app.UseWeb();
        app.UseAuthentication();
        app.Use(ServiceUnavailable.AnswerAsync);
        app.UseAuthorization();
        app.Use(StoreHealth.NoticeAsync);
        app.Use(LibraryRepair.RepairAsync);
        app.MapWeb();
        app.MapGet("/health/live", () => Results.Text("live"));
        app.MapGet("/health/ready", ReadyAsync);
        return app;
    }

    private static async Task<IResult> ReadyAsync(HealthCheckService health, CancellationToken cancel)
    {
        var report = await health.CheckHealthAsync(cancel);
        return report.Status == HealthStatus.Healthy
            ? Results.Text("ready")
            : Results.Text(
                string.Join(' ', report.Entries.Values.Where(check => check.Status != HealthStatus.Healthy).Select(check => check.Description)),
                statusCode: StatusCodes.Status503ServiceUnavailable);
    }
}
