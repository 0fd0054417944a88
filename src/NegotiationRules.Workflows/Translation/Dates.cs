using NegotiationRules.Syntax;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Expressions;
using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Translation;

/// <summary>Dates, dates with a time, and lengths of time.</summary>
internal sealed partial class Dates(TranslationContext context, TranslationState state, Nulls nulls, ScalarValues scalars)
{
    public static readonly Dictionary<string, OperandFunction> DateParts = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Year"] = OperandFunction.Year,
        ["Month"] = OperandFunction.Month,
        ["Day"] = OperandFunction.DayOfMonth,
        ["DayOfYear"] = OperandFunction.DayOfYear,
    };

    public static readonly Dictionary<string, OperandFunction> TimeParts = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Hour"] = OperandFunction.Hour,
        ["Minute"] = OperandFunction.Minute,
        ["Second"] = OperandFunction.Second,
    };

    public static readonly Dictionary<string, OperandFunction> Totals = new(StringComparer.OrdinalIgnoreCase)
    {
        ["TotalDays"] = OperandFunction.TotalDays,
        ["TotalHours"] = OperandFunction.TotalHours,
        ["TotalMinutes"] = OperandFunction.TotalMinutes,
        ["TotalSeconds"] = OperandFunction.TotalSeconds,
    };

    // Whole parts of a length of time: of which total, and where they begin again.
    public static readonly Dictionary<string, (OperandFunction Total, int Round)> WholeParts = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Days"] = (OperandFunction.TotalDays, 0),
        ["Hours"] = (OperandFunction.TotalHours, 24),
        ["Minutes"] = (OperandFunction.TotalMinutes, 60),
        ["Seconds"] = (OperandFunction.TotalSeconds, 60),
    };

    public static readonly EnumInput DaysOfWeek = new(
        "DayOfWeek",
        ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
        ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"],
        [0, 1, 2, 3, 4, 5, 6],
        IsNullable: false);

    public Meaning? DateMember(ValueMeaning value, string name, Span span)
    {
        var isMoment = value.Kind is ScalarKind.DateTime or ScalarKind.DateTimeOffset;
        if (value.Constant is not null)
        {
            return ConstantDateMember(value, name, span);
        }

        // What is not in UTC has its days elsewhere; what is stored is the moment only.
        if (value.Kind == ScalarKind.DateTimeOffset)
        {
            return null;
        }

        return DateParts.TryGetValue(name, out var part) ? PartOf(span, value, part)
            : isMoment && TimeParts.TryGetValue(name, out part) ? PartOf(span, value, part)
            : isMoment && Spelt.Same(name, "Date")
                ? MadeOf(
                    span,
                    value,
                    Operands.Function(
                        span, OperandFunction.DateOf, Moments.IsDay(value.Operand) ? Moments.AsMoment(value.Operand) : value.Operand
                    ),
                    ScalarKind.DateTime
                )
            : isMoment && Spelt.Same(name, "TimeOfDay")
                ? MadeOf(
                    span, value, Operands.Function(span, OperandFunction.TimeOfDay, Moments.AsMoment(value.Operand)), ScalarKind.TimeSpan
                )
            : !isMoment && Spelt.Same(name, "DayNumber") ? DayNumber(span, value)
            : Spelt.Same(name, "DayOfWeek") ? DayOfWeekOf(span, value)
            : null;
    }

    private static ValueMeaning? ConstantDateMember(ValueMeaning value, string name, Span span) =>
        (value.Constant, name.ToUpperInvariant()) switch
        {
            (DateTime d, "DATE") => ValueMeaning.Of(span, d.Date),
            (DateTime d, "YEAR") => ValueMeaning.Of(span, d.Year),
            (DateTime d, "MONTH") => ValueMeaning.Of(span, d.Month),
            (DateTime d, "DAY") => ValueMeaning.Of(span, d.Day),
            (DateOnly d, "YEAR") => ValueMeaning.Of(span, d.Year),
            (DateOnly d, "MONTH") => ValueMeaning.Of(span, d.Month),
            (DateOnly d, "DAY") => ValueMeaning.Of(span, d.Day),
            (DateOnly d, "DAYNUMBER") => ValueMeaning.Of(span, d.DayNumber),
            _ => null,
        };

    private ValueMeaning PartOf(Span span, ValueMeaning value, OperandFunction function) =>
        MadeOf(span, value, Operands.Function(span, function, value.Operand), ScalarKind.Int32) with { Whole = value };

    private ValueMeaning MadeOf(
        Span span, ValueMeaning value, OperandSyntax operand, ScalarKind kind, params ReadOnlySpan<ValueMeaning> others
    )
    {
        var made = nulls.Combined(
            span, operand, new ScalarInput(kind, false),
            [value with { Nothing = context.IsExact ? Logic.False : value.Nothing }, .. others]
        );
        return made with
        {
            Fault = nulls.Faults(span, made.Fault, nulls.FaultOfUse(span, value)),
            HardFault = nulls.Faults(span, [value.HardFault, .. HardFaultsOf(others)]),
        };
    }

    private static ConditionSyntax[] HardFaultsOf(ReadOnlySpan<ValueMeaning> values) =>
        Array.ConvertAll(values.ToArray(), value => value.HardFault);

    // Counted from Sunday in C#, from Monday as the first in the rule language.
    private ValueMeaning DayOfWeekOf(Span span, ValueMeaning value) =>
        MadeOf(span, value, Operands.Function(span, OperandFunction.DayOfWeek, value.Operand), ScalarKind.Int32) with { Type = DaysOfWeek };

    public Meaning? LengthMember(ValueMeaning value, string name, Span span)
    {
        if (value.Constant is TimeSpan constant)
        {
            return name.ToUpperInvariant() switch
            {
                "TOTALDAYS" => ValueMeaning.Of(span, constant.TotalDays),
                "TOTALHOURS" => ValueMeaning.Of(span, constant.TotalHours),
                "TOTALMINUTES" => ValueMeaning.Of(span, constant.TotalMinutes),
                "TOTALSECONDS" => ValueMeaning.Of(span, constant.TotalSeconds),
                "DAYS" => ValueMeaning.Of(span, constant.Days),
                "HOURS" => ValueMeaning.Of(span, constant.Hours),
                _ => null,
            };
        }

        if (Totals.TryGetValue(name, out var total))
        {
            return MadeOf(span, value, Operands.Function(span, total, value.Operand), ScalarKind.Double);
        }

        if (!WholeParts.TryGetValue(name, out var whole))
        {
            return null;
        }

        var truncated = Operands.Function(span, OperandFunction.Truncated, Operands.Function(span, whole.Total, value.Operand));
        return MadeOf(
            span,
            value,
            whole.Round == 0 ? truncated : Operands.Function(
                span, OperandFunction.Remainder, truncated, Literals.Write(span, whole.Round)!
            ),
            ScalarKind.Int32
        ) with
        { IsFloating = true };
    }

    /// <summary><c>date + length</c>, <c>date - date</c>, <c>length - length</c>; nothing if the two do not go together.</summary>
    public Meaning? Moved(Span span, BinaryOperator by, ValueMeaning a, ValueMeaning b)
    {
        var isMinus = by == BinaryOperator.Subtract;
        var kind = (a.Kind, b.Kind) switch
        {
            (ScalarKind.DateTime, ScalarKind.TimeSpan) => ScalarKind.DateTime,
            (ScalarKind.DateTimeOffset, ScalarKind.TimeSpan) => ScalarKind.DateTimeOffset,
            (ScalarKind.TimeSpan, ScalarKind.TimeSpan) => ScalarKind.TimeSpan,
            (ScalarKind.DateTime, ScalarKind.DateTime) when isMinus => ScalarKind.TimeSpan,
            (ScalarKind.DateTimeOffset, ScalarKind.DateTimeOffset) when isMinus => ScalarKind.TimeSpan,
            _ => (ScalarKind?)null,
        };

        // There, neither side of such an operator is made nullable for the other.
        if (kind is not { } result || (context.IsExact && a.Type.IsNullable != b.Type.IsNullable))
        {
            return null;
        }

        if (a.Constant is { } x && b.Constant is { } y)
        {
            try
            {
                return ValueMeaning.Of(span, (x, y) switch
                {
                    (DateTime d, TimeSpan t) => isMinus ? d - t : d + t,
                    (TimeSpan s, TimeSpan t) => isMinus ? s - t : s + t,
                    (DateTime d, DateTime e) => d - e,
                    (DateTimeOffset d, DateTimeOffset e) => d - e,
                    (DateTimeOffset d, TimeSpan t) => isMinus ? d - t : d + t,
                    _ => throw new InvalidOperationException("dates and lengths of time are all there is"),
                });
            }
            catch (ArgumentOutOfRangeException)
            {
                return context.Broken(say => say.NoResult(span), span);
            }
        }

        // A date written out is read as what stands before it, and there it would be a length of time.
        if (result == ScalarKind.TimeSpan && a.Kind != ScalarKind.TimeSpan && (a.Constant ?? b.Constant) is not null)
        {
            return context.Broken(say => say.DifferenceFromConstant(span), span);
        }

        var (left, right) = (a.Operand, b.Operand);
        if (Moments.IsDay(left) || Moments.IsDay(right))
        {
            (left, right) =
                a.Kind == b.Kind
                    ? Moments.Alike(a, b)
                    : (b.Constant is TimeSpan t && t.Ticks % TimeSpan.TicksPerDay == 0 ? left : Moments.AsMoment(left), right);
        }

        return nulls.Combined(
            span,
            new ArithmeticSyntax(span, isMinus ? ArithmeticKind.Minus : ArithmeticKind.Plus, left, right),
            new ScalarInput(result, a.Type.IsNullable || b.Type.IsNullable),
            a,
            b
        );
    }

    public ValueMeaning Now(Span span, ClockUse clock)
    {
        state.ReadClock(clock, span);
        return new ValueMeaning(
            span, new FactOperandSyntax(span, new Name(context.Options.Clock, span)),
            new ScalarInput(ScalarKind.DateTime, false)
        );
    }

    /// <summary>A day of the week by its whole name, if the word is one.</summary>
    internal static string? WordOfDay(string name) =>
        DaysOfWeek.Names.FirstOrDefault(day => string.Equals(day, name, StringComparison.OrdinalIgnoreCase)) is { } day
            ? $"DayOfWeek.{day}"
            : null;

    public Meaning? DayOf(Span span, Meaning[] arguments) =>
        arguments switch
        {
            [ValueMeaning { Constant: DateTime constant }] => ValueMeaning.Of(span, DateOnly.FromDateTime(constant)),
            [ValueMeaning { Kind: ScalarKind.DateTime } value] => MadeOf(
                span,
                value,
                Moments.IsDay(value.Operand) ? value.Operand : Operands.Function(span, OperandFunction.DateOf, value.Operand),
                ScalarKind.DateOnly
            ),
            _ => null,
        };
}
