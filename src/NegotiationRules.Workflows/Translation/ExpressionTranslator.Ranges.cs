using NegotiationRules.Syntax;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Expressions;
using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Translation;

/// <content>Numbers beside a number that is written out, and quotients that C# rounds.</content>
internal sealed partial class ExpressionTranslator
{
    /// <summary>A number beside one that is written out, said only where the facts decide it.</summary>
    private static ConditionSyntax TestNumber(Span span, ValueMeaning number, BinaryOperator by, int constant)
    {
        var other = Constant(span, constant);
        return number.Constant is { } value && Literals.Widen(constant, null, number.Kind!.Value) is { } same
            ? Logic.Constant(Decide(by, value, same))
            : DecidedByRange(by, number, other) ?? Relate(span, span, by, number, other);
    }

    /// <summary>What is decided whatever the facts are: a whole number is never 2.5, and a count never negative. Nothing, if it is not
    /// decided.</summary>
    private static ConditionSyntax? DecidedByRange(BinaryOperator by, ValueMeaning whole, ValueMeaning beside)
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
    private static ConditionSyntax? RelateQuotient(Span span, Span at, BinaryOperator by, ValueMeaning a, ValueMeaning b)
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
            && Fold(
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
