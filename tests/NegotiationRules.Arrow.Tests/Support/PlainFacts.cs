using NegotiationRules.Facts;
using NegotiationRules.Text;

namespace NegotiationRules.Arrow.Tests.Support;

/// <summary>The scenario nearest to one that says nothing beside its values: no sources, and all lists complete.</summary>
internal static class PlainFacts
{
    public static JsonObject Of(JsonObject facts, RecordType type) =>
        facts with
        {
            Members = [.. facts.Members.Select(member => member with { Value = Of(member.Value, TypeOf(type, member.Name)) })],
        };

    private static JsonValue Of(JsonValue value, FactType? type) => (value, type) switch
    {
        (JsonObject o, not RecordType) when o.Find("value") is { } inner => Of(inner.Value, type),
        (JsonObject o, ListType) when o.Find("known") is { } inner => Of(inner.Value, type),
        (JsonObject o, RecordType record) => Of(o, record),
        (JsonArray list, ListType { Element: var element }) => list with { Items = [.. list.Items.Select(item => Of(item, element))] },
        _ => value,
    };

    private static FactType? TypeOf(RecordType type, string name) =>
        type.SlotOf(name) is >= 0 and var slot ? type.Properties[slot].Type : null;
}
