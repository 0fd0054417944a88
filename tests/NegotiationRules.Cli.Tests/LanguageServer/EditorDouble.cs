using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json.Nodes;
using NegotiationRules.Cli.LanguageServer;
using NegotiationRules.Cli.LanguageServer.Protocol;

namespace NegotiationRules.Cli.Tests.LanguageServer;

/// <summary>An editor that talks to the server over pipes in memory.</summary>
internal sealed class EditorDouble : IAsyncDisposable
{
    // Long enough for a machine that is busy with other things; nothing waits for it when all is well.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Pipe _toServer = new();
    private readonly Pipe _fromServer = new();
    private readonly Stream _input;
    private readonly Stream _output;
    private readonly Dictionary<string, JsonArray> _findings = new(StringComparer.Ordinal);
    private readonly List<string> _shown = [];
    private int _asked;

    private EditorDouble()
    {
        (_input, _output) = (_fromServer.Reader.AsStream(), _toServer.Writer.AsStream());
        Served = Task.Run(async () =>
        {
            var isFine = await RulesServer.ServeAsync(_toServer.Reader.AsStream(), _fromServer.Writer.AsStream(), null, default);
            await _fromServer.Writer.CompleteAsync();
            return isFine;
        });
    }

    /// <summary>The server; it gives whether it was told that it ends.</summary>
    public Task<bool> Served { get; }

    /// <summary>The messages that were shown.</summary>
    public IReadOnlyList<string> Shown => _shown;

    /// <summary>An editor that has said who it is.</summary>
    /// <param name="scenario">The scenario whose verdicts it wants to see.</param>
    public static async Task<EditorDouble> StartAsync(string? scenario = null)
    {
        var editor = new EditorDouble();
        await editor.AskAsync("initialize", new JsonObject
        {
            ["capabilities"] = new JsonObject(),
            ["initializationOptions"] = new JsonObject { ["scenario"] = scenario },
        });
        await editor.TellAsync("initialized", []);
        return editor;
    }

    /// <summary>Opens a text in the place of a file.</summary>
    /// <returns>The address of the file.</returns>
    public async Task<string> OpenAsync(string path, string text)
    {
        var uri = FileAddress.Of(path);
        await TellAsync("textDocument/didOpen", new JsonObject
        {
            ["textDocument"] = new JsonObject { ["uri"] = uri, ["languageId"] = "json", ["version"] = 1, ["text"] = text },
        });
        return uri;
    }

    /// <summary>Writes another text in the place of all that is open.</summary>
    public Task WriteAsync(string uri, string text) => TellAsync("textDocument/didChange", new JsonObject
    {
        ["textDocument"] = new JsonObject { ["uri"] = uri, ["version"] = 2 },
        ["contentChanges"] = new JsonArray(new JsonObject { ["text"] = text }),
    });

    public Task CloseAsync(string uri) =>
        TellAsync("textDocument/didClose", new JsonObject { ["textDocument"] = new JsonObject { ["uri"] = uri } });

    /// <summary>Asks about a place in a file.</summary>
    public Task<JsonNode?> AskAtAsync(string name, string uri, string text, int offset, string? newName = null)
    {
        var before = text[..offset].Split('\n');
        var question = new JsonObject
        {
            ["textDocument"] = new JsonObject { ["uri"] = uri },
            ["position"] = new JsonObject { ["line"] = before.Length - 1, ["character"] = before[^1].Length },
        };
        if (newName is not null)
        {
            question["newName"] = newName;
        }

        return AskAsync(name, question);
    }

    /// <summary>Asks about a whole file.</summary>
    public Task<JsonNode?> AskAboutAsync(string name, string uri) => AskAsync(name, new JsonObject
    {
        ["textDocument"] = new JsonObject { ["uri"] = uri },
        ["range"] = JsonNode.Parse("""{ "start": { "line": 0, "character": 0 }, "end": { "line": 99999, "character": 0 } }"""),
    });

    /// <summary>Asks, and gives what is answered; what cannot be answered is under <c>error</c>.</summary>
    public async Task<JsonNode?> AskAsync(string name, JsonObject question)
    {
        var id = ++_asked;
        await SendAsync(new JsonObject { ["jsonrpc"] = "2.0", ["id"] = id, ["method"] = name, ["params"] = question }.ToJsonString());
        while (true)
        {
            var message = await ReadAsync();
            if (message["id"] is JsonValue answered && answered.TryGetValue<int>(out var found) && found == id && message["method"] is null)
            {
                return message["error"] is { } error ? new JsonObject { ["error"] = error.DeepClone() } : message["result"];
            }
        }
    }

    public Task TellAsync(string name, JsonObject notice) =>
        SendAsync(new JsonObject { ["jsonrpc"] = "2.0", ["method"] = name, ["params"] = notice }.ToJsonString());

    /// <summary>What is wrong in a file, once it is what is awaited.</summary>
    public async Task<JsonArray> FindingsAsync(string uri, Func<JsonArray, bool> isIt)
    {
        while (!(_findings.TryGetValue(uri, out var found) && isIt(found)))
        {
            await ReadAsync();
        }

        return _findings[uri];
    }

    public async Task SendAsync(string content)
    {
        var bytes = Encoding.UTF8.GetBytes(content);
        await SendRawAsync(string.Create(CultureInfo.InvariantCulture, $"Content-Length: {bytes.Length}\r\n\r\n") + content);
    }

    public async Task SendRawAsync(string text)
    {
        await _output.WriteAsync(Encoding.UTF8.GetBytes(text));
        await _output.FlushAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _toServer.Writer.CompleteAsync();
        await Served.WaitAsync(Patience);
    }

    private async Task<JsonObject> ReadAsync()
    {
        using var late = new CancellationTokenSource(Patience);
        var header = new StringBuilder();
        var one = new byte[1];
        while (!header.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            await _input.ReadExactlyAsync(one, late.Token);
            header.Append((char)one[0]);
        }

        var content = new byte[int.Parse(header.ToString().Split(':')[1].Trim(), CultureInfo.InvariantCulture)];
        await _input.ReadExactlyAsync(content, late.Token);
        var message = JsonNode.Parse(content)!.AsObject();
        switch ((string?)message["method"])
        {
            case "textDocument/publishDiagnostics":
                _findings[(string)message["params"]!["uri"]!] = message["params"]!["diagnostics"]!.AsArray();
                break;
            case "window/showMessage":
                _shown.Add((string)message["params"]!["message"]!);
                break;
            case "window/logMessage":
                throw new InvalidOperationException((string)message["params"]!["message"]!);
        }

        return message;
    }
}
