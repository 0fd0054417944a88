using Microsoft.Extensions.Logging;

namespace NegotiationRules.Orleans.Telling;

/// <summary>Tells handlers what flipped in one negotiation, in its order, until they have taken note of it. Runs where the grain does, and
/// between its calls.</summary>
internal sealed class Teller : IDisposable
{
    private readonly string _negotiation;
    private readonly INegotiationHandler[] _handlers;
    private readonly NegotiationOptions _options;
    private readonly ILogger _logger;
    private readonly Queue<NegotiationFlips> _untold = [];
    private readonly CancellationTokenSource _leaving = new();
    private readonly CancellationToken _left;
    private Task _telling = Task.CompletedTask;

    public Teller(string negotiation, INegotiationHandler[] handlers, NegotiationOptions options, ILogger logger)
    {
        (_negotiation, _handlers, _options, _logger) = (negotiation, handlers, options, logger);
        // Whoever goes on after it was disposed of can still see that.
        _left = _leaving.Token;
    }

    /// <summary>Whether there is anybody to tell.</summary>
    public bool HasHandlers => _handlers.Length > 0;

    /// <summary>What not all handlers have taken note of.</summary>
    public NegotiationFlips[] Untold => [.. _untold];

    /// <summary>Tells of what was stored. Does not wait for handlers.</summary>
    public void Tell(IEnumerable<NegotiationFlips> stored)
    {
        foreach (var flips in stored)
        {
            _untold.Enqueue(flips);
        }

        if (_untold.Count > 0 && _telling.IsCompleted)
        {
            _telling = TellAllAsync();
        }
    }

    /// <summary>Stops telling; what was not told is told elsewhere.</summary>
    /// <param name="hurry">Does not wait any longer for a handler that goes on nevertheless.</param>
    public async Task StopAsync(CancellationToken hurry)
    {
        await _leaving.CancelAsync();
        await _telling.WaitAsync(hurry);
    }

    public void Dispose() => _leaving.Dispose();

    private async Task TellAllAsync()
    {
        // A handler that has much to do before it first waits does not hold up the call that made something flip.
        await Task.Yield();
        var wait = _options.FirstRetry;
        while (!_left.IsCancellationRequested && _untold.TryPeek(out var flips))
        {
            if (await TryTellAsync(flips))
            {
                _untold.Dequeue();
                wait = _options.FirstRetry;
            }
            else
            {
                await Task.Delay(wait, _left).ConfigureAwait(
                    ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
                wait = wait * 2 < _options.LastRetry ? wait * 2 : _options.LastRetry;
            }
        }
    }

    private async Task<bool> TryTellAsync(NegotiationFlips flips)
    {
        try
        {
            foreach (var handler in _handlers)
            {
                await handler.OnFlipsAsync(flips, _left);
            }

            return true;
        }
        catch (Exception e)
        {
            if (!_left.IsCancellationRequested)
            {
                _logger.HandlerFailed(e, _negotiation, flips.Number);
            }

            return false;
        }
    }
}
