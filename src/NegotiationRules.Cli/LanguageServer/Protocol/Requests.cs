using System.Text.Json;

namespace NegotiationRules.Cli.LanguageServer.Protocol;

/// <summary>What an editor says when it starts the server.</summary>
internal sealed record InitializeRequest(InitializationOptions? InitializationOptions, ClientCapabilities? Capabilities);

/// <summary>The settings of this server.</summary>
/// <param name="Scenario">The scenario whose verdicts are shown: its name beside the rules, or its path.</param>
/// <param name="Root">The folder that included files may not lie outside of.</param>
internal sealed record InitializationOptions(string? Scenario, string? Root);

internal sealed record ClientCapabilities(WorkspaceCapabilities? Workspace);

internal sealed record WorkspaceCapabilities(RefreshCapability? CodeLens, RefreshCapability? InlayHint);

internal sealed record RefreshCapability(bool RefreshSupport);

/// <summary>A file by its address.</summary>
internal sealed record NamedDocument(string Uri);

internal sealed record OpenedDocument(string Uri, string Text);

internal sealed record DidOpenNotice(OpenedDocument TextDocument);

internal sealed record DidChangeNotice(NamedDocument TextDocument, IReadOnlyList<ContentChange> ContentChanges);

/// <summary>Other text in the place of a stretch, or of the whole.</summary>
internal sealed record ContentChange(string Text, TextRange? Range = null);

/// <summary>A question about a file.</summary>
internal sealed record OfDocument(NamedDocument TextDocument);

/// <summary>A question about a place in a file.</summary>
internal sealed record AtPosition(NamedDocument TextDocument, TextPosition Position);

internal sealed record ReferencesRequest(NamedDocument TextDocument, TextPosition Position, ReferencesContext? Context);

internal sealed record ReferencesContext(bool IncludeDeclaration);

internal sealed record RenameRequest(NamedDocument TextDocument, TextPosition Position, string NewName);

/// <summary>A question about a stretch of a file.</summary>
internal sealed record InRange(NamedDocument TextDocument, TextRange Range);

internal sealed record ExecuteCommandRequest(string Command, IReadOnlyList<JsonElement>? Arguments);

internal sealed record DidChangeConfigurationNotice(JsonElement Settings);
