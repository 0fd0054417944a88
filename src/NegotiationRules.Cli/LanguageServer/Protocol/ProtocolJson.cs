using System.Text.Json;
using System.Text.Json.Serialization;
using StreamJsonRpc.Protocol;

namespace NegotiationRules.Cli.LanguageServer.Protocol;

/// <summary>How all that is sent and received is written, worked out when the tool is compiled: the native tool has no
/// reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(InitializeRequest))]
[JsonSerializable(typeof(InitializeResult))]
[JsonSerializable(typeof(SettingsSection))]
[JsonSerializable(typeof(DidOpenNotice))]
[JsonSerializable(typeof(DidChangeNotice))]
[JsonSerializable(typeof(DidChangeConfigurationNotice))]
[JsonSerializable(typeof(OfDocument))]
[JsonSerializable(typeof(AtPosition))]
[JsonSerializable(typeof(ReferencesRequest))]
[JsonSerializable(typeof(RenameRequest))]
[JsonSerializable(typeof(InRange))]
[JsonSerializable(typeof(ExecuteCommandRequest))]
[JsonSerializable(typeof(IReadOnlyList<PublishedDiagnostic>))]
[JsonSerializable(typeof(CompletionList))]
[JsonSerializable(typeof(HoverText))]
[JsonSerializable(typeof(IReadOnlyList<FilePlace>))]
[JsonSerializable(typeof(WorkspaceEdit))]
[JsonSerializable(typeof(IReadOnlyList<CodeAction>))]
[JsonSerializable(typeof(IReadOnlyList<DocumentSymbol>))]
[JsonSerializable(typeof(IReadOnlyList<WrittenEdit>))]
[JsonSerializable(typeof(IReadOnlyList<InlayHint>))]
[JsonSerializable(typeof(IReadOnlyList<CodeLens>))]
[JsonSerializable(typeof(PrepareRenameResult))]
[JsonSerializable(typeof(IReadOnlyList<MessageAction>))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(int))]
[JsonSerializable(typeof(CommandResult))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(CommonErrorData))]
internal sealed partial class ProtocolJson : JsonSerializerContext;
