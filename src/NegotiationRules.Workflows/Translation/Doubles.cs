using NegotiationRules.Checking;
using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Expressions;
using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Translation;

/// <summary>Whole numbers that C# turns into floating point, because what stands beside them is.</summary>
internal static class Doubles
{
    // Up to here every whole number is one of floating point too.
    private const double Exact = 1L << 53;

    /// <summary>The same worked out in floating point, as C# does with a double. The rule language stays with exact numbers while all that
    /// it works with is exact.</summary>
    /// <param name="value">A number as it is wanted, of the kind double.</param>
    /// <param name="given">What it was before it became one.</param>
    public static ValueMeaning Of(ValueMeaning value, ValueMeaning given) =>
        value is { Kind: ScalarKind.Double, Constant: null } && (given.Kind != ScalarKind.Double || OperandChecker.IsOpen(value.Operand))
            ? value with { Operand = InFloatingPoint(value.Span, value.Operand) }
            : value;

    // Two as one kind, of which one is enough to make it floating point.
    public static (ValueMeaning Left, ValueMeaning Right) Of(
        ValueMeaning left, ValueMeaning right, ValueMeaning givenLeft, ValueMeaning givenRight
    ) => IsFloatingFact(givenLeft) || IsFloatingFact(givenRight) ? (left, right) : (Of(left, givenLeft), Of(right, givenRight));

    private static bool IsFloatingFact(ValueMeaning value) =>
        value is { Kind: ScalarKind.Double, Constant: null } && !OperandChecker.IsOpen(value.Operand);

    // A quotient is worked out in floating point itself.
    public static OperandSyntax OfQuotient(ValueMeaning value) =>
        value.Operand
            is FunctionSyntax
        {
            Function: OperandFunction.Quotient,
            Arguments: [var number, LiteralSyntax { Value: JsonNumber { Digits: "1" } }]
        }
            ? number
            : value.Operand;

    public static FunctionSyntax InFloatingPoint(Span span, OperandSyntax operand) =>
        Operands.Function(span, OperandFunction.Quotient, operand, Literals.Write(span, 1)!);

    /// <summary>A double that is written out, before what is worked with it. There a literal may be read as an exact number, which not
    /// every double is.</summary>
    public static OperandSyntax First(ValueMeaning number) =>
        HasNoExactSteps(number) ? InFloatingPoint(number.Span, number.Operand) : number.Operand;

    private static bool HasNoExactSteps(ValueMeaning number) =>
        number.Operand is LiteralSyntax { Value: JsonNumber { Digits: var digits } } && !ExactNumber.TryRead(digits, out _, out _);

    /// <summary>
    /// A whole number beside a double that is written out. C# compares both as doubles, which beyond 2^53 several whole numbers are the
    /// same of, so that the double stands for all of these. Nothing, where the number as it is written says the same.
    /// </summary>
    public static ConditionSyntax? RelateWhole(Span span, Span at, BinaryOperator by, ValueMeaning whole, ValueMeaning beside)
    {
        if (
            whole.Kind is not (ScalarKind.Int32 or ScalarKind.Int64)
            || beside.Constant is not double real
            || !(Math.Abs(real) >= Exact || HasNoExactSteps(beside))
        )
        {
            return null;
        }

        var (from, to) = (Least(number => number >= real), Least(number => number > real));
        return by switch
        {
            BinaryOperator.Equal => Logic.All(span, AtLeast(from), Below(to)),
            BinaryOperator.Less => Below(from),
            BinaryOperator.LessOrEqual => Below(to),
            BinaryOperator.Greater => AtLeast(to),
            _ => AtLeast(from),
        };

        ConditionSyntax AtLeast(long? bound) => bound is { } least ? Test(ComparisonOperator.AtLeast, least) : Logic.False;

        ConditionSyntax Below(long? bound) => bound is { } least ? Test(ComparisonOperator.LessThan, least) : Logic.True;

        ConditionSyntax Test(ComparisonOperator comparison, long bound) =>
            Logic.Test(span, whole.Operand, comparison, Literals.Write(span, bound)!, at);
    }

    // The least whole number of 64 bits of which it holds once it is a double; nothing, if there is none. It holds of all that are greater.
    private static long? Least(Func<double, bool> holds)
    {
        if (!holds(long.MaxValue))
        {
            return null;
        }

        var (low, high) = ((Int128)long.MinValue, (Int128)long.MaxValue);
        while (low < high)
        {
            var middle = low + ((high - low) >> 1);
            (low, high) = holds((double)(long)middle) ? (low, middle) : (middle + 1, high);
        }

        return (long)low;
    }
}
