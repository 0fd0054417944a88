using NegotiationRules.Text;
using static NegotiationRules.Syntax.ConditionForm;

namespace NegotiationRules.Syntax;

/// <summary>The forms of condition: the table of them, and how they are found in it.</summary>
internal static class ConditionForms
{
    private static readonly FormMember As = OperandForms.As;
    private static readonly FormMember Where = OperandForms.Where;
    private static readonly FormMember Of = OperandForms.Of;
    private static readonly FormMember IfNone = OperandForms.IfNone;

    /// <summary>Every form, in the order of the enumeration.</summary>
    public static IReadOnlyList<ConditionRow> Table { get; } =
    [
        new(All, "all", MemberShape.Conditions, """{ "all": [ { … }, { … } ] }""", "and && allOf conditions"),
        new(Any, "any", MemberShape.Conditions, """{ "any": [ { … }, { … } ] }""", "or || anyOf oneOf either"),
        new(None, "none", MemberShape.Conditions, """{ "none": [ { … }, { … } ] }""", "nor noneOf neither"),
        new(Not, "not", MemberShape.Condition, """{ "not": { … } }""", "! negate unless isNot"),
        new(Every, "every", MemberShape.List, """{ "every": "parties", "satisfy": { … } }""", "forall for_all foreach each allItems",
            As, Where, new("satisfy", MemberShape.Condition, "predicate holds then require satisfies must check test condition")
            { IsRequired = true }),
        new(Some, "some", MemberShape.List, """{ "some": "parties", "where": { … } }""", "exists forsome anyItem has contains", As, Where),
        new(No, "no", MemberShape.List, """{ "no": "parties", "where": { … } }""", "nothing", As, Where),
        new(Count, "count", MemberShape.List, """{ "count": "parties", "where": { … }, "atLeast": 2 }""", "size length number", As, Where)
            { ComparedWith = "\"atLeast\": 2" },
        new(Sum, "sum", MemberShape.List, """{ "sum": "parties.population", "atLeast": 1000000 }""", "total", As, Of, Where)
            { ComparedWith = "\"is\": …" },
        new(Min, "min", MemberShape.List, """{ "min": "delegations.rank", "atLeast": 2 }""", "minimum least lowest",
            As, Of, Where, IfNone)
            { ComparedWith = "\"is\": …" },
        new(Max, "max", MemberShape.List, """{ "max": "delegations.rank", "atLeast": 2 }""", "maximum most highest greatest",
            As, Of, Where, IfNone)
            { ComparedWith = "\"is\": …" },
        new(Share, "share", MemberShape.List, """{ "share": "parties", "where": { … }, "atLeast": "2/3" }""",
            "fraction ratio proportion percentage percent",
            As, Of with { Takes = MemberShape.Key, Borrowed = $"{Of.Borrowed} whole denominator" },
            new("among", MemberShape.Condition, "of_those outOf"),
            Where with { IsRequired = true }, IfNone)
            { ComparedWith = "\"atLeast\": \"2/3\"" },
        new(ShareOfTwo, "share", MemberShape.Operands, """{ "share": [ { "fact": "yea" }, { "fact": "cast" } ], "atLeast": "2/3" }""", "",
            IfNone)
            { ComparedWith = "\"atLeast\": \"2/3\"", IsOfTwo = true },
        new(Value, "value", MemberShape.Operand, """{ "value": { "fact": "talks.start" }, "before": { "fact": "talks.end" } }""", "")
            { ComparedWith = "\"is\": …" },
        new(InOrder, "inOrder", MemberShape.List, """{ "inOrder": "events", "by": "date", "steps": [ { … }, { … } ] }""",
            "sequence ordered",
            As, new("by", MemberShape.Path) { IsRequired = true }, new("steps", MemberShape.Conditions, "sequence") { IsRequired = true },
            new("atLeast", MemberShape.Number), new("within", MemberShape.Operand, "window span maxSpan duration")),
        new(Reachable, "reachable", MemberShape.List,
            """{ "reachable": "pacts", "between": "members", "from": { "fact": "us.id" }, "to": { "fact": "them.id" } }""",
            "connected linked path route transitive closure",
            As, new("between", MemberShape.Path, "edge ends nodes links pair through") { IsRequired = true },
            new("from", MemberShape.Operand, "start source origin") { IsRequired = true },
            new("to", MemberShape.Operand, "end target destination goal") { IsRequired = true },
            Where)
            { Beside = "between" },

        // Recognised by what stands beside it: alone, `if` is a fact.
        new(If, "if", MemberShape.Condition, """{ "if": { … }, "then": { … }, "else": { … } }""", "when case iff ternary",
            new("then", MemberShape.Condition, "consequence thenRequire") { IsRequired = true },
            new("else", MemberShape.Condition, "otherwise default") { IsRequired = true }),
        new(ConditionByName, "condition", MemberShape.References, """{ "condition": "military at the table" }""", "")
            { StandsBesideFacts = true },
        new(RuleById, "rule", MemberShape.Reference, """{ "rule": "legally-binding" }""", ""),

        // Recognised by `of`: `atLeast` is an operator elsewhere.
        new(AtLeastOf, "of", MemberShape.Conditions, """{ "atLeast": 2, "of": [ { … }, { … }, { … } ] }""", "",
            new FormMember("atLeast", MemberShape.Number) { IsRequired = true }),
    ];

    // Each in a list of its own, as most conditions have just one.
    private static readonly Dictionary<string, ConditionRow[]> Alone =
        Table.Where(form => !form.IsOfTwo).ToDictionary(form => form.Keyword, form => new[] { form }, StringComparer.Ordinal);

    private static readonly Dictionary<string, ConditionRow[]> OfTwo =
        Table.Where(form => form.IsOfTwo).ToDictionary(form => form.Keyword, form => new[] { form }, StringComparer.Ordinal);

    // What holds conditions or names an element is no test of a fact; any other key may be the name of one.
    private static readonly string[] AuxiliaryKeys =
    [
        .. Table.SelectMany(form => form.Members)
            .Where(member => member.Takes is MemberShape.Condition or MemberShape.Conditions or MemberShape.ElementNames)
            .Select(member => member.Key)
            .Distinct(),
    ];

    /// <summary>The keys that make a condition a form wherever they stand; <c>of</c>, <c>if</c> and those that need another key beside them
    /// may also be facts or part of a form.</summary>
    public static IReadOnlyList<string> Keywords { get; } =
        [.. Alone.Values.Select(rows => rows[0]).Where(row => row.Form is not (AtLeastOf or If) && row.Beside is null)
            .Select(row => row.Keyword)];

    public static ConditionRow Named(string keyword) => Alone[keyword][0];

    /// <summary>The form whose keyword is the name of a fact where another key is missing beside it.</summary>
    public static ConditionRow? NamedAlone(string keyword) =>
        Alone.TryGetValue(keyword, out var forms) && forms[0].Beside is not null ? forms[0] : null;

    /// <summary>The forms that may have such a member.</summary>
    public static IReadOnlyList<ConditionRow> With(string key) => [.. Table.Where(form => form.Has(key))];

    public static bool IsAuxiliary(string key) => AuxiliaryKeys.AsSpan().Contains(key);

    /// <summary>Whether the keyword names a list.</summary>
    public static bool GoesThroughList(string keyword) =>
        Alone.TryGetValue(keyword, out var forms) && forms[0].Takes == MemberShape.List;

    /// <summary>The forms whose keywords the object has, in the order in which they are written.</summary>
    public static IReadOnlyList<ConditionRow> In(JsonObject condition)
    {
        ConditionRow[] found = [];
        JsonMember? of = null;
        foreach (var member in condition.AsSpan())
        {
            if ((member.Value is not JsonArray || !OfTwo.TryGetValue(member.Name, out var form))
                && (!Alone.TryGetValue(member.Name, out form) || !IsMeant(form[0], condition)))
            {
                continue;
            }

            if (form[0].Form == AtLeastOf)
            {
                of = member;
            }
            else
            {
                found = found.Length == 0 ? form : [.. found, .. form];
            }
        }

        return of is not null && !MayBeOf(found, of.Name) && (of.Value is JsonArray || condition.Find("atLeast") is not null)
            ? [.. found, Table[(int)AtLeastOf]]
            : found;
    }

    private static bool MayBeOf(ConditionRow[] forms, string key) =>
        Array.Exists(forms, form => form.Has(key) || (form.IsOfTwo && Named(form.Keyword).Has(key)));

    // Where the keyword may be the name of a fact: beside the key that tells, or what never stood beside a test of a fact, which is a
    // condition, the name of an element, or a value that is worked out.
    private static bool IsMeant(ConditionRow form, JsonObject condition) =>
        form.Form == If ? IsChoice(condition)
        : form.Beside is not { } key || condition.Find(key) is not null || HasWhatIsNoFact(form, condition);

    private static bool HasWhatIsNoFact(ConditionRow form, JsonObject condition) => Array.Exists(form.Members, member =>
        condition.Find(member.Key) is { Value: var value } && member.Takes switch
        {
            MemberShape.Condition or MemberShape.ElementNames => true,
            MemberShape.Operand => value is JsonObject worked && worked.Members.Any(inner => OperandForms.IsForm(inner.Name)),
            _ => false,
        });

    // Facts may be called `if`, `then` and `else`: then all that stands there are values and comparisons. With an operator beside it, the
    // object is an operand that is compared.
    private static bool IsChoice(JsonObject condition) =>
        (condition.Find("then") is not null || condition.Find("else") is not null)
        && !Operators.AnyIn(condition)
        && (IsCondition(condition.Find("if")) || IsCondition(condition.Find("then")) || IsCondition(condition.Find("else")));

    private static bool IsCondition(JsonMember? member) =>
        member?.Value is JsonObject value && !(value.Members.Count > 0 && value.Members.All(inner => Operators.IsOperator(inner.Name)));
}
