using NegotiationRules.Text;

namespace NegotiationRules.Facts;

/// <summary>Writes what an object gave as a scenario in the way of its vocabulary: enums as its texts, moments as days, dictionaries as
/// lists.</summary>
internal sealed class ObjectFit(ScenarioDiagnostics diagnostics, bool ignoresExtra = false)
{
    private readonly FactPath _path = new();
    private readonly HashSet<(EnumTexts, FactType)> _reported = [];

    public JsonObject Fit(JsonObject root, RecordType type) => OfRecord(root, type);

    /// <summary>The same where no vocabulary says anything.</summary>
    public static JsonValue Plain(JsonValue value) => value switch
    {
        ObjectScalar scalar => scalar.Text,
        ObjectDictionary dictionary => Plain(dictionary.AsObject()),
        JsonObject o => o with { Members = [.. o.Members.Select(m => m with { Value = Plain(m.Value) })] },
        JsonArray a => a with { Items = [.. a.Items.Select(Plain)] },
        _ => value,
    };

    private JsonValue Fit(JsonValue value, FactType type) => (value, type) switch
    {
        (ObjectScalar scalar, _) => OfScalar(scalar, type),
        (ObjectDictionary dictionary, ListType { Element: RecordType element } list) => OfKeyed(dictionary, list, element),
        (ObjectDictionary dictionary, _) => Fit(dictionary.AsObject(), type),
        (JsonObject o, RecordType record) when !StatementReader.IsStatement(o, record) => OfRecord(o, record),
        (JsonObject o, _) => o with
        {
            // Beside a value its source may stand, and beside the known elements of a list whether they are all.
            Members = [.. o.Members.Select(m => m with { Value = m.Name is "value" or "known" ? Fit(m.Value, type) : Plain(m.Value) })],
        },
        (JsonArray a, ListType list) => a with { Items = [.. a.Items.Select((item, i) => At(i, item, list.Element))] },
        _ => Plain(value),
    };

    private JsonObject OfRecord(JsonObject o, RecordType type)
    {
        var members = new List<JsonMember>(o.Members.Count);
        foreach (var member in o.Members)
        {
            var slot = type.SlotOf(member.Name);
            if (slot >= 0)
            {
                _path.Enter(member.Name);
                members.Add(member with { Value = Fit(member.Value, type.Properties[slot].Type) });
                _path.Leave();
            }
            else if (!ignoresExtra)
            {
                members.Add(member with { Value = Plain(member.Value) });
            }
        }

        return o with { Members = members };
    }

    private JsonValue At(int index, JsonValue item, FactType element)
    {
        _path.Enter(index);
        var fit = Fit(item, element);
        _path.Leave();
        return fit;
    }

    private JsonValue OfScalar(ObjectScalar scalar, FactType type)
    {
        switch (scalar, type)
        {
            case ({ Texts: { } texts }, _) when texts.IsUnknown(scalar.Value):
                return new JsonNull(default);
            case ({ Texts: { } texts }, TextType { Values: not null } text):
                var fit = EnumFit.Of(texts, text);
                if (fit.Unfit.Count > 0 && _reported.Add((texts, type)))
                {
                    diagnostics.EnumDoesNotFit(_path, texts, text);
                }

                return fit.Find(scalar.Text.Value) is { } found ? new JsonText(default, found)
                    : fit.Unfit.Count == 0 ? scalar.Text
                    : new JsonNull(default);
            case ({ Value: DateTime { Kind: DateTimeKind.Unspecified } }, DateTimeType):
                diagnostics.NoKind(_path, scalar.Text);
                return new JsonNull(default);
            case ({ Value: DateTime or DateTimeOffset }, DateType):
                if (DayOf(scalar.Value) is { } day)
                {
                    return new JsonText(default, PartialDate.Of(day).ToString());
                }

                diagnostics.NotMidnight(_path, scalar.Text);
                return new JsonNull(default);
            default:
                return scalar.Text;
        }
    }

    /// <summary>The day that a moment at its beginning is; <see langword="null"/> at any other time.</summary>
    public static DateOnly? DayOf(object moment) => (moment is DateTimeOffset offset ? offset.DateTime : (DateTime)moment) switch
    {
        { TimeOfDay.Ticks: 0 } day => DateOnly.FromDateTime(day),
        _ => null,
    };

    private JsonValue OfKeyed(ObjectDictionary dictionary, ListType list, RecordType element)
    {
        if (KeyOf(list, element) is not { } key)
        {
            diagnostics.NoKey(_path, list);
            return new JsonNull(default);
        }

        return new JsonArray(default, [.. dictionary.Entries.Select((entry, i) => Keyed(i, entry.Key, entry.Value, key, element))]);
    }

    /// <summary>The fact of an element that the key of a dictionary is; <see langword="null"/> if nothing says which.</summary>
    public static string? KeyOf(ListType list, RecordType element) => list.Key switch
    {
        [var only] => only,
        null when element.SlotOf("id") is >= 0 and var slot && element.Properties[slot].Type is not (ListType or RecordType) => "id",
        _ => null,
    };

    private JsonValue Keyed(int index, JsonValue key, JsonValue value, string name, RecordType element)
    {
        _path.Enter(index);
        _path.Enter(name);
        key = Fit(key, element.Properties[element.SlotOf(name)].Type);
        _path.Leave();
        var fit = value is JsonNull ? new JsonObject(default, []) : Fit(value, element);
        if (fit is JsonObject o && !StatementReader.IsStatement(o, element))
        {
            var own = o.Find(name)?.Value;
            if (own is not (null or JsonNull) && own != key)
            {
                diagnostics.OtherKey(_path, name, key, own);
            }

            fit = o with { Members = [new JsonMember(name, default, key), .. o.Members.Where(m => m.Name != name)] };
        }

        _path.Leave();
        return fit;
    }
}
