using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using NegotiationRules.Extensions.Tests.Support;

namespace NegotiationRules.Extensions.Tests;

public sealed class HealthTests : IDisposable
{
    private readonly RuleFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task RulesThatAreAsTheirFilesAreAreHealthy()
    {
        _folder.Write("talks.rules.json", RuleFolder.Talks);
        await using var application = await StartAsync();

        Assert.Equal((HealthStatus.Healthy, "All rule sets are as their files are: talks"), await CheckAsync(application));
    }

    [Fact]
    public async Task RulesThatWereKeptAreDegradedAndTheReportIsTold()
    {
        _folder.Write("talks.rules.json", RuleFolder.Talks);
        await using var application = await StartAsync();
        _folder.Write("talks.rules.json", RuleFolder.Talks.Replace("termYears", "termYeers", StringComparison.Ordinal));
        var status = await application.Sets.ReloadAsync("talks");

        Assert.Equal(
            (HealthStatus.Degraded,
                $"Rule set talks: what was read last cannot be used; the rules since {status.Since:u} are in force\n{status.Fault}"),
            await CheckAsync(application));
        Assert.Contains("NR2001", status.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RulesThatNeverWereAreUnhealthy()
    {
        await using var application = await StartAsync();

        var (status, description) = await CheckAsync(application);

        Assert.Equal(HealthStatus.Unhealthy, status);
        Assert.StartsWith("Rule set talks cannot be used\n", description, StringComparison.Ordinal);
    }

    private Task<Application> StartAsync() => Application.StartAsync(services => services
        .AddNegotiationRules("talks", _folder.Path, options => (options.Reload, options.FaultStopsStart) = (false, false))
        .AddHealthChecks().AddNegotiationRules());

    private static async Task<(HealthStatus, string?)> CheckAsync(Application application)
    {
        var report = await application.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();
        return (report.Entries["negotiation-rules"].Status, report.Entries["negotiation-rules"].Description);
    }
}
