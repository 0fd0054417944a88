using Microsoft.Extensions.Primitives;
using NegotiationRules.Extensions.Settings;
using NegotiationRules.Extensions.Telemetry;
using NegotiationRules.Extensions.Watching;

namespace NegotiationRules.Extensions.Hosting;

/// <summary>Follows the changes of one rule set's files and configuration, until it is disposed of.</summary>
internal sealed class Follower : IAsyncDisposable
{
    private readonly HostedRuleSet _set;
    private readonly Signal _signal = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _task;
    private string? _configured;
    private bool _isUnwatched;

    public Follower(HostedRuleSet set)
    {
        _set = set;
        _configured = Configured();
        _task = Task.Run(FollowAsync);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _task.ConfigureAwait(false);
        _signal.Dispose();
        _stop.Dispose();
    }

    private async Task FollowAsync()
    {
        var section = _set.Registration.Section;
        using var configuration = section is null ? null : ChangeToken.OnChange(section.GetReloadToken, _signal.Give);
        try
        {
            for (var isGiven = false; ;)
            {
                var options = _set.State.Latest.Options!;

                // Watched first, then looked at: what happens in between is not missed.
                using var watch = Watch(options);
                var isChanged = await IsChangedAsync().ConfigureAwait(false);
                if (isChanged)
                {
                    await ReadAsync(isGiven ? TimeSpan.Zero : options.Quiet).ConfigureAwait(false);
                }
                else if (isGiven)
                {
                    _set.Logger.Same(_set.Name);
                }

                // Where the files are kept could not be asked: it is asked again, without haste.
                var isAway = _set.State.Latest.Exception is not null;
                isGiven = (!isChanged || isAway) && await _signal.WaitAsync(
                    isAway || IsPolled(options) ? options.PollInterval : Timeout.InfiniteTimeSpan, _stop.Token).ConfigureAwait(false);
                if (isGiven)
                {
                    await _signal.SettleAsync(options.Quiet, _stop.Token).ConfigureAwait(false);
                }
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The application ends.
        }
    }

    private async Task<bool> IsChangedAsync()
    {
        var before = _configured;
        _configured = Configured();
        return _configured != before || await _set.State.Latest.WouldDifferAsync(_stop.Token).ConfigureAwait(false);
    }

    // A file that somebody is writing is left alone until it is written, lest half of it be reported as a fault.
    private async Task ReadAsync(TimeSpan quiet)
    {
        if (quiet > TimeSpan.Zero)
        {
            await _signal.SettleAsync(quiet, _stop.Token).ConfigureAwait(false);
        }

        await _set.ReadAsync(_stop.Token).ConfigureAwait(false);
    }

    private IDisposable? Watch(HostedRuleSetOptions options)
    {
        if (IsPolled(options))
        {
            return null;
        }

        try
        {
            return options.IsOfThisMachine ? FolderWatch.Over(_set.State.Latest.Files.Paths, _signal.Give)
                : ((options.Files as IWatchedRuleFiles)?.Watch() ?? options.AsyncFiles?.Watch())?.RegisterChangeCallback(
                    static signal => ((Signal)signal!).Give(), _signal);
        }
        catch (Exception e)
        {
            // The system may have no more watches to give, and a store may throw anything.
            _isUnwatched = true;
            _set.Logger.Polled(_set.Name, e.Message, options.PollInterval);
            return null;
        }
    }

    // The variable is the one by which configuration files of .NET are polled.
    private bool IsPolled(HostedRuleSetOptions options) =>
        _isUnwatched || (options.Poll ?? (options.IsOfThisMachine && IsPolledByDefault()));

    private static bool IsPolledByDefault() => Environment.GetEnvironmentVariable("DOTNET_USE_POLLING_FILE_WATCHER") is "1"
        or ['t' or 'T', 'r' or 'R', 'u' or 'U', 'e' or 'E'];

    private string? Configured() => _set.Registration.Section is { } section ? RuleSetSection.ContentOf(section) : null;
}
