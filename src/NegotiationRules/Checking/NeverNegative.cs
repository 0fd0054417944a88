using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;

namespace NegotiationRules.Checking;

/// <summary>Numbers that are never negative, by the vocabulary: what a share can be made of.</summary>
internal static class NeverNegative
{
    public static bool Is(Operand number) => number switch
    {
        Constant constant => Constants.Real(constant) >= 0,
        FractionOperand or CountOperand => true,
        FactOperand fact => fact.Fact.Type is ExactType { Minimum: >= 0 } or RealType { Minimum: >= 0 },
        AggregateOperand aggregate => Is(aggregate.Item),
        OnlyOperand only => Is(only.Item),
        NamedOperand named => Is(named.Meaning),
        TableOperand table => table.Values.All(Is),
        ChoiceOperand choice => Is(choice.Then) && Is(choice.Else),
        ArithmeticOperand { Kind: ArithmeticKind.Plus or ArithmeticKind.Times, Measure.IsNumber: true } both =>
            Is(both.Left) && Is(both.Right),
        FunctionOperand function => IsValueOf(function),
        _ => false,
    };

    private static bool IsValueOf(FunctionOperand function) => function.Function switch
    {
        OperandFunction.Absolute or OperandFunction.SquareRoot or OperandFunction.Length or OperandFunction.Year or OperandFunction.Month
            or OperandFunction.DayOfMonth or OperandFunction.DayOfYear or OperandFunction.Hour or OperandFunction.Minute
            or OperandFunction.Second => true,
        OperandFunction.Greatest => function.Arguments.Any(Is),
        OperandFunction.Least or OperandFunction.Quotient or OperandFunction.WholeQuotient => function.Arguments.All(Is),
        OperandFunction.Remainder or OperandFunction.Power or OperandFunction.Sign or OperandFunction.Floor or OperandFunction.Ceiling
            or OperandFunction.Truncated or OperandFunction.Rounded => Is(function.Arguments[0]),
        _ => false,
    };
}
