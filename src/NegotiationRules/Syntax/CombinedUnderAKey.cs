using NegotiationRules.Text;

namespace NegotiationRules.Syntax;

/// <summary>Recognises conditions that are put together in the shape of other systems, where a key says how: <c>{ "combinator": "and",
/// "rules": [ … ] }</c>.</summary>
internal static class CombinedUnderAKey
{
    private static readonly string[] Combiners =
    [
        "combinator", "operator", "op", "condition", "logic", "logicalOperator", "conjunction", "join", "type",
        "match", "Operator",
    ];
    private static readonly string[] Lists = ["conditions", "rules", "operands", "children", "clauses", "expressions", "criteria", "Rules"];

    /// <summary>What says how, the form that it means, and the conditions; <see langword="null"/> if the condition is of another
    /// shape.</summary>
    public static (JsonMember Combiner, string Form, JsonMember Conditions)? Find(JsonObject condition)
    {
        // Asked of every condition, nearly all of which are none of these.
        JsonMember? combiner = null;
        JsonMember? conditions = null;
        foreach (var member in condition.AsSpan())
        {
            combiner = member.Value is JsonText && Combiners.AsSpan().Contains(member.Name) ? member : combiner;
            conditions = member.Value is JsonArray { Items.Count: > 0 } && Lists.AsSpan().Contains(member.Name) ? member : conditions;
        }

        return combiner is { Value: JsonText { Value: var how } } && conditions is not null && FormOf(how) is { } form
            ? (combiner, form, conditions)
            : null;
    }

    private static string? FormOf(string how) => how.ToUpperInvariant() switch
    {
        "AND" or "&&" or "ALL" or "ANDALSO" => "all",
        "OR" or "||" or "ANY" or "ORELSE" => "any",
        "NOR" or "NONE" or "NOT" => "none",
        _ => null,
    };
}
