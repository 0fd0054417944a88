using System.Net;
using System.Net.Sockets;

namespace NegotiationRules.Cli.Serving;

/// <summary>Serves a page and a folder to the browsers of this machine: it listens on the loopback address only.</summary>
/// <remarks>Whoever is on this machine can connect, so nobody is waited for long and not many are answered at a time.</remarks>
internal sealed class PageServer : IDisposable
{
    private const int MostConnections = 200;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(400);

    private readonly ServedFolder _folder;
    private readonly PageAnswers _answers;
    private readonly TcpListener _listener;
    private readonly TimeSpan _patience;
    private int _connections;

    /// <param name="folder">The folder.</param>
    /// <param name="page">The page.</param>
    /// <param name="port">The port to listen on; 0 for any that is free.</param>
    /// <param name="patience">How long a request may take to come in, and an answer to be taken; ten seconds if left out.</param>
    /// <param name="mayBeFramed">Whether another page, of an editor, may show this one in a frame.</param>
    /// <exception cref="SocketException">The port cannot be had.</exception>
    public PageServer(ServedFolder folder, ServedPage page, int port, TimeSpan? patience = null, bool mayBeFramed = false)
    {
        (_folder, _patience) = (folder, patience ?? TimeSpan.FromSeconds(10));
        _listener = new TcpListener(IPAddress.Loopback, port);
        _listener.Start();
        _answers = new PageAnswers(folder, page, ((IPEndPoint)_listener.LocalEndpoint).Port, mayBeFramed);
    }

    /// <summary>What to open in a browser.</summary>
    public string Address => _answers.Address;

    /// <summary>Answers until it is stopped.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        try
        {
            while (true)
            {
                if (await AcceptAsync(stop).ConfigureAwait(false) is { } client)
                {
                    _ = ServeAsync(client, stop);
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
        }
    }

    public void Dispose() => _listener.Dispose();

    // Where no more connections can be had, there will be some when others have ended.
    private async Task<TcpClient?> AcceptAsync(CancellationToken stop)
    {
        try
        {
            return await _listener.AcceptTcpClientAsync(stop).ConfigureAwait(false);
        }
        catch (SocketException)
        {
            await Task.Delay(BetweenLooks, stop).ConfigureAwait(false);
            return null;
        }
    }

    // Whoever goes away in the middle wants no answer.
    private async Task ServeAsync(TcpClient client, CancellationToken stop)
    {
        using var connection = client;
        try
        {
            if (Interlocked.Increment(ref _connections) > MostConnections)
            {
                var busy = HttpAnswer.Of(503, "Too many ask at a time: close other tabs with this page.");
                await WriteAsync(client.GetStream(), busy.ToBytes(), stop).ConfigureAwait(false);
                return;
            }

            var (request, refusal) = await ReadAsync(client.GetStream(), stop).ConfigureAwait(false);
            if (request is not null && _answers.Follows(request))
            {
                await FollowAsync(client.GetStream(), stop).ConfigureAwait(false);
            }
            else if ((refusal ?? (request is null ? null : _answers.Answer(request))) is { } answer)
            {
                await SendAsync(client, answer, stop).ConfigureAwait(false);
            }
        }
        catch (Exception gone) when (gone is IOException or SocketException or OperationCanceledException)
        {
        }
        finally
        {
            Interlocked.Decrement(ref _connections);
        }
    }

    private async Task<(HttpRequest? Request, HttpAnswer? Refusal)> ReadAsync(NetworkStream stream, CancellationToken stop)
    {
        using var patience = Patience(stop);
        try
        {
            return await HttpRequest.ReadAsync(stream, _answers.Refuse, patience.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return (null, HttpAnswer.Of(408, "The request took too long."));
        }
    }

    // What is still on its way is taken and thrown away: a connection that is closed over it takes the answer with it.
    private async Task SendAsync(TcpClient client, HttpAnswer answer, CancellationToken stop)
    {
        using var patience = Patience(stop);
        var stream = client.GetStream();
        await stream.WriteAsync(answer.ToBytes(), patience.Token).ConfigureAwait(false);
        client.Client.Shutdown(SocketShutdown.Send);
        for (var rest = new byte[4096]; await stream.ReadAsync(rest, patience.Token).ConfigureAwait(false) > 0;)
        {
        }
    }

    private async Task FollowAsync(NetworkStream stream, CancellationToken stop)
    {
        var changes = new FolderChanges(_folder);
        await WriteAsync(stream, HttpAnswer.StartOfEvents, stop).ConfigureAwait(false);
        for (var quiet = 0; ; quiet++)
        {
            await Task.Delay(BetweenLooks, stop).ConfigureAwait(false);
            var told = changes.Next();
            foreach (var change in told)
            {
                await WriteAsync(stream, [.. "data: "u8, .. change, .. "\n\n"u8], stop).ConfigureAwait(false);
            }

            // So that a browser that has gone is noticed.
            if (told.Count == 0 && quiet % 25 == 0)
            {
                await WriteAsync(stream, ":\n\n"u8.ToArray(), stop).ConfigureAwait(false);
            }
        }
    }

    private async Task WriteAsync(NetworkStream stream, byte[] bytes, CancellationToken stop)
    {
        using var patience = Patience(stop);
        await stream.WriteAsync(bytes, patience.Token).ConfigureAwait(false);
    }

    private CancellationTokenSource Patience(CancellationToken stop)
    {
        var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(_patience);
        return patience;
    }
}
