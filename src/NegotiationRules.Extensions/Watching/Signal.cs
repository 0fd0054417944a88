namespace NegotiationRules.Extensions.Watching;

/// <summary>That something happened, once or several times: one waits for it, any thread gives it.</summary>
internal sealed class Signal : IDisposable
{
    // More than one waiting is as good as one.
    private readonly SemaphoreSlim _given = new(0);

    public void Give()
    {
        try
        {
            if (_given.CurrentCount == 0)
            {
                _given.Release();
            }
        }
        catch (ObjectDisposedException)
        {
            // Nobody waits any more: the system told of something late.
        }
    }

    /// <summary>Waits until it is given, for so long at most; what was given is used up.</summary>
    public async Task<bool> WaitAsync(TimeSpan atMost, CancellationToken stop)
    {
        var isGiven = await _given.WaitAsync(atMost, stop).ConfigureAwait(false);
        while (isGiven && _given.Wait(0, CancellationToken.None))
        {
        }

        return isGiven;
    }

    public void Dispose() => _given.Dispose();

    /// <summary>Waits until it was not given for some time, for eight times that at most.</summary>
    public async Task SettleAsync(TimeSpan quiet, CancellationToken stop)
    {
        for (var waits = 0; waits < 8 && await WaitAsync(quiet, stop).ConfigureAwait(false); waits++)
        {
            await Task.Delay(quiet, stop).ConfigureAwait(false);
        }
    }
}
