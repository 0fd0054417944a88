using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using NegotiationRules.Extensions.Settings;
using NegotiationRules.Extensions.Telemetry;

namespace NegotiationRules.Extensions.Hosting;

/// <summary>One rule set of an application: the rules in force, and how they are replaced.</summary>
internal sealed class HostedRuleSet(
    HostedRegistration registration, IOptionsFactory<HostedRuleSetOptions> factory, string? folder, RuleSetTelemetry telemetry,
    ILogger logger) : IDisposable
{
    private readonly object _reading = new();
    private volatile RuleSetState? _state;
    private CancellationTokenSource _changed = new();

    private int _followers;

    public string Name => registration.Name;

    public HostedRegistration Registration => registration;

    public RuleSetTelemetry Telemetry => telemetry;

    public ILogger Logger => logger;

    /// <summary>What is in force; read first if nothing was.</summary>
    public RuleSetState State => _state ?? ReadFirst();

    public IChangeToken ChangeToken => new CancellationChangeToken(Volatile.Read(ref _changed).Token);

    /// <summary>Whether nobody follows its changes so far, though they should be; from now on, somebody does.</summary>
    public bool BeginsToBeFollowed()
    {
        if (Volatile.Read(ref _followers) > 0 || State.Latest.Options is not { Reload: true })
        {
            return false;
        }

        return Interlocked.Exchange(ref _followers, 1) == 0;
    }

    /// <summary>Reads it again; what can be used is in force from then on.</summary>
    public RuleSetState Read()
    {
        RuleSetState state;
        bool isOther;
        lock (_reading)
        {
            var before = _state;
            if (before is null)
            {
                return ReadFirst();
            }

            using var activity = RuleSetTelemetry.Read(Name);
            var reading = RuleSetReading.Of(Name, factory, folder);
            isOther = reading.Rules is not null;
            if (isOther)
            {
                telemetry.Reloaded(Name);
                state = before.ReplacedBy(reading);
            }
            else
            {
                telemetry.Faulted(Name, activity);
                state = before.KeptIn(reading);
            }

            Report(before, reading, state.Rules is not null);
            _state = state;
        }

        if (isOther)
        {
            _ = TellAsync();
        }

        return state;
    }

    public void Dispose() => _changed.Dispose();

    private RuleSetState ReadFirst()
    {
        lock (_reading)
        {
            if (_state is not null)
            {
                return _state;
            }

            using var activity = RuleSetTelemetry.Read(Name);
            var reading = RuleSetReading.Of(Name, factory, folder);
            if (reading.Rules is null)
            {
                telemetry.Faulted(Name, activity);
            }

            Report(null, reading, isKept: false);
            return _state = RuleSetState.First(Name, reading);
        }
    }

    // Where the same is wrong again, such as a store that is still away, it was said.
    private void Report(RuleSetState? before, RuleSetReading reading, bool isKept)
    {
        if (reading.Rules is { } rules)
        {
            if (before?.Rules is null)
            {
                logger.Loaded(Name, rules.Rules.Count, reading.Options!.Path);
            }
            else
            {
                logger.Reloaded(Name, rules.Rules.Count, reading.Options!.Path);
            }

            if (reading.Diagnostics.Count > 0)
            {
                logger.Warned(Name, RuleFileException.MessageOf(reading.Diagnostics));
            }
        }
        else if (reading.Fault != before?.Status.Fault)
        {
            if (isKept)
            {
                logger.Kept(Name, reading.Fault!);
            }
            else
            {
                logger.Unusable(Name, reading.Fault!);
            }
        }
    }

    // On a thread of the pool: who is told may end the application, which waits until what reads has ended.
    private async Task TellAsync()
    {
        var told = Interlocked.Exchange(ref _changed, new CancellationTokenSource());
        try
        {
            await told.CancelAsync().ConfigureAwait(false);
        }
        catch (Exception e)
        {
            logger.ListenerFailed(e, Name);
        }
    }
}
