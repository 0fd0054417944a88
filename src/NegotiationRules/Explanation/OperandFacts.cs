using NegotiationRules.Conditions;

namespace NegotiationRules.Explanation;

/// <summary>The facts that an operand names itself, not through a list.</summary>
internal static class OperandFacts
{
    public static IEnumerable<FactReference> Of(Operand operand) => operand switch
    {
        FactOperand fact => [fact.Fact],
        ArithmeticOperand arithmetic => [.. Of(arithmetic.Left), .. Of(arithmetic.Right)],
        MoveOperand move => Of(move.Day),
        _ => [],
    };
}
