using NegotiationRules.Text;

namespace NegotiationRules.Facts;

/// <summary>A dictionary of objects: a list whose elements have the key among their facts, or an object, as the vocabulary says.</summary>
/// <param name="Entries">The keys, which are single values, and what stands under each.</param>
internal sealed record ObjectDictionary(IReadOnlyList<(JsonValue Key, JsonValue Value)> Entries) : JsonValue(default(Span))
{
    public override string Kind => "a dictionary";

    /// <summary>The same as an object with the keys as names.</summary>
    public JsonObject AsObject() => new(default, [.. Entries.Select(entry => new JsonMember(NameOf(entry.Key), default, entry.Value))]);

    private static string NameOf(JsonValue key) => key switch
    {
        JsonText text => text.Value,
        JsonNumber number => number.Digits,
        ObjectScalar scalar => scalar.Text.Value,
        _ => throw new InvalidOperationException($"no name for {key.GetType().Name}"),
    };
}
