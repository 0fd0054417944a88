using NegotiationRules.Text;

namespace NegotiationRules.Syntax;

/// <summary>One form of condition that is recognised by a keyword, with the keys that belong to it.</summary>
/// <param name="Keyword">The key that makes an object this form.</param>
/// <param name="Compares">Whether exactly one comparison operator stands beside it.</param>
/// <param name="Example">A whole condition of this form.</param>
/// <param name="Keys">The further keys it may have.</param>
internal sealed record ConditionForm(string Keyword, bool Compares, string Example, params string[] Keys)
{
    /// <summary>The pair <c>atLeast</c> and <c>of</c>, recognised by <c>of</c>: <c>atLeast</c> is an operator elsewhere.</summary>
    private static readonly ConditionForm AtLeastOf = new("of", false, """{ "atLeast": 2, "of": [ { … }, { … }, { … } ] }""", "atLeast");

    // A fact may have the same name.
    private static readonly string[] AuxiliaryKeys = ["as", "where", "satisfy", "among", "steps"];

    public static IReadOnlyList<ConditionForm> ByKeyword { get; } =
    [
        new("all", false, """{ "all": [ { … }, { … } ] }"""),
        new("any", false, """{ "any": [ { … }, { … } ] }"""),
        new("none", false, """{ "none": [ { … }, { … } ] }"""),
        new("not", false, """{ "not": { … } }"""),
        new("every", false, """{ "every": "parties", "satisfy": { … } }""", "as", "where", "satisfy"),
        new("some", false, """{ "some": "parties", "where": { … } }""", "as", "where"),
        new("no", false, """{ "no": "parties", "where": { … } }""", "as", "where"),
        new("count", true, """{ "count": "parties", "where": { … }, "atLeast": 2 }""", "as", "where"),
        new("sum", true, """{ "sum": "parties.population", "atLeast": 1000000 }""", "as", "of", "where"),
        new("min", true, """{ "min": "delegations.rank", "atLeast": 2 }""", "as", "of", "where"),
        new("max", true, """{ "max": "delegations.rank", "atLeast": 2 }""", "as", "of", "where"),
        new("share", true, """{ "share": "parties", "where": { … }, "atLeast": "2/3" }""", "as", "of", "among", "where"),
        new("value", true, """{ "value": { "fact": "talks.start" }, "before": { "fact": "talks.end" } }"""),
        new("inOrder", false, """{ "inOrder": "events", "by": "date", "steps": [ { … }, { … } ] }""", "as", "by", "steps", "atLeast"),
        new("condition", false, """{ "condition": "military at the table" }"""),
        new("rule", false, """{ "rule": "legally-binding" }"""),
    ];

    // Each in a list of its own, as most conditions have just one.
    private static readonly Dictionary<string, ConditionForm[]> Alone = ByKeyword.ToDictionary(
        form => form.Keyword,
        form => new[] { form },
        StringComparer.Ordinal
    );

    public static IReadOnlyList<string> Keywords { get; } = [.. ByKeyword.Select(form => form.Keyword)];

    /// <summary>The key under which it is said what the elements must meet, of a form that goes through a list so.</summary>
    public string? PartOfElements => Keys.Contains("satisfy") ? "satisfy" : Keys.Contains("where") ? "where" : null;

    public static ConditionForm Named(string keyword) => Alone[keyword][0];

    public static bool IsAuxiliary(string key) => AuxiliaryKeys.AsSpan().Contains(key);

    /// <summary>Whether the keyword names a list.</summary>
    public static bool GoesThroughList(string keyword) => Alone.TryGetValue(keyword, out var forms) && forms[0].Keys.Contains("as");

    /// <summary>The forms whose keywords the object has, in the order in which they are written.</summary>
    public static IReadOnlyList<ConditionForm> In(JsonObject condition)
    {
        ConditionForm[] found = [];
        JsonMember? of = null;
        foreach (var member in condition.AsSpan())
        {
            if (Alone.TryGetValue(member.Name, out var form))
            {
                found = found.Length == 0 ? form : [.. found, .. form];
            }
            else if (member.Name == AtLeastOf.Keyword)
            {
                of = member;
            }
        }

        return
            of is not null
            && !Array.Exists(found, form => form.Keys.Contains("of"))
            && (of.Value is JsonArray || condition.Find("atLeast") is not null)
            ? [.. found, AtLeastOf]
            : found;
    }
}
