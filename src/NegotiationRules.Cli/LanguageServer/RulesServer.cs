using System.Text.Json;
using NegotiationRules.Cli.LanguageServer.Answers;
using NegotiationRules.Cli.LanguageServer.Knowledge;
using NegotiationRules.Cli.LanguageServer.Protocol;
using NegotiationRules.Cli.LanguageServer.Texts;
using NegotiationRules.Cli.Output;
using StreamJsonRpc;

namespace NegotiationRules.Cli.LanguageServer;

/// <summary>Serves one editor over a pair of streams, by the Language Server Protocol.</summary>
internal sealed class RulesServer
{
    private readonly JsonRpc _rpc;
    private readonly LanguageSession _session;
    private bool _isShutDown;

    private RulesServer(JsonRpc rpc, LanguageSession session)
    {
        (_rpc, _session) = (rpc, session);
        Add<InitializeRequest, InitializeResult>("initialize", Initialize);
        Add<JsonElement, object>("initialized", _ => null);
        rpc.AddLocalRpcMethod("shutdown", new Func<object?>(ShutDown));
        rpc.AddLocalRpcMethod("exit", new Action(rpc.Dispose));
        Notice<DidOpenNotice>("textDocument/didOpen", notice => session.Open(notice.TextDocument));
        Notice<DidChangeNotice>("textDocument/didChange", session.Change);
        Notice<OfDocument>("textDocument/didClose", notice => session.Close(notice.TextDocument));
        Notice<OfDocument>("textDocument/didSave", _ => session.LookAgain());
        Notice<JsonElement>("workspace/didChangeWatchedFiles", _ => session.LookAgain());
        Notice<DidChangeConfigurationNotice>(
            "workspace/didChangeConfiguration", notice => session.Set(SettingsSection.In(notice.Settings)));
        AddAnswers();
        AddLists();
        Responder<ExecuteCommandRequest, CommandResult>.Add(
            rpc, "workspace/executeCommand", (request, _) => SessionCommands.RunAsync(session, request));
    }

    /// <summary>Serves until the editor says that it ends, or is gone.</summary>
    /// <param name="input">What the editor writes.</param>
    /// <param name="output">What it reads.</param>
    /// <param name="root">The folder that included files may not lie outside of, if the command line names one.</param>
    /// <param name="stop">Ends it.</param>
    /// <returns>Whether the editor has said before that it would end.</returns>
    public static async Task<bool> ServeAsync(Stream input, Stream output, string? root, CancellationToken stop)
    {
        using var rpc = new JsonRpc(new ProtocolMessages(input, output)) { CancelLocallyInvokedMethodsWhenConnectionIsClosed = true };
        using var session = new LanguageSession(rpc, root);
        var server = new RulesServer(rpc, session);
        rpc.StartListening();
        using var ends = stop.Register(rpc.Dispose);
        try
        {
            await rpc.Completion.ConfigureAwait(false);
        }
        catch (Exception fault)
            when (fault is ConnectionLostException or ObjectDisposedException or OperationCanceledException or IOException)
        {
            // The editor is gone.
        }

        return server._isShutDown;
    }

    private void AddAnswers()
    {
        At<CompletionList>("textDocument/completion", CompletionItems.At);
        At<HoverText>("textDocument/hover", CompletionItems.HoverAt);
        At<IReadOnlyList<FilePlace>>("textDocument/definition", (workspace, document, position) =>
            NamedThings.DefinitionAt(workspace, document, position.In(document.Source)));
        At<PrepareRenameResult>("textDocument/prepareRename", Renames.Prepare);
        Ask<ReferencesRequest, IReadOnlyList<FilePlace>>(
            "textDocument/references", one => one.TextDocument, (one, workspace, document, _) =>
            NamedThings.At(workspace, document, one.Position.In(document.Source)) is { } found
                ? NamedThings.ReferencesTo(workspace, document, found, one.Context is not { IncludeDeclaration: false }) : []);
        Ask<RenameRequest, WorkspaceEdit>("textDocument/rename", one => one.TextDocument, (one, workspace, document, _) =>
            Renames.Of(workspace, document, one.Position, one.NewName));
    }

    private void AddLists()
    {
        Ask<OfDocument, IReadOnlyList<DocumentSymbol>>("textDocument/documentSymbol", one => one.TextDocument, (_, _, document, _) =>
            Symbols.Of(document));
        Ask<OfDocument, IReadOnlyList<WrittenEdit>>("textDocument/formatting", one => one.TextDocument, (_, _, document, _) =>
            LaidOutText.Of(document));
        Ask<OfDocument, IReadOnlyList<CodeLens>>("textDocument/codeLens", one => one.TextDocument, (_, workspace, document, _) =>
            Lenses.Of(workspace, document));
        Ask<InRange, IReadOnlyList<CodeAction>>("textDocument/codeAction", one => one.TextDocument, (one, workspace, document, stop) =>
            Findings.ActionsFor(workspace, document, one.Range, stop));
        Ask<InRange, IReadOnlyList<InlayHint>>("textDocument/inlayHint", one => one.TextDocument, (one, workspace, document, stop) =>
            MarginHints.In(workspace, document, one.Range, stop));
    }

    private InitializeResult Initialize(InitializeRequest request)
    {
        _session.Begin(request);

        return new InitializeResult(new ServerCapabilities(), new ServerInfo("negotiate", VersionLine.Number));
    }

    private object? ShutDown()
    {
        _isShutDown = true;
        return null;
    }

    private void Add<TRequest, TResult>(string name, Func<TRequest, TResult?> answer) =>
        Responder<TRequest, TResult>.Add(_rpc, name, (request, _) => Task.FromResult(answer(request)));

    private void Notice<TNotice>(string name, Action<TNotice> take) => Add<TNotice, object>(name, notice =>
    {
        take(notice);
        return null;
    });

    private void At<TResult>(string name, Func<Workspace, OpenDocument, TextPosition, TResult?> answer) =>
        Ask<AtPosition, TResult>(name, one => one.TextDocument, (one, workspace, document, _) => answer(workspace, document, one.Position));

    // The texts are those of the moment when it was asked; of a text that is not open there is nothing to say.
    private void Ask<TRequest, TResult>(
        string name, Func<TRequest, NamedDocument> documentOf,
        Func<TRequest, Workspace, OpenDocument, CancellationToken, TResult?> answer) =>
        Responder<TRequest, TResult>.Add(_rpc, name, (request, stop) =>
        {
            var workspace = _session.Now;
            return workspace.Documents.At(documentOf(request).Uri) is { } document
                ? Task.Run(() => answer(request, workspace, document, stop), stop)
                : Task.FromResult<TResult?>(default);
        });
}
