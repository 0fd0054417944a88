using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Generation.Tests.Support;

/// <summary>Scenarios near to others that objects can say.</summary>
internal static class ObjectFacts
{
    /// <summary>The scenario without elements of which nothing is known, and with a day where only a month is stated.</summary>
    public static JsonObject Sayable(JsonObject facts, RecordType type, Random random)
    {
        var members = new ObjectBuilder();
        foreach (var member in facts.Members)
        {
            members.Add(member.Name, Sayable(member.Value, type.Properties[type.SlotOf(member.Name)].Type, random));
        }

        return members.Build();
    }

    private static JsonValue Sayable(JsonValue value, FactType type, Random random)
    {
        if (value is JsonObject stated && type is not RecordType && stated.Find("value") is { } inner)
        {
            return new ObjectBuilder().Add("value", Sayable(inner.Value, type, random)).Add("source", stated.Find("source")?.Value).Build();
        }

        switch (type, value)
        {
            case (RecordType record, JsonObject o):
                return Sayable(o, record, random);
            case (ListType list, JsonArray a):
                var items = a.Items.Where(item => item is not JsonNull);
                return new JsonArray(default, [.. items.Select(item => Sayable(item, list.Element, random))]);
            case (ListType, JsonObject o):
                var known = Sayable(o.Find("known")!.Value, type, random);
                return new ObjectBuilder().Add("known", known).Add("complete", o.Find("complete")?.Value).Build();
            case (DateType, JsonText date) when PartialDate.TryParse(date.Value, out var span):
                return new JsonText(default, PartialDate.Of(DateOnly.FromDayNumber(random.Next(span.First, span.Last + 1))).ToString());
            default:
                return value;
        }
    }
}
