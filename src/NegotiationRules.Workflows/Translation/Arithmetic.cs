using System.Globalization;
using NegotiationRules.Syntax;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Expressions;
using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Translation;

/// <summary>Computing with numbers, dates and lengths of time.</summary>
internal sealed class Arithmetic(TranslationContext context, Nulls nulls, ScalarValues scalars, Texts texts, Dates dates)
{
    private static readonly Dictionary<BinaryOperator, string> Signs = new()
    {
        [BinaryOperator.Add] = "+",
        [BinaryOperator.Subtract] = "-",
        [BinaryOperator.Multiply] = "*",
        [BinaryOperator.Divide] = "/",
        [BinaryOperator.Modulo] = "%",
    };

    public Meaning Calculate(Span span, Span at, BinaryOperator by, Meaning left, Meaning right)
    {
        if (by == BinaryOperator.Add && (left is ValueMeaning { IsText: true } || right is ValueMeaning { IsText: true }))
        {
            return texts.Concatenate(span, [left, right]);
        }

        if (left is not ValueMeaning a || right is not ValueMeaning b)
        {
            return context.Broken(say => say.CannotMix(at, Signs[by], MeaningWords.Of(left), MeaningWords.Of(right)), span);
        }

        return by == BinaryOperator.Subtract && dates.DaysBetween(span, a, b) is { } days ? days
            : a.IsNumber && b.IsNumber ? CalculateNumbers(span, at, by, a, b)
            : by is BinaryOperator.Add or BinaryOperator.Subtract && dates.Moved(span, by, a, b) is { } moved ? moved
            : context.Broken(say => say.CannotMix(at, Signs[by], MeaningWords.Of(left), MeaningWords.Of(right)), span);
    }

    private Meaning CalculateNumbers(Span span, Span at, BinaryOperator by, ValueMeaning left, ValueMeaning right)
    {
        if (scalars.SingleOf(left, right) is { } single)
        {
            return context.Broken(say => say.SinglePrecision(single), span);
        }

        if (scalars.Promote(left, right, readsTexts: false) is not var (a, b))
        {
            return context.Broken(say => say.CannotMix(at, Signs[by], MeaningWords.Of(left), MeaningWords.Of(right)), span);
        }

        if (a.Constant is { } x && b.Constant is { } y)
        {
            return ConstantArithmetic.Fold(by, x, y) is { } folded ? ValueMeaning.Of(span, folded)
                : context.Broken(say => say.NoResult(span), span);
        }

        (a, b) = Doubles.Of(a, b, left, right);
        var kind = a.Kind!.Value;
        var isWhole = kind is ScalarKind.Int32 or ScalarKind.Int64;
        OperandSyntax operand = by switch
        {
            BinaryOperator.Add => new ArithmeticSyntax(span, ArithmeticKind.Plus, Doubles.First(a), b.Operand),
            BinaryOperator.Subtract => new ArithmeticSyntax(span, ArithmeticKind.Minus, Doubles.First(a), b.Operand),
            BinaryOperator.Multiply => new ArithmeticSyntax(span, ArithmeticKind.Times, Doubles.First(a), b.Operand),
            BinaryOperator.Divide when isWhole && (a.IsFloating || b.IsFloating) => Operands.Function(
                span,
                OperandFunction.Truncated,
                Operands.Function(span, OperandFunction.Quotient, a.Operand, b.Operand)
            ),
            BinaryOperator.Divide when isWhole => new FunctionSyntax(span, OperandFunction.WholeQuotient, at, [a.Operand, b.Operand]),
            BinaryOperator.Divide => new FunctionSyntax(span, OperandFunction.Quotient, at, [Doubles.OfQuotient(a), Doubles.OfQuotient(b)]),
            _ => new FunctionSyntax(span, OperandFunction.Remainder, at, [a.Operand, b.Operand]),
        };
        var result = nulls.Combined(span, operand, new ScalarInput(kind, a.Type.IsNullable || b.Type.IsNullable), a, b);
        if (!context.IsExact)
        {
            return result;
        }

        // Without a remainder over zero: a division by zero. A double has values for that which no fact has.
        var byZero =
            by is BinaryOperator.Divide or BinaryOperator.Modulo && b.Constant is null
                ? Logic.All(span, Logic.Not(span, b.Nothing), RelatedValues.TestNumber(span, b, BinaryOperator.Equal, 0))
                : Logic.Constant(
                    by is BinaryOperator.Divide or BinaryOperator.Modulo
                        && Convert.ToDouble(b.Constant, System.Globalization.CultureInfo.InvariantCulture) == 0
                );
        var beyond =
            kind == ScalarKind.Int32 && by is not BinaryOperator.Modulo && (by != BinaryOperator.Divide || b.Constant is null or -1)
                ? RelatedValues.BeyondInt32(span, result)
                : Logic.False;
        var isQuotient = kind == ScalarKind.Decimal && by == BinaryOperator.Divide;
        return result with
        {
            IsRough = result.IsRough || isQuotient,
            Parts = isQuotient && !result.IsRough ? (a.Operand, b.Operand) : null,
            Fault = nulls.Faults(span, result.Fault, Nulls.Close(span, result.Lifts, byZero), Nulls.Close(span, result.Lifts, beyond)),
        };
    }

    public Meaning Minus(Span span, Meaning operand)
    {
        switch (operand)
        {
            case BrokenMeaning:
                return operand;
            case ValueMeaning { Constant: { } value, IsNumber: true } constant
                when ConstantArithmetic.Fold(BinaryOperator.Subtract, Literals.Widen(0, null, constant.Kind!.Value)!, value) is { } negated:
                return ValueMeaning.Of(span, negated) with { Single = constant.Single };
            case ValueMeaning { IsNumber: true } number:
                var result = nulls.Combined(
                    span,
                    new ArithmeticSyntax(span, ArithmeticKind.Times, number.Operand, Literals.Write(span, -1)!),
                    number.Type,
                    number
                );
                return nulls.Narrow(result) with { Single = number.Single };
            default:
                return context.Broken(say => say.NoSign(span, MeaningWords.Of(operand)), span);
        }
    }
}
