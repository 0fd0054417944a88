using NegotiationRules.Text;

namespace NegotiationRules.Syntax;

/// <summary>Tells a misspelt keyword (<c>evry</c>, <c>and</c>) from a fact that happens to have such a name.</summary>
internal static class MisspeltForm
{
    private static readonly string[] OfConditions = ["all", "any", "none"];
    private static readonly string[] OfElements = [.. ConditionForms.Keywords.Where(ConditionForms.GoesThroughList)];
    private static readonly string[] Compared =
        [.. ConditionForms.Table.Where(form => form.Compares).Select(form => form.Keyword).Distinct()];
    private static readonly string[] OfTwo = [.. ConditionForms.Table.Where(form => form.IsOfTwo).Select(form => form.Keyword)];
    private static readonly string[] OfCondition = ["not"];
    private static readonly string[] OfChoice = [ConditionForms.Table[(int)ConditionForm.If].Keyword];
    private static readonly string[] OfNames = [ConditionForms.Table[(int)ConditionForm.ConditionByName].Keyword];

    /// <summary>The member whose key is probably meant as a keyword, with that keyword if it can be told; for an object that has no
    /// keyword.</summary>
    public static (JsonMember Member, string? Meant)? Find(JsonObject condition)
    {
        JsonMember? none = null;
        foreach (var member in condition.AsSpan())
        {
            if (!member.Name.Contains('.') && !ConditionForms.IsAuxiliary(member.Name) && !Operators.IsOperator(member.Name)
                && !IsComparison(member.Value) && Candidates(condition, member) is { Length: > 0 } candidates)
            {
                if (BorrowedWords.Form(member.Name, candidates) is { } meant)
                {
                    return (member, meant);
                }

                none ??= IsNoFact(condition, member) && FormInFactTest.Find(member) is null ? member : null;
            }
        }

        return none is null ? null : (none, null);
    }

    // `{ "min": 5 }` and `{ "not": 5 }` are what is asked of a fact, in the words of other systems.
    private static bool IsComparison(JsonValue value) => value is JsonObject { Members: [var inner, ..] } && (inner.Name, inner.Value) is
        ("min" or "max", JsonNumber) or ("not", JsonNumber or JsonText or JsonBoolean or JsonObject { Members: [_] })
        && (inner.Value is not JsonObject negated || Operators.Negated(negated.Members[0].Name) is not null);

    // A word alone before conditions, or before a list that is compared, is no fact, whatever it is.
    private static bool IsNoFact(JsonObject condition, JsonMember member) =>
        member.Value switch
        {
            JsonArray { Items: var items } => items is not [JsonText, ..],
            JsonObject { Members: [var inner, ..] } => inner.Name.Contains('.')
                || ConditionForms.Keywords.Contains(inner.Name)
                || condition.Find("then") is not null,
            JsonText => Operators.AnyIn(condition),
            _ => false,
        };

    // Only where the value, or what stands beside it, can belong to no test of a fact.
    private static string[] Candidates(JsonObject condition, JsonMember member) => member.Value switch
    {
        JsonArray { Items.Count: 2 } when Operators.AnyIn(condition) => OfTwo,
        JsonArray { Items: var items } when items.Count > 0 && items.All(item => item is JsonObject) => OfConditions,
        JsonArray { Items: var names } when names.Count > 0 && names.All(name => name is JsonText) => OfNames,
        JsonObject { Members.Count: > 0 } parts when member.Name.Length <= 3
            && member.Name.ToUpperInvariant() is "AND" or "&&" or "OR" or "||" && !Operators.AnyIn(parts) => OfConditions,
        JsonText or JsonObject when HasPartOfElements(condition) => OfElements,
        JsonText or JsonObject when Operators.AnyIn(condition) => Compared,
        JsonObject when condition.Find("then")?.Value is JsonObject => OfChoice,
        JsonObject { Members: [var inner, ..] } when inner.Name.Contains('.') || ConditionForms.Keywords.Contains(inner.Name) =>
            OfCondition,
        _ => [],
    };

    private static bool HasPartOfElements(JsonObject condition) =>
        condition.Find("where")?.Value is JsonObject
        || condition.Find("satisfy")?.Value is JsonObject
        || condition.Members.Any(part =>
            part is { Name: "satisfies" or "predicate" or "suchThat" or "having" or "check", Value: JsonObject }
        )
        || condition.Find("among")?.Value is JsonObject
        || condition.Find("steps")?.Value is JsonArray;
}
