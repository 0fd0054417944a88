using NegotiationRules.Text;

namespace NegotiationRules.Extensions.Sources;

/// <summary>Files that were fetched, to be read without waiting. What is asked for in vain is fetched afterwards, so that reading once more
/// finds it: which files there are to fetch, only those say that name them.</summary>
/// <param name="source">Where they are fetched from.</param>
/// <param name="limits">How large each may be.</param>
/// <param name="atMost">How long fetching all of them may take.</param>
internal sealed class FetchedFiles(IAsyncRuleFiles source, ReadingLimits limits, TimeSpan atMost) : IRuleFiles
{
    private readonly Dictionary<string, byte[]?> _files = new(StringComparer.Ordinal);
    private readonly List<string> _missing = [];

    public Stream? Open(string path)
    {
        if (_files.TryGetValue(path, out var bytes))
        {
            return bytes is null ? null : new MemoryStream(bytes, writable: false);
        }

        _missing.Add(path);
        return null;
    }

    /// <summary>Goes through files, and fetches those that were missed, until there are none.</summary>
    /// <param name="read">Reads them, as far as they are there.</param>
    /// <param name="stop">Gives up.</param>
    /// <exception cref="IOException">A file cannot be fetched; what is inside says why.</exception>
    public async Task<T> ReadAsync<T>(Func<T> read, CancellationToken stop)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(stop);
        timeout.CancelAfter(atMost);
        for (; ; )
        {
            var all = read();
            if (_missing.Count == 0)
            {
                return all;
            }

            foreach (var path in _missing)
            {
                _files[path] = await FetchAsync(path, timeout.Token, stop).ConfigureAwait(false);
            }

            _missing.Clear();
        }
    }

    // On a thread of the pool, so that whoever waits for it without a host is not waited for in turn; and not longer than it may take,
    // even if it does not listen.
    private async Task<byte[]?> FetchAsync(string path, CancellationToken timeout, CancellationToken stop)
    {
        try
        {
            return await Task.Run(() => ReadAsync(path, timeout), timeout).WaitAsync(timeout).ConfigureAwait(false);
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            throw new IOException(
                $"`{path}` cannot be fetched: {(timeout.IsCancellationRequested ? $"it took longer than {atMost}" : e.Message)}", e);
        }
    }

    private async Task<byte[]?> ReadAsync(string path, CancellationToken timeout)
    {
        var stream = await source.OpenAsync(path, timeout).ConfigureAwait(false);
        if (stream is null)
        {
            return null;
        }

        await using (stream.ConfigureAwait(false))
        {
            return await Utf8Text.ReadToEndAsync(stream, limits, timeout).ConfigureAwait(false)
                ?? throw new IOException(Utf8Text.TooLong);
        }
    }
}
