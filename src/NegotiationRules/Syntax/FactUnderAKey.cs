using NegotiationRules.Text;

namespace NegotiationRules.Syntax;

/// <summary>
/// A test of a fact in the shape of other systems, where the fact is a value and not the key: <c>{ "fact": "agreement.form", "is":
/// "written" }</c>, <c>{ "fact": "agreement.form", "operator": "is", "value": "written" }</c>.
/// </summary>
/// <param name="At">The key under which the fact stands.</param>
/// <param name="Path">The path of the fact.</param>
/// <param name="Value">What would stand behind the fact as the key; <see langword="null"/> if that cannot be told.</param>
internal sealed record FactUnderAKey(JsonMember At, JsonText Path, JsonValue? Value)
{
    private static readonly string[] KeysOfFacts = ["fact", "path", "var", "variable", "field", "property", "attribute", "left"];
    private static readonly string[] KeysOfOperators = ["operator", "op", "comparison", "comparator"];

    public static FactUnderAKey? Find(JsonObject condition)
    {
        return FactIn(condition) is { Value: JsonText path } at ? Find(condition, at, path) : null;
    }

    private static FactUnderAKey? Find(JsonObject condition, JsonMember at, JsonText path)
    {
        var comparisons = condition.Members.Where(m => Operators.IsOperator(m.Name)).ToList();
        if (comparisons.Count > 0 && condition.Find("value") is null)
        {
            return new FactUnderAKey(at, path, condition with { Members = comparisons });
        }

        return Array.Find(KeysOfOperators, name => condition.Find(name)?.Value is JsonText) is { } named
            ? new FactUnderAKey(at, path, Compared(condition, (JsonText)condition.Find(named)!.Value))
            : null;
    }

    // Asked of every condition, nearly all of which are none of these.
    private static JsonMember? FactIn(JsonObject condition)
    {
        foreach (var member in condition.AsSpan())
        {
            if (member.Value is JsonText && KeysOfFacts.AsSpan().Contains(member.Name))
            {
                return member;
            }
        }

        return null;
    }

    private static JsonObject? Compared(JsonObject condition, JsonText named)
    {
        var value = condition.Find("value") ?? condition.Find("right");
        return
            value is not null
            && (Operators.IsOperator(named.Value) ? named.Value : BorrowedWords.Operator(named.Value)) is { } comparison
            ? condition with
            {
                Members = [new JsonMember(OperatorOfDates.InsteadOf(comparison, value.Value), named.Span, value.Value)],
            }
            : null;
    }
}
