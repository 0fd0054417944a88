using System.Runtime.CompilerServices;
using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;

namespace NegotiationRules.Evaluation;

/// <summary>Whole and fixed-point numbers that are known and small, and true and false as 1 and 0: what comparisons are mostly of. What is
/// not plain is left to <see cref="Quantities"/>.</summary>
internal static class PlainNumbers
{
    // Sums of two of these are far from the end of 64 bits.
    private const long Largest = long.MaxValue / 4;

    /// <summary>The number in steps of 10^-<paramref name="scale"/>, if it is plain: a fact that is known, a constant, or a sum or
    /// difference of such.</summary>
    public static bool TryRead(Operand operand, Scope scope, int scale, out long number)
    {
        switch (operand)
        {
            case FactOperand fact when fact.Measure.Scale == scale:
                ref readonly var value = ref scope.Read(fact.Fact);
                number = value.Steps;
                return value.IsKnown && IsSmall(number);
            case Constant constant when constant.Measure.Scale == scale:
                number = constant.Value.Steps;
                return IsSmall(number);
            case ArithmeticOperand { Kind: not ArithmeticKind.Times } sum
                when TryRead(sum.Left, scope, scale, out var left) && TryRead(sum.Right, scope, scale, out var right):
                scope.Steps.Take();
                number = sum.Kind == ArithmeticKind.Plus ? left + right : left - right;
                return IsSmall(number);
            default:
                number = 0;
                return false;
        }
    }

    public static bool Compare(Relation relation, long left, long right) => relation switch
    {
        Relation.Less => left < right,
        Relation.LessOrEqual => left <= right,
        Relation.Greater => left > right,
        Relation.GreaterOrEqual => left >= right,
        Relation.NotEqual => left != right,
        Relation.Equal => left == right,
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsSmall(long number) => number is >= -Largest and <= Largest;
}
