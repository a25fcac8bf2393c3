using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LastTrainHome.Store;

/// <summary>Checks the study store for damage when the site starts and every day, and says so in the log and in <c>/health/ready</c>. The
/// store cannot be rebuilt, so nothing is repaired.</summary>
public sealed class StoreHealth(StudyStore store, DataFolder data, TimeProvider clock, ILogger<StoreHealth> log)
    : BackgroundService, IHealthCheck
{
    private const int Corrupt = 11, NotADatabase = 26; // SQLITE_CORRUPT and SQLITE_NOTADB

    private readonly TaskCompletionSource firstCheck = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile string? damage;

    /// <summary>Reports what the last check found. The first answer waits for the check at start.</summary>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await firstCheck.Task.WaitAsync(cancellationToken);
        return damage is { } found ? HealthCheckResult.Unhealthy(found) : HealthCheckResult.Healthy();
    }

    /// <summary>Middleware: a request that meets damage in the store makes the site not ready at once. It stands inside the one that
    /// repairs libraries; their damage has an exception of its own.</summary>
    public static async Task NoticeAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (Exception failure) when (Damage(failure) is { } damage)
        {
            context.RequestServices.GetRequiredService<StoreHealth>().Report(damage);
            throw;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            using var daily = new PeriodicTimer(TimeSpan.FromDays(1), clock);
            do
            {
                await CheckAsync(stoppingToken);
                firstCheck.TrySetResult();
            }
            while (await daily.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The site is stopping.
        }
    }

    private async Task CheckAsync(CancellationToken stopping)
    {
        try
        {
            await using var db = store.Read();
            await db.Database.OpenConnectionAsync(stopping);
            await using var check = db.Database.GetDbConnection().CreateCommand();
            check.CommandText = "PRAGMA quick_check(1)";
            if (await check.ExecuteScalarAsync(stopping) is string result && result != "ok")
                Report(result);
            else
                damage = null;
        }
        catch (Exception failure) when (Damage(failure) is { } found)
        {
            Report(found);
        }
        catch (Exception failure) when (failure is SqliteException or StoreUnavailableException)
        {
            log.LogError(failure, "The study store could not be checked; it will be checked again tomorrow");
        }
    }

    private void Report(string finding)
    {
        var reason = finding.ReplaceLineEndings(" ").TrimEnd('.');
        var sentence = $"The study store '{data.Store}' is damaged and must be restored from a backup: {reason}.";
        if (damage is null)
            log.LogCritical("{Sentence}", sentence);
        damage = sentence;
    }

    // SQLite's own words about the damage, or null where a failure is of another kind.
    private static string? Damage(Exception failure) => failure switch
    {
        StoreUnavailableException { Fault: StoreFault.Damaged } unavailable => unavailable.InnerException?.Message ?? unavailable.Message,
        SqliteException { SqliteErrorCode: Corrupt or NotADatabase } found => found.Message,
        DbUpdateException { InnerException: SqliteException { SqliteErrorCode: Corrupt or NotADatabase } found } => found.Message,
        _ => null,
    };
}
