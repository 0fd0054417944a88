using System.Globalization;
using NegotiationRules.Text;

namespace NegotiationRules.Facts;

/// <summary>How facts are written: for people, and as JSON.</summary>
internal static class FactText
{
    /// <summary>The value for a sentence: text as it is, numbers in decimal digits, dates and durations as in a file, a record by its
    /// label.</summary>
    public static string Of(FactValue value, FactType type) => (value.Kind, type) switch
    {
        (FactKind.Unknown, _) => "unknown",
        (FactKind.Boolean, _) => value.Boolean ? "true" : "false",
        (FactKind.Exact, ExactType exact) => ExactNumber.ToText(value.Steps, exact.Scale),
        (FactKind.Real, _) => Of(value.Real),
        (FactKind.Text, _) => value.Text,
        (FactKind.Date, _) => value.Date.ToString(),
        (FactKind.DateTime, _) => Instant.ToText(value.UtcTicks),
        (FactKind.Duration, _) => value.Duration.ToString(),
        (FactKind.Record, RecordType record) => OfRecord(value.Record, record),
        (FactKind.List, ListType list) => OfList(value.List, list),
        _ => throw new ArgumentException($"A {value.Kind} value cannot be {type.Kind}.", nameof(type)),
    };

    /// <summary>The shortest digits that read back as the same number.</summary>
    public static string Of(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>The value as a scenario would state it: binding it gives the same value again.</summary>
    /// <param name="value">The value.</param>
    /// <param name="type">Its type.</param>
    /// <param name="withSources">Whether it is said of what is in it where that is stated.</param>
    public static JsonValue ToJson(FactValue value, FactType type, bool withSources = true) => (value.Kind, type) switch
    {
        (FactKind.Unknown, _) => new JsonNull(default),
        (FactKind.Boolean, _) => new JsonBoolean(default, value.Boolean),
        (FactKind.Exact or FactKind.Real, _) => new JsonNumber(default, Of(value, type)),
        (FactKind.Record, RecordType record) => ToJson(value.Record, record, withSources),
        (FactKind.List, ListType list) => ToJson(value.List, list, withSources),
        _ => new JsonText(default, Of(value, type)),
    };

    /// <summary>The known facts of a record as an object, each with its source, if one is stated.</summary>
    /// <param name="value">The record.</param>
    /// <param name="type">Its type.</param>
    /// <param name="withSources">Whether sources are said.</param>
    public static JsonObject ToJson(FactRecord value, RecordType type, bool withSources = true)
    {
        var members = new List<JsonMember>();
        for (var slot = 0; slot < type.Properties.Count; slot++)
        {
            if (value[slot].IsKnown)
            {
                var (property, source) = (type.Properties[slot], withSources ? value.SourceOf(slot) : null);
                members.Add(new JsonMember(property.Name, default, Sourced(Beside(property, slot), property.Type, source)));
            }
        }

        return new JsonObject(default, members);

        // A list that a fact beside it calls complete is a plain one, and so is one that this fact calls incomplete.
        JsonValue Beside(Property property, int slot) =>
            property.Type is ListType { CompleteBy: { } sibling } list && value[type.SlotOf(sibling)].IsTrue == value[slot].List.IsComplete
                ? Items(value[slot].List, list, withSources)
                : ToJson(value[slot], property.Type, withSources);
    }

    private static JsonValue ToJson(FactList value, ListType type, bool withSources) =>
        value.IsComplete && type.CompleteBy is null
            ? Items(value, type, withSources)
            : new JsonObject(
                default,
                [
                    new("known", default, Items(value, type, withSources)),
                    new("complete", default, new JsonBoolean(default, value.IsComplete)),
                ]
            );

    private static JsonArray Items(FactList value, ListType type, bool withSources)
    {
        var items = new JsonValue[value.Count];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = Sourced(ToJson(value[i], type.Element, withSources), type.Element, withSources ? value.SourceOf(i) : null);
        }

        return new JsonArray(default, items);
    }

    // An object that has a fact called `value` cannot be stated with a source.
    private static JsonValue Sourced(JsonValue value, FactType type, FactSource? source) =>
        source is null || SaysNothing(source) || (type is RecordType record && record.SlotOf("value") >= 0) ? value
            : new JsonObject(default, [new("value", default, value), new("source", default, ToJson(source))]);

    private static JsonValue ToJson(FactSource source) => source.Text is { } text ? new JsonText(default, text)
        : new JsonObject(
            default,
            [.. PartsOf(source).Where(part => part.Text is not null)
                .Select(part => new JsonMember(part.Name, default, new JsonText(default, part.Text!)))]);

    private static bool SaysNothing(FactSource source) =>
        string.IsNullOrWhiteSpace(source.Text) && PartsOf(source).All(part => part.Text is null);

    private static (string Name, string? Text)[] PartsOf(FactSource source) =>
    [
        ("document", source.Document), ("speaker", source.Speaker), ("article", source.Article), ("quote", source.Quote),
        ("url", source.Url),
    ];

    private static string OfRecord(FactRecord value, RecordType type) =>
        type.Label >= 0 && value[type.Label].IsKnown ? value[type.Label].Text : "an object";

    private static string OfList(FactList value, ListType type)
    {
        var elements = new List<string>(value.Count + 1);
        foreach (var element in value.Elements)
        {
            elements.Add(Of(element, type.Element));
        }

        if (!value.IsComplete)
        {
            elements.Add("…");
        }

        return elements.Count == 0 ? "none" : string.Join(", ", elements);
    }
}
