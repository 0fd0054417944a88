using NegotiationRules.Text;

namespace NegotiationRules.Facts;

/// <summary>Writes a vocabulary as the JSON Schema that reads back as the same.</summary>
internal static class VocabularyWriter
{
    public static JsonObject Write(RecordType root)
    {
        var schema = Describe(root, FactValue.Unknown);
        return schema with { Members = [Member("$schema", "https://json-schema.org/draft/2020-12/schema"), .. schema.Members] };
    }

    private static JsonObject Describe(FactType type, FactValue @default)
    {
        var members = new List<JsonMember>();
        if (type.Title is { } title)
        {
            members.Add(Member("title", title));
        }

        if (type.Description is { } description)
        {
            members.Add(Member("description", description));
        }

        AddType(type, members);
        AddTerms(type.Terms ?? StepTerms.None, members);
        if (@default.IsKnown && type is not RecordType)
        {
            members.Add(Member("default", Default(@default, type)));
        }

        return new JsonObject(default, members);
    }

    // Whether a default list is complete is for the fact beside it to say.
    private static JsonValue Default(FactValue value, FactType type) => type is ListType { CompleteBy: not null } list
        ? FactText.ToJson(FactList.WithCompleteness(value, true), list with { CompleteBy = null })
        : FactText.ToJson(value, type);

    private static void AddType(FactType type, List<JsonMember> members)
    {
        switch (type)
        {
            case BooleanType:
                members.Add(Member("type", "boolean"));
                break;
            case ExactType exact:
                AddExact(exact, members);
                break;
            case RealType real:
                members.Add(Member("type", "number"));
                AddNumber("minimum", double.IsFinite(real.Minimum) ? FactText.Of(real.Minimum) : null, members);
                AddNumber("maximum", double.IsFinite(real.Maximum) ? FactText.Of(real.Maximum) : null, members);
                break;
            case TextType text:
                members.Add(Member("type", "string"));
                if (text.Values is { } values)
                {
                    members.Add(Member("enum", new JsonArray(default, [.. values.Select(v => new JsonText(default, v))])));
                }

                break;
            case ListType list:
                AddList(list, members);
                break;
            case RecordType record:
                AddRecord(record, members);
                break;
            default:
                members.Add(Member("type", "string"));
                members.Add(Member("format", type is DateType ? "date" : type is DateTimeType ? "date-time" : "duration"));
                break;
        }
    }

    private static void AddExact(ExactType type, List<JsonMember> members)
    {
        members.Add(Member("type", type.Scale == 0 ? "integer" : "number"));
        AddNumber("multipleOf", type.Scale == 0 ? null : ExactNumber.Step(type.Scale), members);
        AddNumber("minimum", type.Minimum == long.MinValue ? null : ExactNumber.ToText(type.Minimum, type.Scale), members);
        AddNumber("maximum", type.Maximum == long.MaxValue ? null : ExactNumber.ToText(type.Maximum, type.Scale), members);
    }

    private static void AddList(ListType type, List<JsonMember> members)
    {
        members.Add(Member("type", "array"));
        members.Add(Member("items", Describe(type.Element, FactValue.Unknown)));
        AddNumber("maxItems", type.MaxItems is { } most ? ExactNumber.ToText(most, 0) : null, members);
        if (type.CompleteBy is { } sibling)
        {
            members.Add(Member("x-completeBy", sibling));
        }

        if (type.Key is { } key)
        {
            members.Add(Member("x-key", new JsonArray(default, [.. key.Select(name => new JsonText(default, name))])));
        }
    }

    private static void AddTerms(StepTerms terms, List<JsonMember> members)
    {
        if (terms.Fixed is { } isFixed)
        {
            members.Add(Member("x-fixed", isFixed == Fixity.Stated ? new JsonText(default, "stated")
                : new JsonBoolean(default, isFixed == Fixity.Always)));
        }

        AddNumber("x-cost", terms.Cost is { } cost ? ExactNumber.ToText(cost, StepTerms.CostScale) : null, members);
        if (terms.By is { } by)
        {
            members.Add(Member("x-controlledBy", by.Party is { } party ? new JsonText(default, party)
                : new JsonObject(default, [Member("fact", by.Fact!)])));
        }
    }

    private static void AddRecord(RecordType type, List<JsonMember> members)
    {
        members.Add(Member("type", "object"));
        members.Add(
            Member("properties", new JsonObject(default, [.. type.Properties.Select(p => Member(p.Name, Describe(p.Type, p.Default)))]))
        );
        if (type.AllowsMore)
        {
            members.Add(Member("additionalProperties", new JsonBoolean(default, true)));
        }

        if (type.ChosenLabel is { } label)
        {
            members.Add(Member("x-label", type.Properties[label].Name));
        }
    }

    private static void AddNumber(string keyword, string? digits, List<JsonMember> members)
    {
        if (digits is not null)
        {
            members.Add(Member(keyword, new JsonNumber(default, digits)));
        }
    }

    private static JsonMember Member(string name, string text) => Member(name, new JsonText(default, text));

    private static JsonMember Member(string name, JsonValue value) => new(name, default, value);
}
