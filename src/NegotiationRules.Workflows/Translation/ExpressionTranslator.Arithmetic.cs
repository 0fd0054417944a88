using NegotiationRules.Syntax;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Expressions;
using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Translation;

/// <content>Computing with numbers, dates and lengths of time.</content>
internal sealed partial class ExpressionTranslator
{
    private static readonly Dictionary<BinaryOperator, string> Signs = new()
    {
        [BinaryOperator.Add] = "+",
        [BinaryOperator.Subtract] = "-",
        [BinaryOperator.Multiply] = "*",
        [BinaryOperator.Divide] = "/",
        [BinaryOperator.Modulo] = "%",
    };

    private Meaning Calculate(Span span, Span at, BinaryOperator by, Meaning left, Meaning right)
    {
        if (by == BinaryOperator.Add && (left is ValueMeaning { IsText: true } || right is ValueMeaning { IsText: true }))
        {
            return Concatenate(span, [left, right]);
        }

        if (left is not ValueMeaning a || right is not ValueMeaning b)
        {
            return Untranslatable(() => _diagnostics.CannotMix(at, Signs[by], Describe(left), Describe(right)), span);
        }

        return by == BinaryOperator.Subtract && DaysBetween(span, a, b) is { } days ? days
            : a.IsNumber && b.IsNumber ? CalculateNumbers(span, at, by, a, b)
            : by is BinaryOperator.Add or BinaryOperator.Subtract && Moved(span, by, a, b) is { } moved ? moved
            : Untranslatable(() => _diagnostics.CannotMix(at, Signs[by], Describe(left), Describe(right)), span);
    }

    private Meaning CalculateNumbers(Span span, Span at, BinaryOperator by, ValueMeaning left, ValueMeaning right)
    {
        if (IsReckonedInSingle(left, right) || IsReckonedInSingle(right, left))
        {
            var single = left.IsSingle ? left : right;
            return Untranslatable(() => _diagnostics.SinglePrecision(single.Span, single.Digits!), span);
        }

        if (Promote(left, right, readsTexts: false) is not var (a, b))
        {
            return Untranslatable(() => _diagnostics.CannotMix(at, Signs[by], Describe(left), Describe(right)), span);
        }

        if (a.Constant is { } x && b.Constant is { } y)
        {
            return Fold(by, x, y) is { } folded ? Constant(span, folded)
                : Untranslatable(() => _diagnostics.NoResult(span), span);
        }

        (a, b) = Floating(a, b, left, right);
        var kind = a.Kind!.Value;
        var isWhole = kind is ScalarKind.Int32 or ScalarKind.Int64;
        OperandSyntax operand = by switch
        {
            BinaryOperator.Add => new ArithmeticSyntax(span, ArithmeticKind.Plus, First(a), b.Operand),
            BinaryOperator.Subtract => new ArithmeticSyntax(span, ArithmeticKind.Minus, First(a), b.Operand),
            BinaryOperator.Multiply => new ArithmeticSyntax(span, ArithmeticKind.Times, First(a), b.Operand),
            BinaryOperator.Divide when isWhole && (a.IsFloating || b.IsFloating) => Function(
                span,
                OperandFunction.Truncated,
                Function(span, OperandFunction.Quotient, a.Operand, b.Operand)
            ),
            BinaryOperator.Divide when isWhole => new FunctionSyntax(span, OperandFunction.WholeQuotient, at, [a.Operand, b.Operand]),
            BinaryOperator.Divide => new FunctionSyntax(span, OperandFunction.Quotient, at, [OfQuotient(a), OfQuotient(b)]),
            _ => new FunctionSyntax(span, OperandFunction.Remainder, at, [a.Operand, b.Operand]),
        };
        var result = Combined(span, operand, new ScalarInput(kind, a.Type.IsNullable || b.Type.IsNullable), a, b);
        if (!IsExact)
        {
            return result;
        }

        // Without a remainder over zero: a division by zero. A double has values for that which no fact has.
        var byZero =
            by is BinaryOperator.Divide or BinaryOperator.Modulo && b.Constant is null
                ? Logic.All(span, Logic.Not(span, b.Nothing), TestNumber(span, b, BinaryOperator.Equal, 0))
                : Logic.Constant(
                    by is BinaryOperator.Divide or BinaryOperator.Modulo
                        && Convert.ToDouble(b.Constant, System.Globalization.CultureInfo.InvariantCulture) == 0
                );
        var beyond =
            kind == ScalarKind.Int32 && by is not BinaryOperator.Modulo && (by != BinaryOperator.Divide || b.Constant is null or -1)
                ? BeyondInt32(span, result)
                : Logic.False;
        var isQuotient = kind == ScalarKind.Decimal && by == BinaryOperator.Divide;
        return result with
        {
            IsRough = result.IsRough || isQuotient,
            Parts = isQuotient && !result.IsRough ? (a.Operand, b.Operand) : null,
            Fault = Faults(span, result.Fault, Close(span, result.Lifts, byZero), Close(span, result.Lifts, beyond)),
        };
    }

    // C# reckons with a double and a float in doubles, with any other number beside a float in floats. What is known by scenarios may be
    // either.
    private bool IsReckonedInSingle(ValueMeaning single, ValueMeaning other) =>
        single.IsSingle && (options.KeysAreMembers || other.IsSingle || other.Kind != ScalarKind.Double);

    // In 32 bits the result would begin again at the other end.
    private static ConditionSyntax BeyondInt32(Span span, ValueMeaning value) => Logic.All(
        span,
        Logic.Not(span, value.Nothing),
        Logic.Any(
            span,
            new ValueTestSyntax(
                span, value.Operand, new ComparisonSyntax(span, ComparisonOperator.MoreThan, Literals.Write(span, int.MaxValue)!)),
            new ValueTestSyntax(
                span, value.Operand, new ComparisonSyntax(span, ComparisonOperator.LessThan, Literals.Write(span, int.MinValue)!))));

    private ValueMeaning Combined(Span span, OperandSyntax operand, InputType type, params ReadOnlySpan<ValueMeaning> parts)
    {
        var (faults, nothings, own, rough, floating) = (new List<ConditionSyntax>(), new List<ConditionSyntax>(), false, false, false);
        IReadOnlyList<Lift> lifts = [];
        foreach (var part in parts)
        {
            faults.Add(part.Fault);
            nothings.Add(part.Nothing);
            own |= part.HasOwnNull;
            rough |= part.IsRough;
            floating |= part.IsFloating;
            lifts = LiftsOf(part with { Lifts = lifts }, part);
        }

        return new ValueMeaning(span, operand, type)
        {
            Fault = Faults(span, [.. faults]),
            Nothing = Logic.Any(span, [.. nothings]),
            Lifts = lifts,
            HasOwnNull = own,
            IsRough = rough,
            IsFloating = floating,
        };
    }

    private Meaning Minus(Span span, Meaning operand)
    {
        switch (operand)
        {
            case BrokenMeaning:
                return operand;
            case ValueMeaning { Constant: { } value, IsNumber: true } constant
                when Fold(BinaryOperator.Subtract, Literals.Widen(0, null, constant.Kind!.Value)!, value) is { } negated:
                return Constant(span, negated);
            case ValueMeaning { IsNumber: true } number:
                var result = Combined(
                    span,
                    new ArithmeticSyntax(span, ArithmeticKind.Times, number.Operand, Literals.Write(span, -1)!),
                    number.Type,
                    number
                );
                return number.Kind == ScalarKind.Int32
                    ? result with
                    {
                        Fault = Faults(span, result.Fault, Close(span, result.Lifts, BeyondInt32(span, result))),
                    }
                    : result;
            default:
                return Untranslatable(() => _diagnostics.NoSign(span, Describe(operand)), span);
        }
    }

    // Both of the same kind. Nothing, where C# throws or the result is no number.
    private static object? Fold(BinaryOperator by, object x, object y)
    {
        try
        {
            return (x, y) switch
            {
                (int a, int b) => Narrow(by, a, b),
                (long a, long b) => checked(by switch
                {
                    BinaryOperator.Add => a + b,
                    BinaryOperator.Subtract => a - b,
                    BinaryOperator.Multiply => a * b,
                    BinaryOperator.Divide => a / b,
                    _ => a % b,
                }),
                (decimal a, decimal b) => by switch
                {
                    BinaryOperator.Add => a + b,
                    BinaryOperator.Subtract => a - b,
                    BinaryOperator.Multiply => a * b,
                    BinaryOperator.Divide => a / b,
                    _ => a % b,
                },
                (double a, double b) => Finite(by switch
                {
                    BinaryOperator.Add => a + b,
                    BinaryOperator.Subtract => a - b,
                    BinaryOperator.Multiply => a * b,
                    BinaryOperator.Divide => a / b,
                    _ => a % b,
                }),
                _ => null,
            };
        }
        catch (ArithmeticException)
        {
            return null;
        }
    }

    private static object? Narrow(BinaryOperator by, long a, long b) =>
        by switch
        {
            BinaryOperator.Add => a + b,
            BinaryOperator.Subtract => a - b,
            BinaryOperator.Multiply => a * b,
            BinaryOperator.Divide => a / b,
            _ => a % b,
        } is var wide && wide >= int.MinValue && wide <= int.MaxValue ? (int)wide : null;

    private static object? Finite(double value) => double.IsFinite(value) ? value : null;
}
