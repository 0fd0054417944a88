namespace NegotiationRules.Cli.LanguageServer.Protocol;

/// <summary>What the server can do.</summary>
internal sealed record InitializeResult(ServerCapabilities Capabilities, ServerInfo ServerInfo);

internal sealed record ServerInfo(string Name, string? Version);

internal sealed record ServerCapabilities
{
    public TextSync TextDocumentSync { get; } = new(OpenClose: true, Change: 2);

    public CompletionProvider CompletionProvider { get; } = new(["\"", ".", ":"]);

    public bool HoverProvider { get; } = true;

    public bool DefinitionProvider { get; } = true;

    public bool ReferencesProvider { get; } = true;

    public RenameProvider RenameProvider { get; } = new(PrepareProvider: true);

    public bool DocumentSymbolProvider { get; } = true;

    public CodeActionProvider CodeActionProvider { get; } = new(["quickfix"]);

    public bool DocumentFormattingProvider { get; } = true;

    public bool InlayHintProvider { get; } = true;

    public CodeLensProvider CodeLensProvider { get; } = new(ResolveProvider: false);

    public CommandProvider ExecuteCommandProvider { get; } = new(ServerCommands.All);
}

/// <param name="OpenClose">Whether opening and closing is to be told.</param>
/// <param name="Change">2: what changed, and not the whole text each time.</param>
internal sealed record TextSync(bool OpenClose, int Change);

internal sealed record CompletionProvider(IReadOnlyList<string> TriggerCharacters);

internal sealed record RenameProvider(bool PrepareProvider);

internal sealed record CodeActionProvider(IReadOnlyList<string> CodeActionKinds);

internal sealed record CodeLensProvider(bool ResolveProvider);

internal sealed record CommandProvider(IReadOnlyList<string> Commands);

/// <summary>The commands that an editor may ask for.</summary>
internal static class ServerCommands
{
    public const string RunTest = "negotiate.runTest";

    public const string ChooseScenario = "negotiate.chooseScenario";

    public const string Scenarios = "negotiate.scenarios";

    public static IReadOnlyList<string> All { get; } = [RunTest, ChooseScenario, Scenarios];
}
