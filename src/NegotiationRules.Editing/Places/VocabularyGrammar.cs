using NegotiationRules.Facts;
using NegotiationRules.Text;

namespace NegotiationRules.Editing.Places;

/// <summary>What may stand where in a vocabulary file.</summary>
internal sealed class VocabularyGrammar(JsonValue file, Scopes scopes) : Grammar(scopes)
{
    private readonly JsonObject _file = file as JsonObject ?? new JsonObject(default, []);

    public override Spot Root => At(SpotKind.Schema);

    public override Spot Under(Spot at, JsonObject owner, JsonMember member) => at.Kind switch
    {
        SpotKind.Schema => UnderSchema(at, owner, member),
        SpotKind.Schemas => At(SpotKind.Schema) with { Schema = at.Schema },
        SpotKind.Controller when member.Name == "fact" && at.Schema is { } around =>
            OneOf(NamesIn(around, type => type is TextType)),
        _ => Nothing,
    };

    public override Spot OfName(Spot at, JsonObject owner, JsonMember member) => at.Kind == SpotKind.Schemas ? at : Nothing;

    /// <summary>The type that a part of the file gives, as far as it is written; <see langword="null"/> if it gives none.</summary>
    public FactType? TypeOf(JsonValue schema) =>
        VocabularyReader.ReadPart(_file, schema, new VocabularyDiagnostics(new DiagnosticBag()));

    /// <summary>The type that a reference leads to; <see langword="null"/> if it leads to none.</summary>
    public FactType? Referred(string reference) => reference == Vocabulary.BuiltIn ? Vocabulary.Negotiation.Root
        : reference is ['#', .. var pointer] && SchemaReferences.Follow(_file, pointer) is { } schema ? TypeOf(schema) : null;

    // What is in a part of the file knows the object that this part describes; the whole has none around it.
    private Spot UnderSchema(Spot at, JsonObject schema, JsonMember member) => member.Name switch
    {
        "properties" or "$defs" or "definitions" => At(SpotKind.Schemas) with { Schema = schema },
        "items" or "allOf" or "anyOf" or "oneOf" => At(SpotKind.Schema) with { Schema = schema },
        "type" => OneOf(VocabularyKeywords.Types),
        "format" => OneOf(VocabularyKeywords.Formats),
        "$ref" => OneOf(SchemaReferences.Definitions(_file).Append(Vocabulary.BuiltIn)) with { Kind = SpotKind.SchemaReference },
        "default" => At(SpotKind.Facts) with { Type = TypeOf(schema) },
        "required" => OneOf(NamesIn(schema, _ => true)),
        "x-label" => OneOf(NamesIn(schema, type => type is TextType)),
        "x-key" => OneOf(schema.Find("items") is { } items ? NamesIn(items.Value, type => type is not (ListType or RecordType)) : []),
        "x-completeBy" => OneOf(at.Schema is { } around ? NamesIn(around, type => type is BooleanType) : []),
        "additionalProperties" or "unevaluatedProperties" => OneOf(Flags),
        "x-fixed" => OneOf([.. Flags, new SpotChoice(new JsonText(default, "stated"))]),
        "x-controlledBy" => At(SpotKind.Controller) with { Schema = at.Schema },
        _ => Nothing,
    };

    private static SpotChoice[] Flags =>
        [new SpotChoice(new JsonBoolean(default, true)), new SpotChoice(new JsonBoolean(default, false))];

    private Spot OneOf(IEnumerable<string> words) => OneOf(words.Select(word => new SpotChoice(new JsonText(default, word))));

    private Spot OneOf(IEnumerable<SpotChoice> choices) => At(SpotKind.OneOf) with { Choices = choices };

    // Asked for only once somebody wants to know.
    private IEnumerable<string> NamesIn(JsonValue schema, Func<FactType, bool> isOne)
    {
        foreach (var property in (TypeOf(schema) as RecordType)?.Properties ?? [])
        {
            if (isOne(property.Type))
            {
                yield return property.Name;
            }
        }
    }
}
