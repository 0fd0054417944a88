namespace NegotiationRules.Cli;

/// <summary>How often the process was asked to end, and what is made of it: people press Ctrl+C twice, and what was done is not lost by
/// that.</summary>
/// <remarks>Any thread may ask.</remarks>
/// <param name="error">Where it is said that the first request is being served.</param>
internal sealed class StopRequests(TextWriter error) : IDisposable
{
    /// <summary>How long what was begun may take: an evaluation cannot be asked to stop, and nobody who wants a process to end waits
    /// longer.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _stop = new();
    private int _requests;

    /// <summary>Tells commands to finish what they have begun.</summary>
    public CancellationToken Token => _stop.Token;

    /// <summary>Takes note of a request.</summary>
    /// <returns>Whether the process goes on, to write what was done; from the third request on it does not.</returns>
    public bool Take()
    {
        switch (Interlocked.Increment(ref _requests))
        {
            case 1:
                _stop.Cancel();
                return true;
            case 2:
                error.WriteLine(
                    $"what was done is still being written, for {Patience.TotalSeconds:0} seconds at most; once more ends it at once");
                return true;
            default:
                return false;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _stop.Dispose();
}
