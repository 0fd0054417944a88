using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace NegotiationRules.Extensions.Hosting;

/// <summary>Healthy, if all rule sets are as their files are; degraded, if the rules of before are in force; unhealthy, if there are
/// none.</summary>
internal sealed class RuleSetHealth(IRuleSets sets, IReadOnlyList<string> names) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var all = (names.Count == 0 ? sets.Names : names).Select(sets.GetStatus).ToList();
        var worst = all.Exists(one => one.Since is null) ? context.Registration.FailureStatus
            : all.Exists(one => one.Fault is not null) ? HealthStatus.Degraded
            : HealthStatus.Healthy;
        var faults = all.Where(one => one.Fault is not null).Select(one => one.Since is { } since
            ? $"Rule set {one.Name}: what was read last cannot be used; the rules since {since:u} are in force\n{one.Fault}"
            : $"Rule set {one.Name} cannot be used\n{one.Fault}");
        var description = worst == HealthStatus.Healthy
            ? $"All rule sets are as their files are: {string.Join(", ", all.Select(one => one.Name))}"
            : string.Join("\n\n", faults);
        return Task.FromResult(new HealthCheckResult(
            worst, description, data: all.ToDictionary(one => one.Name, one => (object)(one.Fault ?? $"in force since {one.Since:u}"))));
    }
}
