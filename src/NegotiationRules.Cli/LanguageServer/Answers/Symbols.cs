using NegotiationRules.Cli.LanguageServer.Protocol;
using NegotiationRules.Cli.LanguageServer.Texts;
using NegotiationRules.Facts;
using NegotiationRules.Text;

namespace NegotiationRules.Cli.LanguageServer.Answers;

/// <summary>The outline of a file: what it declares, rule by rule, test by test.</summary>
internal static class Symbols
{
    private const int Module = 2;
    private const int Function = 12;
    private const int Constant = 14;
    private const int Property = 7;
    private const int Event = 24;

    private static readonly (string Key, int Kind)[] PartsOfRules =
    [
        ("stages", Event), ("parties", Constant), ("parameters", Constant), ("documents", Constant), ("conditions", Function),
        ("quantities", Function), ("rules", Function),
    ];

    public static IReadOnlyList<DocumentSymbol> Of(OpenDocument document) => (document.Kind, document.Tree) switch
    {
        (FileKind.Rules, JsonObject file) => [.. PartsOfRules.Select(part => Part(file, part.Key, part.Kind)).OfType<DocumentSymbol>()],
        (FileKind.Tests, JsonObject file) => Part(file, "tests", Function) is { } tests ? tests.Children : [],
        (FileKind.Vocabulary, JsonObject file) => Properties(file),
        (_, JsonObject file) => [.. file.Members.Select(member => Symbol(member, Property, []))],
        _ => [],
    };

    private static DocumentSymbol? Part(JsonObject file, string key, int kind) => file.Find(key) is not { } member ? null
        : Symbol(member, Module, member.Value switch
        {
            JsonObject named => [.. named.Members.Select(one => Symbol(one, kind, []))],
            JsonArray list => [.. list.Items.Select(item => Item(item, kind)).OfType<DocumentSymbol>()],
            _ => [],
        });

    // A rule by its id, a test by its name, a stage by either.
    private static DocumentSymbol? Item(JsonValue item, int kind) => item switch
    {
        JsonText { Value.Length: > 0 } text => new DocumentSymbol(
            text.Value, null, kind, TextRange.Of(text.Span), TextRange.Of(text.Span), []),
        JsonObject one when (one.Find("id") ?? one.Find("name"))?.Value is JsonText { Value.Length: > 0 } name => new DocumentSymbol(
            name.Value, (one.Find("title")?.Value as JsonText)?.Value, kind, TextRange.Of(one.Span), TextRange.Of(name.Span), []),
        _ => null,
    };

    private static IReadOnlyList<DocumentSymbol> Properties(JsonValue? schema) =>
        schema is JsonObject type && type.Find("properties")?.Value is JsonObject properties
            ? [.. properties.Members.Select(member => Symbol(member, Property, Properties(member.Value)))]
            : schema is JsonObject { } list && list.Find("items") is { } items ? Properties(items.Value) : [];

    private static DocumentSymbol Symbol(JsonMember member, int kind, IReadOnlyList<DocumentSymbol> children) => new(
        member.Name.Length > 0 ? member.Name : "…", null, kind, TextRange.Of(TextEdit.Whole(member)), TextRange.Of(member.NameSpan),
        children);
}
