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
    private readonly SemaphoreSlim _reading = new(1);
    private volatile RuleSetState? _state;
    private CancellationTokenSource _changed = new();
    private ReadingRecord? _first;
    private int _followers;

    public string Name => registration.Name;

    public HostedRegistration Registration => registration;

    public RuleSetTelemetry Telemetry => telemetry;

    public ILogger Logger => logger;

    /// <summary>What is in force; read first if nothing was, which the caller waits for.</summary>
    public RuleSetState State => _state ?? ReadFirstAsync(CancellationToken.None).GetAwaiter().GetResult();

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

    /// <summary>Reads it, unless it was read.</summary>
    public async Task<RuleSetState> ReadFirstAsync(CancellationToken stop) =>
        _state ?? await ReadAsync(isAgain: false, stop).ConfigureAwait(false);

    /// <summary>Reads it again; what can be used is in force from then on.</summary>
    public Task<RuleSetState> ReadAsync(CancellationToken stop) => ReadAsync(isAgain: true, stop);

    /// <summary>Tells of the first reading, if nobody listened then: telemetry starts with the host, which has read the rules by
    /// then.</summary>
    public void TellFirst()
    {
        if (Interlocked.Exchange(ref _first, null) is { } first)
        {
            telemetry.TellLate(first);
        }
    }

    // Somebody may be reading still; a semaphore that was never asked for a handle has nothing to free.
    public void Dispose() => _changed.Dispose();

    private async Task<RuleSetState> ReadAsync(bool isAgain, CancellationToken stop)
    {
        RuleSetState state;
        bool isOther;
        await _reading.WaitAsync(stop).ConfigureAwait(false);
        try
        {
            var before = _state;
            if (before is not null && !isAgain)
            {
                return before;
            }

            var (reading, record) = await MeasuredAsync(stop).ConfigureAwait(false);
            _first = before is null ? record : _first;
            isOther = before is not null && reading.Rules is not null;
            state = before is null ? RuleSetState.First(Name, reading)
                : reading.Rules is null ? before.KeptIn(reading)
                : before.ReplacedBy(reading);
            if (isOther)
            {
                telemetry.Reloaded(Name);
            }

            Report(before, reading, isKept: before is not null && state.Rules is not null);
            _state = state;
        }
        finally
        {
            _reading.Release();
        }

        if (isOther)
        {
            _ = TellAsync();
        }

        return state;
    }

    private async Task<(RuleSetReading Reading, ReadingRecord Record)> MeasuredAsync(CancellationToken stop)
    {
        using var measured = RuleSetTelemetry.BeginReading(Name);
        var reading = await RuleSetReading.OfAsync(Name, factory, folder, stop).ConfigureAwait(false);
        return (reading, telemetry.EndReading(measured, reading.ErrorType));
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
