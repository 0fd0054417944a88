using NegotiationRules.Cli.LanguageServer.Knowledge;
using NegotiationRules.Cli.LanguageServer.Protocol;
using NegotiationRules.Cli.LanguageServer.Texts;
using NegotiationRules.Editing.Places;
using NegotiationRules.Facts;
using NegotiationRules.Text;

namespace NegotiationRules.Cli.LanguageServer.Answers;

/// <summary>Finds where a vocabulary file tells of a fact.</summary>
internal static class VocabularyPlaces
{
    // References that lead in a circle end somewhere.
    private const int MostSteps = 64;

    /// <param name="workspace">The files.</param>
    /// <param name="document">The file that speaks of the fact.</param>
    /// <param name="path">The path from the scenario, through lists.</param>
    /// <returns><see langword="null"/> for a fact of the built-in vocabulary, which is no file.</returns>
    public static FilePlace? Find(Workspace workspace, OpenDocument document, string path)
    {
        if (workspace.VocabularyOf(document) is not { } vocabulary || !File.Exists(vocabulary.Name)
            || workspace.Documents.Find(Path.GetFullPath(vocabulary.Name)) is not { Tree: JsonObject root } file)
        {
            return null;
        }

        JsonMember? found = null;
        JsonValue? at = root;
        foreach (var part in path.Split('.'))
        {
            found = at is null ? null : PropertyIn(root, at, part, MostSteps);
            at = found?.Value;
        }

        return found is null ? null : new FilePlace(file.Uri, TextRange.Of(found.NameSpan));
    }

    /// <summary>Where a vocabulary defines what a <c>$ref</c> in it refers to.</summary>
    /// <param name="document">The vocabulary.</param>
    /// <param name="grammar">What may stand in it.</param>
    /// <param name="offset">Where the reference stands.</param>
    /// <returns><see langword="null"/> if there is no reference, or it leads nowhere.</returns>
    public static FilePlace? FindReferred(OpenDocument document, Grammar grammar, int offset)
    {
        var at = Cursor.Find(document, grammar, offset);
        if (document.Tree is not JsonObject root
            || at is not { At.Kind: SpotKind.SchemaReference, Value: JsonText { Value: ['#', .. var pointer] } }
            || SchemaReferences.Follow(root, pointer) is not { } referred)
        {
            return null;
        }

        // The name says more than what stands under it; the whole, and an element of a list, have none.
        var parent = SchemaReferences.Follow(root, pointer[..Math.Max(0, pointer.LastIndexOf('/'))]);
        var name = (parent as JsonObject)?.Members.FirstOrDefault(member => ReferenceEquals(member.Value, referred))?.NameSpan;
        return new FilePlace(document.Uri, TextRange.Of(name ?? referred.Span.Opening));
    }

    private static JsonMember? PropertyIn(JsonObject root, JsonValue schema, string name, int steps)
    {
        if (steps == 0 || schema is not JsonObject type)
        {
            return null;
        }

        if ((type.Find("properties")?.Value as JsonObject)?.Find(name) is { } property)
        {
            return property;
        }

        IEnumerable<JsonValue?> inside =
        [
            type.Find("$ref")?.Value is JsonText { Value: ['#', .. var pointer] } ? SchemaReferences.Follow(root, pointer) : null,
            type.Find("items")?.Value,
            .. (type.Find("allOf")?.Value as JsonArray)?.Items ?? [],
        ];
        return inside.OfType<JsonValue>().Select(one => PropertyIn(root, one, name, steps - 1)).FirstOrDefault(one => one is not null);
    }
}
