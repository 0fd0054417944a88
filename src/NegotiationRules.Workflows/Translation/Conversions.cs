using System.Globalization;
using NegotiationRules.Syntax;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Expressions;
using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Translation;

/// <summary>What one type makes of another: reading, converting, casts, constructors.</summary>
internal sealed class Conversions(
    TranslationContext context, Nulls nulls, TruthValues truths, ScalarValues scalars, Dates dates,
    Comparisons comparisons, Alternatives alternatives
)
{
    public Meaning? Parse(Span span, Meaning[] arguments, ScalarKind kind) => arguments switch
    {
        [ValueMeaning { Constant: string text }] => scalars.Read(arguments[0].Span, text, kind) is { } value ? ValueMeaning.Of(span, value)
            : context.Broken(say => say.NotReadable(arguments[0].Span, text, MeaningWords.Of(new ScalarInput(kind, false))), span),

        // In a scenario a date is a text: what is read as one there is one here.
        [ValueMeaning { IsText: false } value] when context.Options.KeysAreMembers && value.Kind == kind => value with
        {
            Span = span,
            Fault = nulls.FaultOfUse(span, value),
            Nothing = nulls.NothingUsed(value),
            Type = value.Type with { IsNullable = false },
        },
        [ValueMeaning { IsText: true } text] => context.Broken(say => say.ParsesFact(text.Span), span),
        _ => null,
    };

    public Meaning? ConvertTo(Span span, Meaning[] arguments, ScalarKind kind)
    {
        if (arguments is [ValueMeaning { Kind: ScalarKind.Boolean, Type.IsNullable: false } flag] && truths.AsTruth(flag) is { } said)
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
                    : ValueMeaning.DefaultOf(span, kind) is { IsNumber: true } zero
                        ? alternatives.ChooseValue(
                            span, truth.Condition, (ValueMeaning.As(ValueMeaning.Of(span, 1), kind)!, zero),
                            Logic.Not(span, truth.Condition)
                        )
                    : null;
            case ValueMeaning { IsText: true }:
                return Parse(span, arguments, kind);
            case ValueMeaning value when value.Kind == kind:
                return value with { Span = span };
            case ValueMeaning { IsNumber: true } number
                when kind is ScalarKind.Int64 or ScalarKind.Double or ScalarKind.Decimal
                    && (
                        number.Kind is ScalarKind.Int32 or ScalarKind.Int64
                        || (number.Kind == ScalarKind.Decimal && kind == ScalarKind.Double && !context.IsExact)
                    ):
                return number is { Kind: ScalarKind.Decimal, Constant: null } && kind == ScalarKind.Double
                    ? nulls.Combined(span, Doubles.InFloatingPoint(span, number.Operand), new ScalarInput(kind, false), number)
                    : ValueMeaning.As(number, kind) is { } converted ? Doubles.Of(converted, number) : null;
            case ValueMeaning { Kind: ScalarKind.Int64 } number when kind == ScalarKind.Int32:
                return nulls.Narrow(number with { Span = span, Type = new ScalarInput(kind, false), Constant = null });
            case ValueMeaning { Kind: ScalarKind.Double or ScalarKind.Decimal } number when kind is ScalarKind.Int32 or ScalarKind.Int64:
                var rounded = nulls.Combined(
                    span, Operands.Function(span, OperandFunction.Rounded, number.Operand), new ScalarInput(kind, false),
                    number
                ) with
                { IsFloating = true };
                return nulls.Narrow(rounded);
            case ValueMeaning { IsNumber: true } number when kind == ScalarKind.Boolean:
                return comparisons.Compare(span, span, BinaryOperator.NotEqual, number, ValueMeaning.Of(span, 0), readsTexts: false);
            default:
                return null;
        }
    }

    /// <summary><c>DateTime(2020, 1, 1)</c>, <c>new DateTime(2020, 1, 1)</c>, <c>decimal(x)</c>, <c>DateTime("2020-01-01")</c></summary>
    public Meaning Construct(Span span, Name type, Meaning[] arguments)
    {
        if (!StaticTypes.Scalars.TryGetValue(ShortName(type.Text), out var kind))
        {
            return context.Broken(say => say.ForeignObject(span, type.Text), span);
        }

        var found = kind switch
        {
            ScalarKind.Text => arguments is [ValueMeaning { IsText: true } text] ? text with { Span = span } : null,
            ScalarKind.Character => null,
            _ when arguments is [ValueMeaning { Constant: string }] => Parse(span, arguments, kind),
            ScalarKind.Int32
            or ScalarKind.Int64
            or ScalarKind.Double
            or ScalarKind.Decimal when scalars.Definite(arguments) is [ValueMeaning { Type.IsNullable: false, IsNumber: true } number] =>
                Cast(span, number, kind),
            ScalarKind.DateTime
            or ScalarKind.DateOnly
            or ScalarKind.TimeSpan
                when arguments.Length is >= 1 and <= 7 && arguments.All(a => a is ValueMeaning { Constant: int or long }) => FromNumbers(
                span,
                kind,
                [.. arguments.Select(a => Convert.ToInt64(((ValueMeaning)a).Constant, CultureInfo.InvariantCulture))]
            ),
            ScalarKind.TimeSpan => dates.LengthOf(span, arguments),
            _ => dates.FromParts(span, kind, arguments),
        };
        return found
            ?? context.Broken(
                say => say.WrongArguments(type, KnownTypes.NameOf(ShortName(type.Text)), [.. arguments.Select(MeaningWords.Of)]),
                span
            );
    }

    // `System.DateTime?` is a DateTime that may be null, which a value that is made here is not.
    public static string ShortName(string type)
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

        var cut = nulls.Combined(
            span, Operands.Function(span, OperandFunction.Truncated, number.Operand), new ScalarInput(kind, false), number
        ) with
        { IsFloating = true };
        return nulls.Narrow(cut);
    }

    private static ValueMeaning? FromNumbers(Span span, ScalarKind kind, long[] n)
    {
        try
        {
            var p = Array.ConvertAll(n, part => checked((int)part));
            return (kind, p) switch
            {
                (ScalarKind.DateTime, [var y, var m, var d]) => ValueMeaning.Of(span, new DateTime(y, m, d)),
                (ScalarKind.DateTime, [var y, var m, var d, var h, var min, var s]) => ValueMeaning.Of(
                    span, new DateTime(y, m, d, h, min, s)
                ),
                (ScalarKind.DateOnly, [var y, var m, var d]) => ValueMeaning.Of(span, new DateOnly(y, m, d)),
                (ScalarKind.TimeSpan, [_]) => ValueMeaning.Of(span, new TimeSpan(n[0])),
                (ScalarKind.TimeSpan, [var h, var m, var s]) => ValueMeaning.Of(span, new TimeSpan(h, m, s)),
                (ScalarKind.TimeSpan, [var d, var h, var m, var s]) => ValueMeaning.Of(span, new TimeSpan(d, h, m, s)),
                _ => null,
            };
        }
        catch (Exception fault) when (fault is ArgumentException or OverflowException)
        {
            return null;
        }
    }
}
