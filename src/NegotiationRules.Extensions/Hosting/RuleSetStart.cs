using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace NegotiationRules.Extensions.Hosting;

/// <summary>Reads all rule sets before anything else of the host starts, and stops the start where one cannot be used.</summary>
internal sealed class RuleSetStart(HostedRuleSets sets) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await Task.WhenAll(sets.Names.Select(name => sets.ReadFirstAsync(name, cancellationToken))).ConfigureAwait(false);
        var states = sets.Names.Select(sets.StateOf).ToList();
        var senseless = states.Select(state => state.Latest.Exception).OfType<OptionsValidationException>().ToList();
        if (senseless.Count > 0)
        {
            throw new OptionsValidationException(
                senseless[0].OptionsName, typeof(HostedRuleSetOptions), senseless.SelectMany(one => one.Failures));
        }

        var unusable = states.Where(state => state is { Rules: null, Latest.Options: not { FaultStopsStart: false } }).ToList();
        if (unusable.Count > 0)
        {
            throw new InvalidOperationException(
                string.Join("\n\n", unusable.Select(state => $"The rule set `{state.Status.Name}` cannot be used:\n{state.Status.Fault}")),
                unusable.Select(state => state.Latest.Exception).FirstOrDefault(exception => exception is not null));
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // Who measures and traces starts like anything else, after the rules were read.
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        sets.TellFirst();
        return Task.CompletedTask;
    }

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
