using System.Globalization;
using NegotiationRules.Syntax;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Expressions;
using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Translation;

/// <summary>Numbers beside a number that is written out, and quotients that C# rounds.</summary>
internal static class RelatedValues
{
    private static readonly Dictionary<BinaryOperator, ComparisonOperator> OperatorsBySign = new()
    {
        [BinaryOperator.Equal] = ComparisonOperator.Is,
        [BinaryOperator.NotEqual] = ComparisonOperator.IsNot,
        [BinaryOperator.Less] = ComparisonOperator.LessThan,
        [BinaryOperator.LessOrEqual] = ComparisonOperator.AtMost,
        [BinaryOperator.Greater] = ComparisonOperator.MoreThan,
        [BinaryOperator.GreaterOrEqual] = ComparisonOperator.AtLeast,
    };

    // In 32 bits the result would begin again at the other end.
    public static ConditionSyntax BeyondInt32(Span span, ValueMeaning value) => Logic.All(
        span,
        Logic.Not(span, value.Nothing),
        Logic.Any(
            span,
            new ValueTestSyntax(
                span, value.Operand, new ComparisonSyntax(span, ComparisonOperator.MoreThan, Literals.Write(span, int.MaxValue)!)
            ),
            new ValueTestSyntax(
                span, value.Operand, new ComparisonSyntax(span, ComparisonOperator.LessThan, Literals.Write(span, int.MinValue)!)
            )));

    public static ConditionSyntax Relate(Span span, Span at, BinaryOperator by, ValueMeaning a, ValueMeaning b)
    {
        var (left, right) = (a.Operand, b.Operand);
        if (a.Kind == ScalarKind.DateTime)
        {
            (left, right) = Moments.Alike(a, b, by);
        }

        var comparison = OperatorFor(by, a.Kind);

        // What is constant is read as what it is compared with, which therefore comes first.
        return left is LiteralSyntax
            ? Logic.Test(span, right, Logic.Mirror(comparison), left, at)
            : Logic.Test(span, left, comparison, right, at);
    }

    private static ComparisonOperator OperatorFor(BinaryOperator by, ScalarKind? kind)
    {
        var isDate = kind is ScalarKind.DateTime or ScalarKind.DateOnly or ScalarKind.DateTimeOffset;
        var ofNumbers = OperatorsBySign[by];
        return isDate ? Operators.Of(ofNumbers).Twin ?? ofNumbers : ofNumbers;
    }

    public static BinaryOperator Mirror(BinaryOperator by) => by switch
    {
        BinaryOperator.Less => BinaryOperator.Greater,
        BinaryOperator.LessOrEqual => BinaryOperator.GreaterOrEqual,
        BinaryOperator.Greater => BinaryOperator.Less,
        BinaryOperator.GreaterOrEqual => BinaryOperator.LessOrEqual,
        _ => by,
    };

    // Both of one type.
    public static bool Decide(BinaryOperator by, object x, object y)
    {
        if (x is string a && y is string b)
        {
            return string.Equals(a, b, StringComparison.Ordinal);
        }

        var order = Comparer<object>.Default.Compare(x, y);
        return by switch
        {
            BinaryOperator.Equal => order == 0,
            BinaryOperator.Less => order < 0,
            BinaryOperator.LessOrEqual => order <= 0,
            BinaryOperator.Greater => order > 0,
            _ => order >= 0,
        };
    }

    /// <summary>A number beside one that is written out, said only where the facts decide it.</summary>
    public static ConditionSyntax TestNumber(Span span, ValueMeaning number, BinaryOperator by, int constant)
    {
        var other = ValueMeaning.Of(span, constant);
        return number.Constant is { } value && Literals.Widen(constant, null, number.Kind!.Value) is { } same
            ? Logic.Constant(Decide(by, value, same))
            : DecidedByRange(by, number, other) ?? Relate(span, span, by, number, other);
    }

    /// <summary>What is decided whatever the facts are: a whole number is never 2.5, and a count never negative. Nothing, if it is not
    /// decided.</summary>
    public static ConditionSyntax? DecidedByRange(BinaryOperator by, ValueMeaning whole, ValueMeaning beside)
    {
        var (low, high) = (whole.Operand, whole.Kind) switch
        {
            (QuantityOperandSyntax { Kind: QuantityKind.Count }, _) => (0d, double.PositiveInfinity),
            (FactOperandSyntax, ScalarKind.Int32) => (int.MinValue, int.MaxValue),
            (FactOperandSyntax, ScalarKind.Int64) => (double.NegativeInfinity, double.PositiveInfinity),
            _ => (double.NaN, double.NaN),
        };
        if (double.IsNaN(low) || !beside.IsNumber || beside.Constant is null)
        {
            return null;
        }

        var value = Convert.ToDouble(beside.Constant, System.Globalization.CultureInfo.InvariantCulture);
        bool? decided = by switch
        {
            BinaryOperator.Equal => value < low
            || value > high
            || (beside.Constant is decimal exact ? exact != decimal.Truncate(exact) : value != Math.Truncate(value))
                ? false
                : null,
            BinaryOperator.Less => low >= value ? false
            : high < value ? true
            : null,
            BinaryOperator.LessOrEqual => low > value ? false
            : high <= value ? true
            : null,
            BinaryOperator.Greater => high <= value ? false
            : low > value ? true
            : null,
            _ => high < value ? false
            : low >= value ? true
            : null,
        };
        return decided is { } truth ? Logic.Constant(truth) : null;
    }

    /// <summary>A quotient of decimals beside another number: what it is a part of is multiplied instead, which needs no rounding. Nothing,
    /// if that does not do.</summary>
    public static ConditionSyntax? RelateQuotient(Span span, Span at, BinaryOperator by, ValueMeaning a, ValueMeaning b)
    {
        if (a.Parts is null)
        {
            return b.Parts is null ? null : RelateQuotient(span, at, Mirror(by), b, a);
        }

        if (b.IsRough)
        {
            return null;
        }

        var (dividend, divisor) = a.Parts.Value;
        OperandSyntax product =
            divisor is LiteralSyntax { Value: JsonNumber { Digits: var written } }
            && b.Constant is decimal number
            && ConstantArithmetic.Fold(
                BinaryOperator.Multiply,
                decimal.Parse(written, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture),
                number
            )
                is { } folded
                ? Literals.Write(span, folded)!
                : new ArithmeticSyntax(span, ArithmeticKind.Times, divisor, b.Operand);
        var (ifPositive, ifNegative) = (Test(by), Test(Mirror(by)));
        return divisor switch
        {
            QuantityOperandSyntax { Kind: QuantityKind.Count } => ifPositive,
            LiteralSyntax { Value: JsonNumber { Digits: var digits } } => digits[0] == '-' ? ifNegative : ifPositive,
            _ when by == BinaryOperator.Equal => ifPositive,
            _ => Logic.Any(
                span,
                Logic.All(span, Sign(ComparisonOperator.MoreThan), ifPositive),
                Logic.All(span, Sign(ComparisonOperator.LessThan), ifNegative)
            ),
        };

        ConditionSyntax Test(BinaryOperator how) => Logic.Test(span, dividend, OperatorFor(how, ScalarKind.Decimal), product, at);

        ConditionSyntax Sign(ComparisonOperator how) => Logic.Test(span, divisor, how, Literals.Write(span, 0)!, at);
    }
}
