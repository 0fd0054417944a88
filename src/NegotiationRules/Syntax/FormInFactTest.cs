using NegotiationRules.Text;

namespace NegotiationRules.Syntax;

/// <summary>Recognises a quantifier or quantity under the list that it goes through, as other systems have it: <c>{ "parties": { "some": {
/// … } } }</c>.</summary>
internal static class FormInFactTest
{
    /// <summary>The keyword and the condition that is meant, or <see langword="null"/> if the test is what it looks like.</summary>
    public static (JsonMember Keyword, JsonObject Meant)? Find(JsonMember test)
    {
        if (test.Value is not JsonObject value)
        {
            return null;
        }

        foreach (var member in value.AsSpan())
        {
            if (ConditionForms.GoesThroughList(member.Name) && Inside(member) is { } inside)
            {
                return (member, Meant(test, value, member, inside));
            }
        }

        return null;
    }

    private static JsonObject Meant(JsonMember test, JsonObject value, JsonMember form, IReadOnlyList<JsonMember> inside)
    {
        var keyword = new JsonMember(form.Name, form.NameSpan, new JsonText(test.NameSpan, test.Name));
        return value with { Members = [keyword, .. inside, .. value.Members.Where(other => other != form)] };
    }

    // What stands under the keyword, as members beside it. A list there is an operand, and a number beside `min` a bound.
    private static IReadOnlyList<JsonMember>? Inside(JsonMember keyword) => keyword.Value switch
    {
        JsonNumber number when keyword.Name == "count" => [new JsonMember("is", keyword.NameSpan, number)],
        JsonObject list when list.Find("parameter") is not null || SelectionReader.IsMeant(list) => null,
        JsonObject compared when Operators.AnyIn(compared) && ConditionForms.Named(keyword.Name).Compares => compared.Members,
        JsonObject => [keyword with { Name = keyword.Name == "every" ? "satisfy" : "where" }],
        _ => null,
    };
}
