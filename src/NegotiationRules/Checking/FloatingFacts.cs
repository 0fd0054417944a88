using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;

namespace NegotiationRules.Checking;

/// <summary>What is reckoned with in floating point: 0.1 plus 0.2 is not 0.3 then, and a comparison may come out wrong.</summary>
/// <param name="Fact">A fact that would make the value exact if it had a step.</param>
/// <param name="Function">Otherwise the function that gives a floating number, which is reckoned with.</param>
internal readonly record struct FloatingFacts(FactReference? Fact, OperandFunction Function)
{
    /// <summary>Those in what is worked out here.</summary>
    public static IEnumerable<FloatingFacts> In(Operand operand) => In(operand, isReckoned: false);

    /// <summary>What makes the value one that is rounded, where what is rounded is compared exactly: a fact alone is the decimal that is
    /// written.</summary>
    public static FloatingFacts? Rounding(Operand operand) => operand switch
    {
        FactOperand or FractionOperand or { Measure.Kind: not MeasureKind.Real } => null,
        AggregateOperand { Kind: not QuantityKind.Sum } extreme => Rounding(extreme.Item),
        OnlyOperand only => Rounding(only.Item),
        ChoiceOperand choice => Rounding([choice.Then, choice.Else]),
        TableOperand table => Rounding(table.Values),
        NamedOperand named => Rounding(named.Meaning),
        FunctionOperand { Function: OperandFunction.Least or OperandFunction.Greatest or OperandFunction.Absolute } function =>
            Rounding(function.Arguments),
        _ => First(In(operand, isReckoned: true)),
    };

    private static FloatingFacts? Rounding(IEnumerable<Operand> operands) =>
        operands.Select(Rounding).FirstOrDefault(rounding => rounding is not null);

    private static FloatingFacts? First(IEnumerable<FloatingFacts> found) =>
        found.Select(floating => (FloatingFacts?)floating).FirstOrDefault();

    private static IEnumerable<FloatingFacts> In(Operand operand, bool isReckoned) => operand switch
    {
        FactOperand { Fact: { Type: RealType } fact } => isReckoned ? [new FloatingFacts(fact, default)] : [],
        AggregateOperand aggregate => In(aggregate.Item, isReckoned || aggregate.Kind == QuantityKind.Sum),
        OnlyOperand only => In(only.Item, isReckoned),
        ArithmeticOperand { Measure.Kind: MeasureKind.Real } sum => In(sum.Left, true).Concat(In(sum.Right, true)),
        FunctionOperand function => InFunction(function, isReckoned),
        _ => operand.Operands.SelectMany(part => In(part, isReckoned)),
    };

    private static IEnumerable<FloatingFacts> InFunction(FunctionOperand function, bool isReckoned)
    {
        var inside = function.Arguments.SelectMany(argument => In(argument, isReckoned: true));
        var own = new FloatingFacts(null, function.Function);
        return function.Function switch
        {
            // What is rounded is right again.
            OperandFunction.Rounded => [],
            OperandFunction.Least or OperandFunction.Greatest or OperandFunction.Absolute or OperandFunction.Sign
                or OperandFunction.Floor or OperandFunction.Ceiling or OperandFunction.Truncated =>
                function.Arguments.SelectMany(argument => In(argument, isReckoned)),
            OperandFunction.Remainder => inside,

            // One whole number divided by another is the floating number next to the true one, as is what is written.
            OperandFunction.Quotient or OperandFunction.Power =>
                isReckoned || function.Arguments.Any(HasDecimals) || inside.Any(floating => floating.Fact is not null) ? [own] : [],
            _ => OperandFunctions.Of(function.Function).Gives != FunctionResult.Real ? [] : isReckoned ? [own] : inside,
        };
    }

    private static bool HasDecimals(Operand operand) => operand.Measure is { Kind: MeasureKind.Exact, Scale: > 0 };
}
