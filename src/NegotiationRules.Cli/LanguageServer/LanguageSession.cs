using NegotiationRules.Cli.LanguageServer.Knowledge;
using NegotiationRules.Cli.LanguageServer.Protocol;
using NegotiationRules.Cli.LanguageServer.Texts;
using StreamJsonRpc;

namespace NegotiationRules.Cli.LanguageServer;

/// <summary>One editor that is served: its open texts, what it has chosen, and what it is told.</summary>
/// <remarks>Notices are taken in the order in which they come; whoever answers a request has the texts of the moment when it
/// came.</remarks>
internal sealed class LanguageSession : IDisposable
{
    private readonly JsonRpc _rpc;
    private readonly KnownReads _known = new();
    private readonly FindingsOfRun _findings;
    private readonly string? _rootOfCommand;

    private OpenDocuments _documents = OpenDocuments.None;
    private ScenarioChoice _choice = ScenarioChoice.None;
    private InitializationOptions _settings = new(null, null);
    private ClientCapabilities? _client;
    private CancellationTokenSource _stop = new();
    private Task _running = Task.CompletedTask;

    /// <param name="rpc">The connection.</param>
    /// <param name="root">The folder that included files may not lie outside of, if the command line names one.</param>
    public LanguageSession(JsonRpc rpc, string? root)
    {
        _rpc = rpc;
        _rootOfCommand = root;
        _findings = new FindingsOfRun(found => NotifyAsync(
            "textDocument/publishDiagnostics", Parameter("uri", found.Uri), Parameter("diagnostics", found.Diagnostics)));
    }

    /// <summary>The files as they are at this moment.</summary>
    public Workspace Now => new(_documents, _known, _rootOfCommand ?? _settings.Root, _choice);

    public void Begin(InitializeRequest request)
    {
        _client = request.Capabilities;
        Set(request.InitializationOptions);
    }

    public void Set(InitializationOptions? settings)
    {
        if (settings is not null)
        {
            _settings = settings;
            _choice = _choice with { Setting = settings.Scenario };
            _known.Clear();
            Check();
        }
    }

    public void Open(OpenedDocument opened)
    {
        if (FileAddress.PathOf(opened.Uri) is { } path)
        {
            _documents = _documents.With(new OpenDocument(opened.Uri, path, opened.Text));
            Check();
        }
    }

    public void Change(DidChangeNotice notice)
    {
        if (_documents.At(notice.TextDocument.Uri) is { } document)
        {
            _documents = _documents.With(document.With(notice.ContentChanges));
            Check();
        }
    }

    public void Close(NamedDocument closed)
    {
        if (_documents.At(closed.Uri) is { } document)
        {
            _documents = _documents.Without(document.Path);
            Check();
        }
    }

    /// <summary>Files on disk have changed, come or gone.</summary>
    public void LookAgain()
    {
        _known.Clear();
        Check();
    }

    public void Choose(string rules, string? scenario)
    {
        _choice = _choice with { ByRules = _choice.ByRules.SetItem(rules, scenario) };
        _ = RefreshAsync();
    }

    /// <summary>Asks the editor to show anew what hangs on the chosen scenario, or on tests that were run.</summary>
    public async Task RefreshAsync()
    {
        if (_client?.Workspace?.CodeLens is { RefreshSupport: true })
        {
            await InvokeAsync("workspace/codeLens/refresh").ConfigureAwait(false);
        }

        if (_client?.Workspace?.InlayHint is { RefreshSupport: true })
        {
            await InvokeAsync("workspace/inlayHint/refresh").ConfigureAwait(false);
        }
    }

    /// <summary>Shows a message; 1 is an error, 3 tells something.</summary>
    public Task ShowAsync(int type, string message) =>
        NotifyAsync("window/showMessage", Parameter("type", type), Parameter("message", message));

    /// <summary>Lets somebody choose; <see langword="null"/> if nothing was chosen.</summary>
    public async Task<string?> AskAsync(string question, IEnumerable<string> choices)
    {
        IReadOnlyList<MessageAction> actions = [.. choices.Select(choice => new MessageAction(choice))];
        var (asked, types) = ByName([Parameter("type", 3), Parameter("message", question), Parameter("actions", actions)]);
        return (await _rpc.InvokeWithParameterObjectAsync<MessageAction?>(
            "window/showMessageRequest", asked, types, CancellationToken.None).ConfigureAwait(false))?.Title;
    }

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    // Whoever types on has the run before stopped; what it has found by then is told by the next one.
    private void Check()
    {
        _stop.Cancel();
        _stop.Dispose();
        _stop = new CancellationTokenSource();
        var (workspace, before, stop) = (Now, _running, _stop.Token);
        _running = Task.Run(() => CheckAsync(workspace, before, stop), CancellationToken.None);
    }

    private async Task CheckAsync(Workspace workspace, Task before, CancellationToken stop)
    {
        await before.ConfigureAwait(false);
        try
        {
            stop.ThrowIfCancellationRequested();
            await _findings.RunAsync(workspace, stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The next run begins.
        }
#pragma warning disable CA1031 // Whatever is wrong with a text, the next keystroke is answered.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            await NotifyAsync(
                "window/logMessage", Parameter("type", 1), Parameter("message", $"negotiate itself is at fault: {fault}"))
                .ConfigureAwait(false);
        }
    }

    // Whoever is gone needs not be told.
    private async Task NotifyAsync(string name, params (string Name, object Value, Type Type)[] parameters)
    {
        try
        {
            var (values, types) = ByName(parameters);
            await _rpc.NotifyWithParameterObjectAsync(name, values, types).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is ConnectionLostException or ObjectDisposedException or IOException)
        {
        }
    }

    private async Task InvokeAsync(string name)
    {
        try
        {
            var (none, types) = ByName([]);
            await _rpc.InvokeWithParameterObjectAsync(name, none, types, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is RemoteRpcException or ObjectDisposedException or IOException or OperationCanceledException)
        {
            // It is shown when the editor asks next.
        }
    }

    // By name and with its type each, so that nothing is looked for by reflection.
    private static (string Name, object Value, Type Type) Parameter<T>(string name, T value)
        where T : notnull => (name, value, typeof(T));

    private static (IReadOnlyDictionary<string, object?> Values, IReadOnlyDictionary<string, Type> Types) ByName(
        (string Name, object Value, Type Type)[] parameters) =>
        (parameters.ToDictionary(one => one.Name, one => (object?)one.Value, StringComparer.Ordinal),
            parameters.ToDictionary(one => one.Name, one => one.Type, StringComparer.Ordinal));
}
