using System.Buffers;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NegotiationRules.Cli.Output;

namespace NegotiationRules.Cli.Serving;

/// <summary>Serves a page and a folder to the browsers of this machine.</summary>
/// <remarks>
/// It listens on the loopback address only. Everything lies under a path that nobody can guess, so that other users of the machine and
/// other pages cannot ask for it; requests that name another host, or come from another page, are refused all the same.
/// </remarks>
internal sealed class PageServer : IDisposable
{
    private static readonly TimeSpan LongestRequest = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(400);

    private readonly ServedFolder _folder;
    private readonly ServedPage _page;
    private readonly TcpListener _listener;
    private readonly string _token = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));

    /// <exception cref="SocketException">The port cannot be had.</exception>
    public PageServer(ServedFolder folder, ServedPage page, int port)
    {
        (_folder, _page) = (folder, page);
        _listener = new TcpListener(IPAddress.Loopback, port);
        _listener.Start();
    }

    /// <summary>What to open in a browser.</summary>
    public string Address => $"http://127.0.0.1:{Port}/{_token}/";

    private int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Answers until it is stopped.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(stop).ConfigureAwait(false);
                _ = AnswerAsync(client, stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
        }
    }

    public void Dispose() => _listener.Dispose();

    // Whoever goes away in the middle wants no answer.
    private async Task AnswerAsync(TcpClient client, CancellationToken stop)
    {
        using var connection = client;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(LongestRequest);
        try
        {
            var stream = client.GetStream();
            var (request, refusal) = await HttpRequest.ReadAsync(stream, patience.Token).ConfigureAwait(false);
            if (request is not null && (refusal = Refusal(request)) is null && request.Path == $"/{_token}/changes")
            {
                await FollowAsync(stream, stop).ConfigureAwait(false);
                return;
            }

            if (refusal is not null || request is not null)
            {
                await stream.WriteAsync((refusal ?? Answer(request!)).ToBytes(), patience.Token).ConfigureAwait(false);
            }
        }
        catch (Exception gone) when (gone is IOException or SocketException or OperationCanceledException)
        {
        }
    }

    private HttpAnswer? Refusal(HttpRequest request)
    {
        string[] hosts = [$"127.0.0.1:{Port}", $"localhost:{Port}"];
        if (request.Header("Host") is not { } host || !hosts.Contains(host, StringComparer.OrdinalIgnoreCase))
        {
            return HttpAnswer.Of(403, "This is served to the machine that it runs on, under its own address only.");
        }

        var isOwn = request.Header("Origin") is not { } origin || origin.Equals($"http://{host}", StringComparison.OrdinalIgnoreCase);
        if (!isOwn || request.Header("Sec-Fetch-Site") is not (null or "same-origin" or "none"))
        {
            return HttpAnswer.Of(403, "This is served to its own page only.");
        }

        return request.Path.StartsWith($"/{_token}/", StringComparison.Ordinal) ? null
            : HttpAnswer.Of(404, "Open the whole address that negotiate serve printed.");
    }

    private HttpAnswer Answer(HttpRequest request)
    {
        var path = request.Path[(_token.Length + 2)..];
        return (request.Method, path) switch
        {
            ("GET", "folder") => Folder(),
            ("PUT", "file") => Save(request),
            ("GET", _) when _page.TryGet(path, _token, out var file) => file,
            ("GET", _) => HttpAnswer.Of(404, "There is nothing of that name."),
            _ => HttpAnswer.Of(405, "Files are opened with GET and saved with PUT."),
        };
    }

    private HttpAnswer Folder() => new(200, "application/json; charset=utf-8", Json(json =>
    {
        json.WriteString("name", _folder.Name);
        json.WriteStartObject("files");
        foreach (var path in _folder.Look().Keys.Order(StringComparer.Ordinal))
        {
            if (_folder.Read(path) is { } text)
            {
                json.WriteString(path, text);
            }
        }

        json.WriteEndObject();
    }));

    private HttpAnswer Save(HttpRequest request)
    {
        if (request.Header("X-Negotiate-Token") != _token)
        {
            return HttpAnswer.Of(403, "Only the page may save.");
        }

        if (_folder.Locate(request.Asked("path") ?? string.Empty) is not { } at)
        {
            return HttpAnswer.Of(403, "No such file is saved here: its name has to be that of rules, a scenario, a vocabulary or tests.");
        }

        try
        {
            ServedFolder.Save(at, Encoding.UTF8.GetString(request.Body));
            return HttpAnswer.Done;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return HttpAnswer.Of(500, fault.Message);
        }
    }

    // The folder is looked at again and again: that tells of every change on every file system.
    private async Task FollowAsync(NetworkStream stream, CancellationToken stop)
    {
        await stream.WriteAsync(HttpAnswer.StartOfEvents, stop).ConfigureAwait(false);
        var known = _folder.Look();
        for (var quiet = 0; ; quiet++)
        {
            await Task.Delay(BetweenLooks, stop).ConfigureAwait(false);
            var now = _folder.Look();
            var changed = now.Keys.Where(path => !known.TryGetValue(path, out var before) || before != now[path])
                .Concat(known.Keys.Where(path => !now.ContainsKey(path)))
                .ToList();
            known = now;
            foreach (var path in changed)
            {
                var text = now.ContainsKey(path) ? _folder.Read(path) : null;
                byte[] told = [.. "data: "u8, .. Change(path, text), .. "\n\n"u8];
                await stream.WriteAsync(told, stop).ConfigureAwait(false);
            }

            // So that a browser that has gone is noticed.
            if (changed.Count == 0 && quiet % 25 == 0)
            {
                await stream.WriteAsync(":\n\n"u8.ToArray(), stop).ConfigureAwait(false);
            }
        }
    }

    private static byte[] Change(string path, string? text) => Json(json =>
    {
        json.WriteString("path", path);
        json.WriteString("text", text);
    });

    private static byte[] Json(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, JsonOutput.OneLine))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }
}
