using NegotiationRules.Text;

namespace NegotiationRules.Facts;

/// <summary>Reads a JSON Schema as a vocabulary. Reports every fault and goes on.</summary>
internal sealed class VocabularyReader
{
    // Everything after this stage recurses as deep as the types are nested, and walks them with every reference written out.
    private const int DeepestTypes = 64;
    private const int MostFacts = 100_000;

    private readonly VocabularyDiagnostics _diagnostics;
    private readonly SchemaReferences _references;
    private readonly ScalarSchema _scalars;
    private readonly TypeBounds _bounds;
    private readonly TypeMerger _merger;
    private readonly Dictionary<JsonObject, DescribedType?> _read = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<JsonObject> _open = new(ReferenceEqualityComparer.Instance);

    private VocabularyReader(JsonObject document, VocabularyDiagnostics diagnostics)
    {
        _diagnostics = diagnostics;
        _references = new SchemaReferences(document, diagnostics);
        _scalars = new ScalarSchema(diagnostics);
        _bounds = new TypeBounds(diagnostics);
        _merger = new TypeMerger(diagnostics);
    }

    /// <summary>The type of a scenario, or <see langword="null"/> if the document does not give one. There may be errors in either
    /// case.</summary>
    public static RecordType? Read(JsonValue document, VocabularyDiagnostics diagnostics)
    {
        if (document is not JsonObject schema)
        {
            diagnostics.NotAVocabulary(document);
            return null;
        }

        var described = new VocabularyReader(schema, diagnostics).ReadSchema(schema);
        if (described is { Type: not RecordType })
        {
            diagnostics.NotOfObjects(schema.Span.Opening, described.Type.Kind);
        }

        return new StepTermsReader(diagnostics).CheckControllers(described?.Type as RecordType);
    }

    /// <summary>The type that a part of the document gives; likewise.</summary>
    public static FactType? ReadPart(JsonObject document, JsonValue part, VocabularyDiagnostics diagnostics) =>
        new VocabularyReader(document, diagnostics).ReadSchema(part)?.Type;

    private DescribedType? ReadSchema(JsonValue value)
    {
        if (value is not JsonObject schema)
        {
            _diagnostics.NotASchema(value);
            return null;
        }

        if (_read.TryGetValue(schema, out var known))
        {
            return known;
        }

        if (_open.Count == DeepestTypes)
        {
            _diagnostics.TooDeep(schema.Span.Opening, DeepestTypes);
            return null;
        }

        _open.Add(schema);
        var described = Describe(CheckKeywords(schema));
        _open.Remove(schema);
        _read.Add(schema, described);
        return described;
    }

    // The schema with misspelt keywords as they are meant, so that what is wrong with their values is reported too.
    private JsonObject CheckKeywords(JsonObject schema)
    {
        List<JsonMember>? renamed = null;
        foreach (var member in schema.Members)
        {
            switch (VocabularyKeywords.UseOf(member.Name, out var meant))
            {
                case KeywordUse.Unknown:
                    meant = meant is null || schema.Find(meant) is not null ? null : meant;
                    _diagnostics.UnknownKeyword(member.NameSpan, member.Name, meant);
                    renamed ??= [.. schema.Members];
                    renamed[renamed.IndexOf(member)] = meant is null ? member : member with { Name = meant };
                    break;
                case KeywordUse.NotChecked:
                    _diagnostics.NotChecked(member.NameSpan, member.Name);
                    break;
                case KeywordUse.Refused:
                    _diagnostics.NotSupported(member.NameSpan, member.Name);
                    break;
            }
        }

        return renamed is null ? schema : schema with { Members = renamed };
    }

    private DescribedType? Describe(JsonObject schema)
    {
        var parts = new List<SchemaPart>();
        if (schema.Find("$ref") is { } reference)
        {
            parts.Add(new SchemaPart(ReadReference(reference.Value), reference.Value.Span));
        }

        ReadAllOf(schema, parts);
        ReadOneType(schema, "anyOf", parts);
        ReadOneType(schema, "oneOf", parts);
        if (OwnType(schema) is { } own)
        {
            parts.Add(new SchemaPart(ReadOwn(schema, own), schema.Span.Opening));
        }
        else if (parts.Count == 0)
        {
            // A keyword that is misspelt or not supported has been reported, and may be what should have given the type.
            if (
                schema.Find("type") is null
                && schema.Members.All(m => VocabularyKeywords.UseOf(m.Name, out _) is not (KeywordUse.Unknown or KeywordUse.Refused))
            )
            {
                _diagnostics.NoType(schema.Span.Opening);
            }

            return null;
        }

        if (parts.Exists(p => p.Type is null) || Join(schema, parts) is not { } joined)
        {
            return null;
        }

        var type = _bounds.Apply(schema, joined.Type);
        return new DescribedType(type, _bounds.ReadDefault(schema, type) ?? joined.Default, joined.Size);
    }

    private DescribedType? Join(JsonObject schema, List<SchemaPart> parts)
    {
        var size = parts.Sum(part => (long)part.Type!.Size);
        if (size > MostFacts)
        {
            _diagnostics.TooLarge(schema.Span.Opening, MostFacts);
            return null;
        }

        var joined = parts[0].Type!;
        foreach (var part in parts.Skip(1))
        {
            if (_merger.Join(joined, part.Type!, part.At) is not { } next)
            {
                return null;
            }

            joined = next;
        }

        return joined with { Size = (int)size };
    }

    private DescribedType? ReadReference(JsonValue value)
    {
        if (value is not JsonText reference)
        {
            _diagnostics.Takes(value, "$ref", "text");
            return null;
        }

        if (reference.Value == Vocabulary.BuiltIn)
        {
            var root = Vocabulary.Negotiation.Root;
            return new DescribedType(root, FactValue.Unknown, SizeOf(root));
        }

        if (_references.Find(reference) is not { } target)
        {
            return null;
        }

        if (target is JsonObject schema && _open.Contains(schema))
        {
            _diagnostics.EndlessReference(reference);
            return null;
        }

        return ReadSchema(target);
    }

    private void ReadAllOf(JsonObject schema, List<SchemaPart> parts)
    {
        switch (schema.Find("allOf")?.Value)
        {
            case null:
                break;
            case JsonArray { Items.Count: > 0 } list:
                parts.AddRange(
                    list.Items.Select(item => new SchemaPart(ReadSchema(item), item is JsonObject part ? part.Span.Opening : item.Span))
                );
                break;
            case var other:
                _diagnostics.Takes(other, "allOf", "a list of at least one type");
                parts.Add(new SchemaPart(null, other.Span));
                break;
        }
    }

    // `anyOf` and `oneOf` of a type and null are how many tools write a fact that may be null.
    private void ReadOneType(JsonObject schema, string keyword, List<SchemaPart> parts)
    {
        if (schema.Find(keyword) is not { } member)
        {
            return;
        }

        var types = member.Value is JsonArray list ? list.Items.Where(item => !IsNullType(item)).ToList() : [];
        if (types is [var one])
        {
            parts.Add(new SchemaPart(ReadSchema(one), member.NameSpan));
            return;
        }

        _diagnostics.NotOneType(member.NameSpan, keyword);
        parts.Add(new SchemaPart(null, member.NameSpan));
    }

    private static bool IsNullType(JsonValue value) => value is JsonObject o && o.Find("type")?.Value is JsonText { Value: "null" };

    // The name of the type that the object describes by itself, whatever it refers to; null if it describes none.
    private string? OwnType(JsonObject schema)
    {
        switch (schema.Find("type")?.Value)
        {
            case null:
                break;
            case JsonText name:
                return KnownType(name);
            case JsonArray names when names.Items.All(n => n is JsonText):
                if (names.Items.Where(n => n is not JsonText { Value: "null" }).ToList() is [JsonText one])
                {
                    return KnownType(one);
                }

                _diagnostics.SeveralTypes(names);
                return null;
            case var other:
                _diagnostics.Takes(other, "type", "text, or a list of texts");
                return null;
        }

        return VocabularyKeywords.TypeImpliedBy(schema);
    }

    private string? KnownType(JsonText name)
    {
        if (VocabularyKeywords.Types.Contains(name.Value))
        {
            return name.Value;
        }

        _diagnostics.UnknownType(name);
        return null;
    }

    private DescribedType? ReadOwn(JsonObject schema, string type) => type switch
    {
        "object" => ReadObject(schema),
        "array" => ReadArray(schema),
        _ => new DescribedType(_scalars.Read(schema, type), FactValue.Unknown, 1),
    };

    private DescribedType ReadObject(JsonObject schema)
    {
        var properties = new List<Property>();
        var size = 1L;
        if (schema.Find("properties")?.Value is JsonObject members)
        {
            foreach (var member in members.Members)
            {
                var described = ReadSchema(member.Value);
                if (!Property.IsName(member.Name))
                {
                    _diagnostics.BadName(member.NameSpan, member.Name);
                }
                else if (described is not null)
                {
                    size += described.Size;
                    properties.Add(described.Default.IsKnown
                        ? new Property(member.Name, described.Type, described.Default)
                        : Property.Of(member.Name, described.Type));
                }
            }

            SettleCompleteness(members, properties);
        }
        else if (schema.Find("properties") is { } other)
        {
            _diagnostics.Takes(other.Value, "properties", "an object");
        }

        var allowsMore = AllowsMore(schema, "additionalProperties") | AllowsMore(schema, "unevaluatedProperties");
        var type = new RecordType(properties) { AllowsMore = allowsMore };
        return new DescribedType(type, FactValue.Unknown, (int)Math.Min(size, int.MaxValue));
    }

    // Each list that asks a fact beside it whether it is complete must find one, and so must its default.
    private void SettleCompleteness(JsonObject members, List<Property> properties)
    {
        for (var i = 0; i < properties.Count; i++)
        {
            if (properties[i].Type is not ListType { CompleteBy: { } name })
            {
                continue;
            }

            var sibling = properties.Find(p => p.Name == name);
            if (sibling?.Type is BooleanType)
            {
                var settled = FactList.WithCompleteness(properties[i].Default, sibling.Default.IsTrue);
                properties[i] = properties[i] with { Default = settled };
            }
            else if (sibling is not null || members.Find(name) is null)
            {
                var list = members.Find(properties[i].Name)!;
                var at = (list.Value as JsonObject)?.Find("x-completeBy")?.Value.Span ?? list.NameSpan;
                _diagnostics.NoSuchCompleteness(
                    at,
                    name,
                    Spelling.Nearest(name, properties.Where(p => p.Type is BooleanType).Select(p => p.Name))
                );
            }
        }
    }

    private bool AllowsMore(JsonObject schema, string keyword)
    {
        switch (schema.Find(keyword))
        {
            case null:
                return false;
            case { Value: JsonBoolean { Value: var allowed } }:
                return allowed;
            case { Value: JsonObject { Members.Count: 0 } }:
                return true;
            case { Value: JsonObject } member:
                _diagnostics.NotSupported(member.NameSpan, keyword);
                return false;
            case var member:
                _diagnostics.Takes(member.Value, keyword, "true or false");
                return false;
        }
    }

    private DescribedType? ReadArray(JsonObject schema)
    {
        if (schema.Find("items") is not { } items)
        {
            _diagnostics.NoItems(schema.Span.Opening);
            return null;
        }

        if (ReadSchema(items.Value) is not { } element)
        {
            return null;
        }

        if (((JsonObject)items.Value).Find("default") is { } member)
        {
            _diagnostics.DoesNotApply(member.NameSpan, member.Name, "the elements of a list");
        }

        if (element.Type is ListType)
        {
            _diagnostics.ListOfLists(items.NameSpan);
            return null;
        }

        var size = element.Size == int.MaxValue ? element.Size : element.Size + 1;
        return new DescribedType(new ListType(element.Type), FactValue.Unknown, size);
    }

    private static int SizeOf(FactType type) => type switch
    {
        RecordType record => 1 + record.Properties.Sum(p => SizeOf(p.Type)),
        ListType list => 1 + SizeOf(list.Element),
        _ => 1,
    };
}
