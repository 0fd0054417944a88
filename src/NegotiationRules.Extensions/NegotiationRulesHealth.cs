using Microsoft.Extensions.Diagnostics.HealthChecks;
using NegotiationRules;
using NegotiationRules.Extensions.Hosting;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds a health check for rule sets.</summary>
public static class NegotiationRulesHealth
{
    /// <summary>Checks that rule sets are as their files are: healthy; degraded, with the report, if what was read last cannot be used, so
    /// that the rules of before are in force; unhealthy if there never were any.</summary>
    /// <param name="builder">The health checks.</param>
    /// <param name="ruleSets">The names of the rule sets; none for all of them.</param>
    /// <param name="name">The name of the check.</param>
    /// <param name="tags">Tags to choose checks by; <see langword="null"/> for none.</param>
    public static IHealthChecksBuilder AddNegotiationRules(
        this IHealthChecksBuilder builder, IEnumerable<string>? ruleSets = null, string name = "negotiation-rules",
        IEnumerable<string>? tags = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        string[] names = [.. ruleSets ?? []];
        return builder.Add(new HealthCheckRegistration(
            name, provider => new RuleSetHealth(provider.GetRequiredService<IRuleSets>(), names), failureStatus: null, tags));
    }
}
