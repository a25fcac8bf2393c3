using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LastTrainHome.Editions;

/// <summary>The site is ready when an edition can be read.</summary>
public sealed class LibraryHealth(OpenLibraries libraries) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(libraries.Current is null ? HealthCheckResult.Unhealthy(libraries.UnavailableReason) : HealthCheckResult.Healthy());
}
