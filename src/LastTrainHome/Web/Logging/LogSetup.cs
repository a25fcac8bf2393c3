using LastTrainHome.Store;
using Serilog;
using Serilog.Events;

namespace LastTrainHome.Web.Logging;

/// <summary>Where the log goes: standard error, and for the site a file a day in the data folder.</summary>
public static class LogSetup
{
    /// <summary>How many days of the site's log are kept.</summary>
    private const int Days = 14;

    /// <summary>The site's log. Expects the data folder.</summary>
    public static IServiceCollection AddSiteLog(this IServiceCollection services) => services.AddSerilog((provider, log) => log
        .MinimumLevel.Information()
        .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
        .MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Information)
        // That its keys lie open in the store is said in docs/running.md.
        .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection.KeyManagement", LogEventLevel.Error)
        // What makes the site not ready is logged where it is found.
        .MinimumLevel.Override("Microsoft.Extensions.Diagnostics.HealthChecks", LogEventLevel.Fatal)
        // A start that fails is said in one sentence instead.
        .MinimumLevel.Override("Microsoft.Extensions.Hosting.Internal.Host", LogEventLevel.Fatal)
        .WriteTo.Console(OnScreen, standardErrorFromLevel: LogEventLevel.Verbose)
        .WriteTo.File(
            new LogFormatter("{Timestamp:yyyy-MM-dd HH:mm:ss.fff zzz} [{Level:u3}]"),
            Path.Combine(provider.GetRequiredService<DataFolder>().Logs, "site-.log"),
            rollingInterval: RollingInterval.Day,
            retainedFileCountLimit: Days));

    /// <summary>A verb's log: what goes wrong, on standard error.</summary>
    public static IServiceCollection AddVerbLog(this IServiceCollection services) => services.AddLogging().AddSerilog(log => log
        .MinimumLevel.Warning()
        .WriteTo.Console(OnScreen, standardErrorFromLevel: LogEventLevel.Verbose));

    /// <summary>One line a request: method, path, status and time. No address, no query, no browser.</summary>
    public static WebApplication UseRequestLog(this WebApplication app)
    {
        app.UseSerilogRequestLogging(log => log.MessageTemplate = "{RequestMethod} {RequestPath} {StatusCode} {Elapsed:0} ms");
        return app;
    }

    private static LogFormatter OnScreen => new("[{Timestamp:HH:mm:ss} {Level:u3}]");
}
