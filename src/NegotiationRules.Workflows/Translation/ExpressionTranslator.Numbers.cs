using System.Globalization;
using NegotiationRules.Syntax;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Expressions;
using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Translation;

/// <content>The methods of <c>Math</c>, conversions, constructors.</content>
internal sealed partial class ExpressionTranslator
{
    private ValueMeaning? OfNumber(Span span, OperandFunction function, Meaning[] arguments, ScalarKind? result)
    {
        if (Definite(arguments) is not [ValueMeaning { IsNumber: true, Type.IsNullable: false } number])
        {
            return null;
        }

        if (number.Constant is { } constant && Fold(function, constant) is { } folded)
        {
            return Constant(span, folded);
        }

        var worked = Combined(span, Function(span, function, number.Operand), new ScalarInput(result ?? number.Kind!.Value, false), number);
        return number.Kind == ScalarKind.Int32 && function == OperandFunction.Absolute && IsExact && number.Constant is null
            ? worked with { Fault = Faults(span, worked.Fault, Close(span, worked.Lifts, BeyondInt32(span, worked))) }
            : worked;
    }

    private static object? Fold(OperandFunction function, object number) => (function, number) switch
    {
        (OperandFunction.Absolute, int value and > int.MinValue) => Math.Abs(value),
        (OperandFunction.Absolute, long value and > long.MinValue) => Math.Abs(value),
        (OperandFunction.Absolute, double value) => Math.Abs(value),
        (OperandFunction.Absolute, decimal value) => Math.Abs(value),
        (OperandFunction.Sign, int value) => Math.Sign(value),
        (OperandFunction.Sign, long value) => Math.Sign(value),
        (OperandFunction.Sign, double value) => Math.Sign(value),
        (OperandFunction.Sign, decimal value) => Math.Sign(value),
        (OperandFunction.Floor, double value) => Math.Floor(value),
        (OperandFunction.Floor, decimal value) => Math.Floor(value),
        (OperandFunction.Ceiling, double value) => Math.Ceiling(value),
        (OperandFunction.Ceiling, decimal value) => Math.Ceiling(value),
        (OperandFunction.Truncated, double value) => Math.Truncate(value),
        (OperandFunction.Truncated, decimal value) => Math.Truncate(value),
        _ => null,
    };

    // Where what is missing is unknown, so is what is worked out from it: that it may be missing is no matter of types then.
    private Meaning[] Definite(Meaning[] arguments) =>
        IsExact
            ? arguments
            :
            [
                .. arguments.Select(a =>
                    a is ValueMeaning { IsNumber: true, HasOwnNull: false, Type.IsNullable: true } number
                        ? number with
                        {
                            Type = number.Type with { IsNullable = false },
                        }
                        : a
                ),
            ];

    // These have no form for whole numbers, and either form for the others would do for them. Inferred to be whole, a number is none of
    // .NET's, and is what it is rounded to.
    private ValueMeaning? OfReal(Span span, OperandFunction function, Meaning[] arguments) => arguments switch
    {
        [ValueMeaning { Kind: ScalarKind.Double or ScalarKind.Decimal }] => OfNumber(span, function, arguments, null),
        [ValueMeaning { Kind: ScalarKind.Int32 or ScalarKind.Int64, Constant: null } whole] when !IsExact => whole with { Span = span },
        _ => null,
    };

    private ValueMeaning? Round(Span span, Meaning[] arguments)
    {
        arguments = Definite(arguments);
        if (arguments is [ValueMeaning { Kind: ScalarKind.Int32 or ScalarKind.Int64, Constant: null } whole] && !IsExact)
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
            return Constant(
                span,
                number.Constant is decimal exact ? Math.Round(exact, digits) : Math.Round((double)number.Constant, digits)
            );
        }

        OperandSyntax? function = rest switch
        {
            [] => Function(span, OperandFunction.Rounded, number.Operand),
            [ValueMeaning { Constant: int and >= 0 and <= 15 } decimals] => Function(
                span, OperandFunction.Rounded, number.Operand, decimals.Operand
            ),
            _ => null,
        };
        return function is null ? null : Combined(span, function, number.Type, number);
    }

    private ValueMeaning? SquareRoot(Span span, Meaning[] arguments)
    {
        if (
            Definite(arguments) is not [ValueMeaning { IsNumber: true, Type.IsNullable: false } given]
            || As(given, ScalarKind.Double) is not { } number
        )
        {
            return null;
        }

        if (number.Constant is double and >= 0 and var square)
        {
            return Constant(span, Math.Sqrt(square));
        }

        var root = Combined(
            span, Function(span, OperandFunction.SquareRoot, number.Operand),
            new ScalarInput(ScalarKind.Double, false), number
        );
        return root with { Fault = Faults(span, root.Fault, Close(span, root.Lifts, TestNumber(span, given, BinaryOperator.Less, 0))) };
    }

    private ValueMeaning? Power(Span span, Meaning[] arguments)
    {
        if (
            Definite(arguments)
                is not [
                    ValueMeaning { IsNumber: true, Type.IsNullable: false } first,
                    ValueMeaning { IsNumber: true, Type.IsNullable: false } second,
                ]
            || As(first, ScalarKind.Double) is not { } number
            || As(second, ScalarKind.Double) is not { } exponent
        )
        {
            return null;
        }

        if (
            number.Constant is double fixedNumber
            && exponent.Constant is double fixedExponent
            && Finite(Math.Pow(fixedNumber, fixedExponent)) is { } result
        )
        {
            return Constant(span, result);
        }

        var power = Combined(
            span,
            Function(span, OperandFunction.Power, number.Operand, exponent.Operand),
            new ScalarInput(ScalarKind.Double, false), number, exponent
        );

        // Whole powers from 0 always have a value; of others, a root of a negative number and one over zero have none.
        var isSafe = exponent.Constant is double constant && constant >= 0 && constant == Math.Truncate(constant);
        var isNotPositive = isSafe ? Logic.False : TestNumber(span, first, BinaryOperator.LessOrEqual, 0);
        return power with { Fault = Faults(span, power.Fault, Close(span, power.Lifts, isNotPositive)) };
    }

    private ValueMeaning? Extreme(Span span, OperandFunction function, Meaning[] arguments)
    {
        if (
            Definite(arguments)
                is not [
                    ValueMeaning { IsNumber: true, Type.IsNullable: false } left,
                    ValueMeaning { IsNumber: true, Type.IsNullable: false } right,
                ]
            || Promote(left, right, readsTexts: false) is not var (a, b)
        )
        {
            return null;
        }

        if (a.Constant is { } x && b.Constant is { } y)
        {
            return Comparer<object>.Default.Compare(x, y) <= 0 == (function == OperandFunction.Least)
                ? a with
                {
                    Digits = null,
                }
                : b with
                {
                    Digits = null,
                };
        }

        var (one, other) = Floating(a, b, left, right);
        return Combined(span, Function(span, function, one.Operand, other.Operand), a.Type, a, b);
    }

    private Meaning? Parse(Span span, Meaning[] arguments, ScalarKind kind) => arguments switch
    {
        [ValueMeaning { Constant: string text }] => Read(arguments[0].Span, text, kind) is { } value ? Constant(span, value)
            : Untranslatable(() => _diagnostics.NotReadable(arguments[0].Span, text, Describe(new ScalarInput(kind, false))), span),

        // In a scenario a date is a text: what is read as one there is one here.
        [ValueMeaning { IsText: false } value] when options.KeysAreMembers && value.Kind == kind => value with
        {
            Span = span,
            Fault = FaultOfUse(span, value),
            Nothing = NothingUsed(value),
            Type = value.Type with { IsNullable = false },
        },
        [ValueMeaning { IsText: true } text] => Untranslatable(() => _diagnostics.ParsesFact(text.Span), span),
        _ => null,
    };

    // A moment with a zone is one in UTC here; there it is turned into the time of the machine.
    private object? Read(Span at, string text, ScalarKind kind)
    {
        if (Literals.Read(text, kind) is { } value)
        {
            return value;
        }

        if (IsExact || kind != ScalarKind.DateTime || Literals.Read(text, ScalarKind.DateTimeOffset) is not DateTimeOffset moment)
        {
            return null;
        }

        _diagnostics.ReadInUtc(at, text);
        return DateTime.SpecifyKind(moment.UtcDateTime, DateTimeKind.Unspecified);
    }

    private Meaning? ConvertTo(Span span, Meaning[] arguments, ScalarKind kind)
    {
        if (arguments is [ValueMeaning { Kind: ScalarKind.Boolean, Type.IsNullable: false } flag] && AsTruth(flag) is { } said)
        {
            return ConvertTo(span, [said], kind);
        }

        if (arguments is not [ValueMeaning { Type.IsNullable: false } or ValueMeaning { IsText: true } or TruthMeaning])
        {
            return null;
        }

        switch (arguments[0])
        {
            case TruthMeaning truth:
                return kind == ScalarKind.Boolean ? truth
                    : DefaultOf(span, kind) is { IsNumber: true } zero
                        ? ChooseValue(span, truth.Condition, (As(Constant(span, 1), kind)!, zero), Logic.Not(span, truth.Condition))
                    : null;
            case ValueMeaning { IsText: true }:
                return Parse(span, arguments, kind);
            case ValueMeaning value when value.Kind == kind:
                return value with { Span = span };
            case ValueMeaning { IsNumber: true } number
                when kind is ScalarKind.Int64 or ScalarKind.Double or ScalarKind.Decimal
                    && (
                        number.Kind is ScalarKind.Int32 or ScalarKind.Int64
                        || (number.Kind == ScalarKind.Decimal && kind == ScalarKind.Double && !IsExact)
                    ):
                return number is { Kind: ScalarKind.Decimal, Constant: null } && kind == ScalarKind.Double
                    ? Combined(span, InFloatingPoint(span, number.Operand), new ScalarInput(kind, false), number)
                    : As(number, kind) is { } converted ? Floating(converted, number) : null;
            case ValueMeaning { Kind: ScalarKind.Int64 } number when kind == ScalarKind.Int32:
                return number with
                {
                    Span = span,
                    Type = new ScalarInput(kind, false),
                    Constant = null,
                    Fault = Faults(span, number.Fault, Close(span, number.Lifts, BeyondInt32(span, number))),
                };
            case ValueMeaning { Kind: ScalarKind.Double or ScalarKind.Decimal } number when kind is ScalarKind.Int32 or ScalarKind.Int64:
                var rounded = Combined(
                    span, Function(span, OperandFunction.Rounded, number.Operand), new ScalarInput(kind, false),
                    number
                ) with
                {
                    IsFloating = true,
                };
                return kind == ScalarKind.Int32
                    ? rounded with
                    {
                        Fault = Faults(span, rounded.Fault, Close(span, rounded.Lifts, BeyondInt32(span, rounded))),
                    }
                    : rounded;
            case ValueMeaning { IsNumber: true } number when kind == ScalarKind.Boolean:
                return Compare(span, span, BinaryOperator.NotEqual, number, Constant(span, 0), readsTexts: false);
            default:
                return null;
        }
    }

    /// <summary><c>DateTime(2020, 1, 1)</c>, <c>new DateTime(2020, 1, 1)</c>, <c>decimal(x)</c>, <c>DateTime("2020-01-01")</c></summary>
    private Meaning Construct(Span span, Name type, Meaning[] arguments)
    {
        if (!ScalarTypes.TryGetValue(ShortName(type.Text), out var kind))
        {
            return Untranslatable(() => _diagnostics.ForeignObject(span, type.Text), span);
        }

        var found = kind switch
        {
            ScalarKind.Text => arguments is [ValueMeaning { IsText: true } text] ? text with { Span = span } : null,
            ScalarKind.Character => null,
            _ when arguments is [ValueMeaning { Constant: string }] => Parse(span, arguments, kind),
            ScalarKind.Int32
            or ScalarKind.Int64
            or ScalarKind.Double
            or ScalarKind.Decimal when Definite(arguments) is [ValueMeaning { Type.IsNullable: false, IsNumber: true } number] => Cast(
                span, number, kind
            ),
            ScalarKind.DateTime
            or ScalarKind.DateOnly
            or ScalarKind.TimeSpan
                when arguments.Length is >= 1 and <= 7 && arguments.All(a => a is ValueMeaning { Constant: int or long }) => FromNumbers(
                span,
                kind,
                [.. arguments.Select(a => Convert.ToInt64(((ValueMeaning)a).Constant, CultureInfo.InvariantCulture))]
            ),
            _ => FromParts(span, kind, arguments),
        };
        return found
            ?? Untranslatable(
                () => _diagnostics.WrongArguments(type, TypeName(ShortName(type.Text)), [.. arguments.Select(Describe)]),
                span
            );
    }

    // `System.DateTime?` is a DateTime that may be null, which a value that is made here is not.
    private static string ShortName(string type)
    {
        var name = type.EndsWith('?') ? type[..^1] : type;
        return name.StartsWith("System.", StringComparison.Ordinal) ? name["System.".Length..] : name;
    }

    // A cast cuts off what a conversion rounds.
    private Meaning? Cast(Span span, ValueMeaning number, ScalarKind kind)
    {
        if (number.Kind is not (ScalarKind.Double or ScalarKind.Decimal) || kind is ScalarKind.Double or ScalarKind.Decimal)
        {
            return ConvertTo(span, [number], kind);
        }

        var cut = Combined(span, Function(span, OperandFunction.Truncated, number.Operand), new ScalarInput(kind, false), number) with
        {
            IsFloating = true,
        };
        return kind == ScalarKind.Int32
            ? cut with
            {
                Fault = Faults(span, cut.Fault, Close(span, cut.Lifts, BeyondInt32(span, cut))),
            }
            : cut;
    }

    private static ValueMeaning? FromNumbers(Span span, ScalarKind kind, long[] n)
    {
        try
        {
            var p = Array.ConvertAll(n, part => checked((int)part));
            return (kind, p) switch
            {
                (ScalarKind.DateTime, [var y, var m, var d]) => Constant(span, new DateTime(y, m, d)),
                (ScalarKind.DateTime, [var y, var m, var d, var h, var min, var s]) => Constant(span, new DateTime(y, m, d, h, min, s)),
                (ScalarKind.DateOnly, [var y, var m, var d]) => Constant(span, new DateOnly(y, m, d)),
                (ScalarKind.TimeSpan, [_]) => Constant(span, new TimeSpan(n[0])),
                (ScalarKind.TimeSpan, [var h, var m, var s]) => Constant(span, new TimeSpan(h, m, s)),
                (ScalarKind.TimeSpan, [var d, var h, var m, var s]) => Constant(span, new TimeSpan(d, h, m, s)),
                _ => null,
            };
        }
        catch (Exception fault) when (fault is ArgumentException or OverflowException)
        {
            return null;
        }
    }
}
