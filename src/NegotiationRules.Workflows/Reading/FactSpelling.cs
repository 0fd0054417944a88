using NegotiationRules.Facts;
using NegotiationRules.Text;

namespace NegotiationRules.Workflows.Reading;

/// <summary>
/// Gives the facts of a scenario the spelling of the vocabulary: to a workflow, <c>Total</c> and <c>total</c> are the same member, and a
/// date without a time is midnight where a date with one is expected, as it is wherever .NET reads one.
/// </summary>
internal static class FactSpelling
{
    private static readonly JsonObject NoFacts = new(default, []);

    /// <summary>The facts with the names of the vocabulary; the same object if nothing is spelt in another way.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="type">What the vocabulary has in their place.</param>
    /// <param name="isCaseSensitive">Whether letter case counts, so that names stay as they are.</param>
    public static JsonObject Fit(JsonObject facts, RecordType type, bool isCaseSensitive = false)
    {
        var members = new JsonMember[facts.Members.Count];
        var changed = false;
        for (var i = 0; i < members.Length; i++)
        {
            var member = facts.Members[i];
            var slot = isCaseSensitive ? type.SlotOf(member.Name) : SlotOf(member.Name, facts, type);
            var value = slot < 0 ? member.Value : Fit(member.Value, type.Properties[slot].Type, isCaseSensitive);
            var name = slot < 0 ? member.Name : type.Properties[slot].Name;
            members[i] =
                name == member.Name && ReferenceEquals(value, member.Value) ? member : new JsonMember(name, member.NameSpan, value);
            changed |= !ReferenceEquals(members[i], member);
        }

        return changed ? facts with { Members = members } : facts;
    }

    /// <summary>The same for a path; from where it leaves the vocabulary it stays as it is.</summary>
    public static string Fit(string path, RecordType type)
    {
        if (ScenarioPath.TryParse(path, out _) is not { } parsed)
        {
            return path;
        }

        var fitted = new FactPath();
        FactType? inside = type;
        foreach (var step in parsed.Steps)
        {
            if (step.Name is null)
            {
                fitted.Enter(step.Index);
                inside = (inside as ListType)?.Element;
                continue;
            }

            var record = inside as RecordType;
            var slot = record is null ? -1 : SlotOf(step.Name, NoFacts, record);
            fitted.Enter(slot < 0 ? step.Name : record!.Properties[slot].Name);
            inside = slot < 0 ? null : record!.Properties[slot].Type;
        }

        return fitted.ToString();
    }

    private static JsonValue Fit(JsonValue value, FactType type, bool isCaseSensitive) =>
        (value, type) switch
        {
            (JsonText day, DateTimeType) when IsDay(day.Value) => day with { Value = day.Value + "T00:00:00Z" },
            (JsonObject stated, DateTimeType) => FitMember(stated, "value", type, isCaseSensitive),
            (JsonObject stated, RecordType record) when record.SlotOf("value") < 0 && stated.Find("value") is { Value: JsonObject } =>
                FitMember(stated, "value", record, isCaseSensitive),
            (JsonObject facts, RecordType record) => Fit(facts, record, isCaseSensitive),
            (JsonArray items, ListType list) => Fit(items, list.Element, isCaseSensitive),
            (JsonObject stated, ListType list) => FitMember(
                FitMember(stated, "value", list, isCaseSensitive), "known", list, isCaseSensitive
            ),
            _ => value,
        };

    private static bool IsDay(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", out _);

    private static JsonArray Fit(JsonArray items, FactType element, bool isCaseSensitive)
    {
        if (element is not (RecordType or ListType or DateTimeType))
        {
            return items;
        }

        var fitted = new JsonValue[items.Items.Count];
        var changed = false;
        for (var i = 0; i < fitted.Length; i++)
        {
            fitted[i] = Fit(items.Items[i], element, isCaseSensitive);
            changed |= !ReferenceEquals(fitted[i], items.Items[i]);
        }

        return changed ? items with { Items = fitted } : items;
    }

    private static JsonObject FitMember(JsonObject stated, string name, FactType type, bool isCaseSensitive) =>
        stated.Find(name) is { } member && Fit(member.Value, type, isCaseSensitive) is var fitted && !ReferenceEquals(fitted, member.Value)
            ? stated with { Members = [.. stated.Members.Select(m => m == member ? m with { Value = fitted } : m)] }
            : stated;

    // A fact that is spelt exactly so takes its place from any other.
    private static int SlotOf(string name, JsonObject facts, RecordType type)
    {
        if (type.SlotOf(name) is >= 0 and var exact)
        {
            return exact;
        }

        var found = -1;
        for (var slot = 0; slot < type.Properties.Count; slot++)
        {
            if (string.Equals(type.Properties[slot].Name, name, StringComparison.OrdinalIgnoreCase))
            {
                // Two facts that differ in letter case only: neither is meant more than the other.
                found = found < 0 ? slot : int.MaxValue;
            }
        }

        return found is < 0 or int.MaxValue || facts.Find(type.Properties[found].Name) is not null ? -1 : found;
    }
}
