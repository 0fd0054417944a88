using NegotiationRules.Syntax;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Expressions;
using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Translation;

/// <summary>The methods of <c>Math</c>.</summary>
internal sealed class Mathematics(TranslationContext context, Nulls nulls, ScalarValues scalars)
{
    public ValueMeaning? OfNumber(Span span, OperandFunction function, Meaning[] arguments, ScalarKind? result)
    {
        if (scalars.Definite(arguments) is not [ValueMeaning { IsNumber: true, Type.IsNullable: false } number])
        {
            return null;
        }

        if (number.Constant is { } constant && ConstantArithmetic.Fold(function, constant) is { } folded)
        {
            return ValueMeaning.Of(span, folded) with { Single = SingleOf(function, number) };
        }

        var worked = nulls.Combined(
            span, Operands.Function(span, function, number.Operand), new ScalarInput(result ?? number.Kind!.Value, false), number
        ) with
        { Single = SingleOf(function, number) };
        return number.Kind == ScalarKind.Int32 && function == OperandFunction.Absolute && context.IsExact && number.Constant is null
            ? nulls.Narrow(worked)
            : worked;
    }

    // Of a float only the absolute value is one.
    private static Span? SingleOf(OperandFunction function, ValueMeaning number) =>
        function == OperandFunction.Absolute ? number.Single : null;

    // These have no form for whole numbers, and either form for the others would do for them. Inferred to be whole, a number is none of
    // .NET's, and is what it is rounded to.
    public ValueMeaning? OfReal(Span span, OperandFunction function, Meaning[] arguments) => arguments switch
    {
        [ValueMeaning { Kind: ScalarKind.Double or ScalarKind.Decimal }] => OfNumber(span, function, arguments, null),
        [ValueMeaning { Kind: ScalarKind.Int32 or ScalarKind.Int64, Constant: null } whole] when !context.IsExact =>
            whole with { Span = span },
        _ => null,
    };

    public ValueMeaning? Round(Span span, Meaning[] arguments)
    {
        arguments = scalars.Definite(arguments);
        if (arguments is [ValueMeaning { Kind: ScalarKind.Int32 or ScalarKind.Int64, Constant: null } whole] && !context.IsExact)
        {
            return whole with { Span = span };
        }

        if (arguments is not [ValueMeaning { Kind: ScalarKind.Double or ScalarKind.Decimal, Type.IsNullable: false } number, .. var rest])
        {
            return null;
        }

        var digits = rest is [ValueMeaning { Constant: int and >= 0 and <= 15 and var many }] ? many : 0;
        if (number.Constant is not null && rest.Length <= 1)
        {
            return ValueMeaning.Of(
                span,
                number.Constant is decimal exact ? Math.Round(exact, digits) : Math.Round((double)number.Constant, digits)
            );
        }

        OperandSyntax? function = rest switch
        {
            [] => Operands.Function(span, OperandFunction.Rounded, number.Operand),
            [ValueMeaning { Constant: int and >= 0 and <= 15 } decimals] => Operands.Function(
                span, OperandFunction.Rounded, number.Operand, decimals.Operand
            ),
            _ => null,
        };
        return function is null ? null : nulls.Combined(span, function, number.Type, number);
    }

    public ValueMeaning? SquareRoot(Span span, Meaning[] arguments)
    {
        if (
            scalars.Definite(arguments) is not [ValueMeaning { IsNumber: true, Type.IsNullable: false } given]
            || ValueMeaning.As(given, ScalarKind.Double) is not { } number
        )
        {
            return null;
        }

        if (number.Constant is double and >= 0 and var square)
        {
            return ValueMeaning.Of(span, Math.Sqrt(square));
        }

        var root = nulls.Combined(
            span, Operands.Function(span, OperandFunction.SquareRoot, number.Operand),
            new ScalarInput(ScalarKind.Double, false), number
        );
        return nulls.Failing(root, RelatedValues.TestNumber(span, given, BinaryOperator.Less, 0));
    }

    public ValueMeaning? Power(Span span, Meaning[] arguments)
    {
        if (
            scalars.Definite(arguments)
                is not [
                    ValueMeaning { IsNumber: true, Type.IsNullable: false } first,
                    ValueMeaning { IsNumber: true, Type.IsNullable: false } second,
                ]
            || ValueMeaning.As(first, ScalarKind.Double) is not { } number
            || ValueMeaning.As(second, ScalarKind.Double) is not { } exponent
        )
        {
            return null;
        }

        if (
            number.Constant is double fixedNumber
            && exponent.Constant is double fixedExponent
            && ConstantArithmetic.Finite(Math.Pow(fixedNumber, fixedExponent)) is { } result
        )
        {
            return ValueMeaning.Of(span, result);
        }

        var power = nulls.Combined(
            span,
            Operands.Function(span, OperandFunction.Power, number.Operand, exponent.Operand),
            new ScalarInput(ScalarKind.Double, false), number, exponent
        );

        // Whole powers from 0 always have a value; of others, a root of a negative number and one over zero have none.
        var isSafe = exponent.Constant is double constant && constant >= 0 && constant == Math.Truncate(constant);
        var isNotPositive = isSafe ? Logic.False : RelatedValues.TestNumber(span, first, BinaryOperator.LessOrEqual, 0);
        return nulls.Failing(power, isNotPositive);
    }

    public Meaning? Extreme(Span span, OperandFunction function, Meaning[] arguments)
    {
        if (
            scalars.Definite(arguments)
                is not [
                    ValueMeaning { IsNumber: true, Type.IsNullable: false } left,
                    ValueMeaning { IsNumber: true, Type.IsNullable: false } right,
                ]
            || scalars.Promote(left, right, readsTexts: false) is not var (a, b)
        )
        {
            return null;
        }

        if (a.Constant is { } x && b.Constant is { } y)
        {
            return scalars.OneOf(
                Comparer<object>.Default.Compare(x, y) <= 0 == (function == OperandFunction.Least) ? a with { Digits = null }
                    : b with { Digits = null },
                left, right
            );
        }

        var (one, other) = Doubles.Of(a, b, left, right);
        return scalars.OneOf(
            nulls.Combined(span, Operands.Function(span, function, one.Operand, other.Operand), a.Type, a, b), left, right
        );
    }
}
