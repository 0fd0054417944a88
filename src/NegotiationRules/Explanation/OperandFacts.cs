using NegotiationRules.Conditions;

namespace NegotiationRules.Explanation;

/// <summary>The facts that an operand names itself, not through a list.</summary>
internal static class OperandFacts
{
    public static IEnumerable<FactReference> Of(Operand operand) => Of(operand, []);

    /// <summary>The facts that a condition names itself, not through a list.</summary>
    public static IEnumerable<FactReference> Of(Condition condition) => Of(condition, []);

    private static IEnumerable<FactReference> Of(Operand operand, HashSet<Condition> seen) => operand switch
    {
        FactOperand fact => [fact.Fact],
        ChoiceOperand choice => [.. Of(choice.If, seen), .. Of(choice.Then, seen), .. Of(choice.Else, seen)],
        _ => Parts.Inside(operand).SelectMany(inner => Of(inner, seen)),
    };

    // What a name stands for may be met by many ways, and it is enough to look at it once.
    private static IEnumerable<FactReference> Of(Condition condition, HashSet<Condition> seen) => condition switch
    {
        KnownTest k => [k.Fact],
        Composition c => c.Parts.SelectMany(part => Of(part, seen)),
        AtLeastOf a => a.Parts.SelectMany(part => Of(part, seen)),
        Negation n => Of(n.Part, seen),
        Defined d => seen.Add(d.Meaning) ? Of(d.Meaning, seen) : [],
        RelationTest r => [.. Of(r.Left, seen), .. Of(r.Right, seen)],
        TextTest t => [.. Of(t.Left, seen), .. Of(t.Right, seen)],
        PatternTest p => Of(p.Left, seen),
        _ => [],
    };
}
