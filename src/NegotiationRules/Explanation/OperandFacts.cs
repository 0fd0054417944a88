using NegotiationRules.Conditions;

namespace NegotiationRules.Explanation;

/// <summary>The facts that an operand names itself, not through a list.</summary>
internal static class OperandFacts
{
    public static IEnumerable<FactReference> Of(Operand operand) => operand switch
    {
        FactOperand fact => [fact.Fact],
        ChoiceOperand choice => [.. Of(choice.If), .. Of(choice.Then), .. Of(choice.Else)],
        _ => Parts.Inside(operand).SelectMany(Of),
    };

    /// <summary>The facts that a condition names itself, not through a list.</summary>
    public static IEnumerable<FactReference> Of(Condition condition) => condition switch
    {
        KnownTest k => [k.Fact],
        Composition c => c.Parts.SelectMany(Of),
        AtLeastOf a => a.Parts.SelectMany(Of),
        Negation n => Of(n.Part),
        Defined d => Of(d.Meaning),
        RelationTest r => [.. Of(r.Left), .. Of(r.Right)],
        TextTest t => [.. Of(t.Left), .. Of(t.Right)],
        PatternTest p => Of(p.Left),
        _ => [],
    };
}
