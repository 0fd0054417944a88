using NegotiationRules.Text;

namespace NegotiationRules.Facts;

/// <summary>Applies the keywords that say more about a type, whether it is described on the spot or referred to.</summary>
internal sealed class TypeBounds(VocabularyDiagnostics diagnostics)
{
    private readonly StepTermsReader _terms = new(diagnostics);

    public FactType Apply(JsonObject schema, FactType type)
    {
        foreach (var member in schema.Members)
        {
            if (!Applies(member, type))
            {
                diagnostics.DoesNotApply(member.NameSpan, member.Name, type.Kind);
            }
        }

        type = type switch
        {
            ExactType exact => ApplyTo(exact, schema),
            RealType real => ApplyTo(real, schema),
            ListType list => ApplyTo(list, schema),
            RecordType record => ApplyTo(record, schema),
            _ => type,
        };
        return type with
        {
            Title = Text(schema, "title") ?? type.Title,
            Description = Text(schema, "description") ?? type.Description,
            Terms = _terms.Read(schema)?.Or(type.Terms) ?? type.Terms,
        };
    }

    /// <summary>The default that the schema itself gives; <see langword="null"/> if it gives none.</summary>
    public FactValue? ReadDefault(JsonObject schema, FactType type)
    {
        switch (schema.Find("default")?.Value, type)
        {
            case (null or JsonNull, _) or (JsonObject { Members.Count: 0 }, RecordType):
                return null;
            case var (value, _) when type is RecordType:
                diagnostics.DefaultOfObject(value);
                return null;
            case var (value, _):
                return Bind(value, type);
        }
    }

    /// <summary>A default as a value of its type; <see langword="null"/>, with a diagnostic, if it is none.</summary>
    public FactValue? Bind(JsonValue value, FactType type)
    {
        var bag = new DiagnosticBag();
        var path = new FactPath();
        path.Enter("default");
        var bound = new ScenarioBinder(new ScenarioDiagnostics(bag), path).Bind(value, type, FactValue.Unknown, out _);
        if (!bag.HasErrors)
        {
            return bound;
        }

        foreach (var why in bag.ToSorted())
        {
            diagnostics.BadDefault(value, why);
        }

        return null;
    }

    // A number has formats of its own, and those of times are not among them.
    private static bool Applies(JsonMember keyword, FactType type) => VocabularyKeywords.Find(keyword.Name) is not { } row
        || ((row.Of & VocabularyKeywords.KindOf(type)) != SchemaKinds.None
            && !(keyword is { Name: "format", Value: JsonText format } && type is ExactType or RealType
                && VocabularyKeywords.Formats.Contains(format.Value)));

    private ExactType ApplyTo(ExactType type, JsonObject schema)
    {
        var bounded = type with
        {
            Minimum = Math.Max(type.Minimum, Bound(schema, "minimum", type)?.Steps ?? long.MinValue),
            Maximum = Math.Min(type.Maximum, Bound(schema, "maximum", type)?.Steps ?? long.MaxValue),
        };
        return IsAnyLeft(bounded.Minimum <= bounded.Maximum, schema) ? bounded : type;
    }

    private RealType ApplyTo(RealType type, JsonObject schema)
    {
        var bounded = type with
        {
            Minimum = Math.Max(type.Minimum, Bound(schema, "minimum", type)?.Real ?? double.NegativeInfinity),
            Maximum = Math.Min(type.Maximum, Bound(schema, "maximum", type)?.Real ?? double.PositiveInfinity),
        };
        return IsAnyLeft(bounded.Minimum <= bounded.Maximum, schema) ? bounded : type;
    }

    private bool IsAnyLeft(bool isAny, JsonObject schema)
    {
        if (!isAny)
        {
            diagnostics.NoNumberLeft((schema.Find("minimum") ?? schema.Find("maximum"))!.NameSpan);
        }

        return isAny;
    }

    // A bound may lie outside those that the type has already.
    private FactValue? Bound(JsonObject schema, string keyword, FactType type)
    {
        FactType unbounded = type is ExactType { Scale: var scale } ? new ExactType(scale) : new RealType();
        switch (schema.Find(keyword)?.Value)
        {
            case null:
                return null;
            case JsonNumber number when Scalar.ReadNumber<char>(number.Digits, unbounded, out var bound) == NumberFit.Exact:
                return bound;
            case JsonNumber number:
                diagnostics.BadBound(number, keyword, type);
                return null;
            case var other:
                diagnostics.Takes(other, keyword, "a number");
                return null;
        }
    }

    private ListType ApplyTo(ListType type, JsonObject schema)
    {
        var maxItems = type.MaxItems;
        switch (schema.Find("maxItems")?.Value)
        {
            case null:
                break;
            case JsonNumber number
                when ExactNumber.Read(number.Digits, 0, out var count) == NumberFit.Exact && count is >= 0 and <= int.MaxValue:
                maxItems = Math.Min(maxItems ?? int.MaxValue, (int)count);
                break;
            case var other:
                diagnostics.Takes(other, "maxItems", "a whole number that is not negative");
                break;
        }

        return type with
        {
            MaxItems = maxItems,
            CompleteBy = Text(schema, "x-completeBy") ?? type.CompleteBy,
            Key = _terms.ReadKey(schema, type.Element) ?? type.Key,
        };
    }

    private RecordType ApplyTo(RecordType type, JsonObject schema)
    {
        if (Text(schema, "x-label") is not { } label)
        {
            return type;
        }

        var slot = type.SlotOf(label);
        if (slot >= 0 && type.Properties[slot].Type is TextType)
        {
            return type with { ChosenLabel = slot };
        }

        var texts = type.Properties.Where(p => p.Type is TextType).Select(p => p.Name);
        diagnostics.NoSuchLabel((JsonText)schema.Find("x-label")!.Value, Spelling.Nearest(label, texts));
        return type;
    }

    private string? Text(JsonObject schema, string keyword)
    {
        switch (schema.Find(keyword)?.Value)
        {
            case null:
                return null;
            case JsonText text:
                return text.Value;
            case var other:
                diagnostics.Takes(other, keyword, "text");
                return null;
        }
    }
}
