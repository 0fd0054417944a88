using NegotiationRules.Editing.Places;
using NegotiationRules.Editing.Texts;
using NegotiationRules.Text;

namespace NegotiationRules.Editing.Knowledge;

/// <summary>What a rule file and those it includes make known by name, faulty or not.</summary>
/// <param name="files">The file and those it includes.</param>
internal sealed class DeclaredNames(IReadOnlyList<WrittenText> files)
{
    /// <summary>The names of one kind, each with what is said of it.</summary>
    public IEnumerable<DeclaredName> Of(NameKind kind) =>
        files.SelectMany(file => file.Tree is JsonObject tree ? In(file, tree, kind) : []).DistinctBy(name => name.Name);

    public DeclaredName? Find(NameKind kind, string name) => Of(kind).FirstOrDefault(one => one.Name == name);

    /// <summary>The parameters, as they are declared.</summary>
    public IReadOnlyDictionary<string, JsonValue> Parameters =>
        Of(NameKind.Parameter).ToDictionary(one => one.Name, one => one.Value, StringComparer.Ordinal);

    private static IEnumerable<DeclaredName> In(WrittenText file, JsonObject tree, NameKind kind) => kind switch
    {
        NameKind.Condition => Members(file, tree, "conditions"),
        NameKind.Quantity => Members(file, tree, "quantities"),
        NameKind.Parameter => Members(file, tree, "parameters"),
        NameKind.Document => Members(file, tree, "documents"),
        NameKind.Party => Members(file, tree, "parties"),
        NameKind.Rule => Items(tree, "rules").OfType<JsonObject>()
            .Select(rule => rule.Find("id")?.Value is JsonText id ? new DeclaredName(id.Value, id.Span, rule, file) : null)
            .OfType<DeclaredName>(),
        NameKind.Stage => Items(tree, "stages").Select(stage => (Stage: stage, Name: (stage as JsonObject)?.Find("name")?.Value ?? stage))
            .Where(one => one.Name is JsonText)
            .Select(one => new DeclaredName(((JsonText)one.Name).Value, one.Name.Span, one.Stage, file)),
        NameKind.Fact => [],
    };

    private static IEnumerable<DeclaredName> Members(WrittenText file, JsonObject tree, string key) =>
        (tree.Find(key)?.Value as JsonObject)?.Members.Select(one => new DeclaredName(one.Name, one.NameSpan, one.Value, file)) ?? [];

    private static IEnumerable<JsonValue> Items(JsonObject tree, string key) => (tree.Find(key)?.Value as JsonArray)?.Items ?? [];
}

/// <summary>Something that a rule file makes known.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Span">Where the name stands.</param>
/// <param name="Value">What is said of it.</param>
/// <param name="File">The file that says so.</param>
internal sealed record DeclaredName(string Name, Span Span, JsonValue Value, WrittenText File);
