using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;

namespace NegotiationRules.Explanation;

/// <summary>Finds what has no value: a quotient by zero, the root of what is less than zero.</summary>
internal static class WithoutValue
{
    /// <summary>The innermost function that has no value though all it is worked out of is known; <see langword="null"/> if there is
    /// none.</summary>
    public static FunctionOperand? In(Operand operand, Scope scope)
    {
        foreach (var part in operand.Operands)
        {
            if (In(part, scope) is { } inner)
            {
                return inner;
            }
        }

        return
            operand is FunctionOperand function
            && function.Arguments.All(a => OperandValues.Of(a, scope).IsKnown)
            && HasNone(function, scope)
            ? function
            : null;
    }

    private static bool HasNone(FunctionOperand function, Scope scope) => function.Measure.Kind switch
    {
        MeasureKind.Text => TreeWalk.ReadText(function, scope) is null,
        MeasureKind.Duration => Quantities.Durations(function, scope) is null,
        MeasureKind.Real => Quantities.Real(function, scope).IsNothing,
        _ => Quantities.Exact(function, scope, function.Measure.Scale).IsNothing,
    };
}
