using System.Text.Json;

namespace NegotiationRules.Cli.LanguageServer.Protocol;

/// <summary>All that is wrong in a file.</summary>
internal sealed record PublishedDiagnostics(string Uri, IReadOnlyList<PublishedDiagnostic> Diagnostics);

/// <param name="Range">Where it stands.</param>
/// <param name="Severity">1 for an error, 2 for a warning.</param>
/// <param name="Code">The code.</param>
/// <param name="Source">Who says so.</param>
/// <param name="Message">What is wrong, and what to write instead.</param>
internal sealed record PublishedDiagnostic(TextRange Range, int Severity, string Code, string Source, string Message);

internal sealed record CompletionList(bool IsIncomplete, IReadOnlyList<CompletionItem> Items);

/// <param name="Label">What is shown.</param>
/// <param name="Kind">Which picture is shown beside it.</param>
/// <param name="Detail">A few words beside it.</param>
/// <param name="Documentation">What is shown once it is looked at.</param>
/// <param name="SortText">What it is sorted by.</param>
/// <param name="FilterText">What is compared with what was typed.</param>
/// <param name="InsertTextFormat">2, where the text has places to fill in.</param>
/// <param name="TextEdit">What is written.</param>
internal sealed record CompletionItem(
    string Label, int Kind, string? Detail, MarkupText? Documentation, string SortText, string FilterText, int InsertTextFormat,
    WrittenEdit TextEdit);

/// <summary>Markdown.</summary>
internal sealed record MarkupText(string Value)
{
    public string Kind { get; } = "markdown";
}

internal sealed record WrittenEdit(TextRange Range, string NewText);

internal sealed record HoverText(MarkupText Contents, TextRange Range);

internal sealed record WorkspaceEdit(IReadOnlyDictionary<string, IReadOnlyList<WrittenEdit>> Changes);

internal sealed record CodeAction(
    string Title, string Kind, IReadOnlyList<PublishedDiagnostic> Diagnostics, bool IsPreferred, WorkspaceEdit Edit);

/// <param name="Name">What it is called.</param>
/// <param name="Detail">A few words beside it.</param>
/// <param name="Kind">Which picture is shown beside it.</param>
/// <param name="Range">All of it.</param>
/// <param name="SelectionRange">Where its name stands.</param>
/// <param name="Children">What is in it.</param>
internal sealed record DocumentSymbol(
    string Name, string? Detail, int Kind, TextRange Range, TextRange SelectionRange, IReadOnlyList<DocumentSymbol> Children);

/// <param name="Position">Behind what it stands.</param>
/// <param name="Label">What is shown.</param>
/// <param name="Tooltip">What is shown once it is pointed at.</param>
/// <param name="PaddingLeft">Whether there is a space before it.</param>
internal sealed record InlayHint(TextPosition Position, string Label, string? Tooltip, bool PaddingLeft);

internal sealed record CodeLens(TextRange Range, LensCommand Command);

internal sealed record LensCommand(string Title, string Command, IReadOnlyList<string> Arguments);

internal sealed record PrepareRenameResult(TextRange Range, string Placeholder);

/// <summary>Something that may be chosen beside a message.</summary>
internal sealed record MessageAction(string Title);

/// <summary>A scenario that may be chosen.</summary>
internal sealed record NamedScenario(string Name, string Uri, bool IsChosen);

/// <summary>What came of tests.</summary>
/// <param name="Passed">How many passed.</param>
/// <param name="Failed">How many failed.</param>
/// <param name="Text">What came of each that failed, or that all is well.</param>
internal sealed record TestOutcome(int Passed, int Failed, string Text);

/// <summary>What a command gives: one of these, or nothing.</summary>
internal sealed record CommandResult(TestOutcome? Test = null, IReadOnlyList<NamedScenario>? Scenarios = null, string? Chosen = null);

/// <summary>Settings of this server inside those of an editor.</summary>
internal sealed record SettingsSection(InitializationOptions? NegotiationRules)
{
    public static InitializationOptions? In(JsonElement settings) =>
        settings.ValueKind == JsonValueKind.Object
            ? settings.Deserialize(ProtocolJson.Default.SettingsSection)?.NegotiationRules
            : null;
}
