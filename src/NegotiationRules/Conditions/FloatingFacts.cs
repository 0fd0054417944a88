using NegotiationRules.Facts;
using NegotiationRules.Syntax;

namespace NegotiationRules.Conditions;

/// <summary>Facts in floating point that are summed, added or multiplied: 0.1 plus 0.2 is not 0.3 then, and a comparison may come out wrong.</summary>
internal static class FloatingFacts
{
    /// <summary>Those that would make the value exact if they had a step.</summary>
    public static IEnumerable<FactReference> In(Operand operand) => In(operand, isReckoned: false);

    private static IEnumerable<FactReference> In(Operand operand, bool isReckoned) => operand switch
    {
        FactOperand { Fact: { Type: RealType } fact } => isReckoned ? [fact] : [],
        AggregateOperand aggregate => In(aggregate.Item, isReckoned || aggregate.Kind == QuantityKind.Sum),
        ArithmeticOperand { Measure.Kind: MeasureKind.Real } sum => In(sum.Left, true).Concat(In(sum.Right, true)),
        // What is rounded is right again, and of the rest some are said to be in floating point anyway.
        FunctionOperand
        {
            Function: not (OperandFunction.Least or OperandFunction.Greatest or OperandFunction.Absolute or OperandFunction.Sign
            or OperandFunction.Floor or OperandFunction.Ceiling or OperandFunction.Truncated)
        } => [],
        _ => Parts.Inside(operand).SelectMany(part => In(part, isReckoned)),
    };
}
