using System.Globalization;
using NegotiationRules.Syntax;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Expressions;
using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Translation;

/// <content>Dates, dates with a time, and lengths of time.</content>
internal sealed partial class ExpressionTranslator
{
    private static readonly Dictionary<string, OperandFunction> DateParts = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Year"] = OperandFunction.Year,
        ["Month"] = OperandFunction.Month,
        ["Day"] = OperandFunction.DayOfMonth,
        ["DayOfYear"] = OperandFunction.DayOfYear,
    };

    private static readonly Dictionary<string, OperandFunction> TimeParts = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Hour"] = OperandFunction.Hour,
        ["Minute"] = OperandFunction.Minute,
        ["Second"] = OperandFunction.Second,
    };

    private static readonly Dictionary<string, OperandFunction> Totals = new(StringComparer.OrdinalIgnoreCase)
    {
        ["TotalDays"] = OperandFunction.TotalDays,
        ["TotalHours"] = OperandFunction.TotalHours,
        ["TotalMinutes"] = OperandFunction.TotalMinutes,
        ["TotalSeconds"] = OperandFunction.TotalSeconds,
    };

    // Whole parts of a length of time: of which total, and where they begin again.
    private static readonly Dictionary<string, (OperandFunction Total, int Round)> WholeParts = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Days"] = (OperandFunction.TotalDays, 0),
        ["Hours"] = (OperandFunction.TotalHours, 24),
        ["Minutes"] = (OperandFunction.TotalMinutes, 60),
        ["Seconds"] = (OperandFunction.TotalSeconds, 60),
    };

    // What a date is moved by: months, or ticks.
    private static readonly Dictionary<string, (int Months, long Ticks)> Moves = new(StringComparer.OrdinalIgnoreCase)
    {
        ["AddYears"] = (12, 0),
        ["AddMonths"] = (1, 0),
        ["AddDays"] = (0, TimeSpan.TicksPerDay),
        ["AddHours"] = (0, TimeSpan.TicksPerHour),
        ["AddMinutes"] = (0, TimeSpan.TicksPerMinute),
        ["AddSeconds"] = (0, TimeSpan.TicksPerSecond),
        ["AddMilliseconds"] = (0, TimeSpan.TicksPerMillisecond),
        ["AddTicks"] = (0, 1),
    };

    private Meaning? DateMember(ValueMeaning value, string name, Span span)
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
            : isMoment && Is(name, "Date")
                ? Of(
                    span,
                    value,
                    Function(span, OperandFunction.DateOf, Moments.IsDay(value.Operand) ? Moments.AsMoment(value.Operand) : value.Operand),
                    ScalarKind.DateTime
                )
            : isMoment && Is(name, "TimeOfDay")
                ? Of(span, value, Function(span, OperandFunction.TimeOfDay, Moments.AsMoment(value.Operand)), ScalarKind.TimeSpan)
            : !isMoment && Is(name, "DayNumber") ? DayNumber(span, value)
            : Is(name, "DayOfWeek") ? DayOfWeekOf(span, value)
            : null;
    }

    private static bool Is(string name, string other) => string.Equals(name, other, StringComparison.OrdinalIgnoreCase);

    private static Meaning? ConstantDateMember(ValueMeaning value, string name, Span span) =>
        (value.Constant, name.ToUpperInvariant()) switch
        {
            (DateTime d, "DATE") => Constant(span, d.Date),
            (DateTime d, "YEAR") => Constant(span, d.Year),
            (DateTime d, "MONTH") => Constant(span, d.Month),
            (DateTime d, "DAY") => Constant(span, d.Day),
            (DateOnly d, "YEAR") => Constant(span, d.Year),
            (DateOnly d, "MONTH") => Constant(span, d.Month),
            (DateOnly d, "DAY") => Constant(span, d.Day),
            (DateOnly d, "DAYNUMBER") => Constant(span, d.DayNumber),
            _ => null,
        };

    private ValueMeaning PartOf(Span span, ValueMeaning value, OperandFunction function) =>
        Of(span, value, Function(span, function, value.Operand), ScalarKind.Int32) with
        {
            Whole = value,
        };

    private static FunctionSyntax Function(Span span, OperandFunction function, params IReadOnlyList<OperandSyntax> arguments) =>
        new(span, function, span, arguments);

    private ValueMeaning Of(Span span, ValueMeaning value, OperandSyntax operand, ScalarKind kind) =>
        Combined(span, operand, new ScalarInput(kind, false), value with { Nothing = IsExact ? Logic.False : value.Nothing }) with
        {
            Fault = FaultOfUse(span, value),
            HardFault = value.HardFault,
        };

    // Counted from Sunday in C#, from Monday as the first in the rule language.
    private ValueMeaning DayOfWeekOf(Span span, ValueMeaning value) =>
        Of(span, value, Function(span, OperandFunction.DayOfWeek, value.Operand), ScalarKind.Int32) with { Type = DaysOfWeek };

    private Meaning? LengthMember(ValueMeaning value, string name, Span span)
    {
        if (value.Constant is TimeSpan constant)
        {
            return name.ToUpperInvariant() switch
            {
                "TOTALDAYS" => Constant(span, constant.TotalDays),
                "TOTALHOURS" => Constant(span, constant.TotalHours),
                "TOTALMINUTES" => Constant(span, constant.TotalMinutes),
                "TOTALSECONDS" => Constant(span, constant.TotalSeconds),
                "DAYS" => Constant(span, constant.Days),
                "HOURS" => Constant(span, constant.Hours),
                _ => null,
            };
        }

        if (Totals.TryGetValue(name, out var total))
        {
            return Of(span, value, Function(span, total, value.Operand), ScalarKind.Double);
        }

        if (!WholeParts.TryGetValue(name, out var whole))
        {
            return null;
        }

        var truncated = Function(span, OperandFunction.Truncated, Function(span, whole.Total, value.Operand));
        return Of(
            span,
            value,
            whole.Round == 0 ? truncated : Function(span, OperandFunction.Remainder, truncated, Literals.Write(span, whole.Round)!),
            ScalarKind.Int32
        ) with
        {
            IsFloating = true,
        };
    }

    /// <summary><c>date + length</c>, <c>date - date</c>, <c>length - length</c>; nothing if the two do not go together.</summary>
    private Meaning? Moved(Span span, BinaryOperator by, ValueMeaning a, ValueMeaning b)
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
        if (kind is not { } result || (IsExact && a.Type.IsNullable != b.Type.IsNullable))
        {
            return null;
        }

        if (a.Constant is { } x && b.Constant is { } y)
        {
            try
            {
                return Constant(span, (x, y) switch
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
                return Untranslatable(() => _diagnostics.NoResult(span), span);
            }
        }

        // A date written out is read as what stands before it, and there it would be a length of time.
        if (result == ScalarKind.TimeSpan && a.Kind != ScalarKind.TimeSpan && (a.Constant ?? b.Constant) is not null)
        {
            return Untranslatable(() => _diagnostics.DifferenceFromConstant(span), span);
        }

        var (left, right) = (a.Operand, b.Operand);
        if (Moments.IsDay(left) || Moments.IsDay(right))
        {
            (left, right) =
                a.Kind == b.Kind
                    ? Moments.Alike(a, b)
                    : (b.Constant is TimeSpan t && t.Ticks % TimeSpan.TicksPerDay == 0 ? left : Moments.AsMoment(left), right);
        }

        return Combined(
            span,
            new ArithmeticSyntax(span, isMinus ? ArithmeticKind.Minus : ArithmeticKind.Plus, left, right),
            new ScalarInput(result, a.Type.IsNullable || b.Type.IsNullable),
            a,
            b
        );
    }

    /// <summary><c>date.AddDays(3)</c>; nothing if it is another method.</summary>
    private Meaning? Move(ValueMeaning value, Name method, Span span, Meaning[] arguments)
    {
        if (
            !Moves.TryGetValue(method.Text, out var unit)
            || arguments.Length != 1
            || (value.Kind == ScalarKind.DateOnly && unit.Months == 0 && unit.Ticks != TimeSpan.TicksPerDay)
        )
        {
            return null;
        }

        if (arguments[0] is not ValueMeaning { IsNumber: true, Constant: { } constant })
        {
            return Untranslatable(() => _diagnostics.MoveNotConstant(arguments[0].Span, method.Text), span);
        }

        var amount = Convert.ToDouble(constant, CultureInfo.InvariantCulture);
        if (unit.Months > 0 && amount != Math.Truncate(amount))
        {
            return Untranslatable(() => _diagnostics.NotWhole(method.Span, method.Text), span);
        }

        if (Math.Abs(amount * (unit.Months > 0 ? unit.Months : (double)unit.Ticks / TimeSpan.TicksPerDay / 28)) > 9999 * 12)
        {
            return Untranslatable(() => _diagnostics.NoResult(span), span);
        }

        var months = (int)amount * unit.Months;
        var ticks = unit.Months > 0 ? 0 : (long)(amount * unit.Ticks);
        if (value.Constant is { } fixedDate)
        {
            return MoveConstant(span, fixedDate, months, ticks);
        }

        var start = Moments.IsDay(value.Operand) && ticks % TimeSpan.TicksPerDay != 0 ? Moments.AsMoment(value.Operand) : value.Operand;
        var isBack = months < 0 || ticks < 0;
        var moved =
            months == 0 && ticks == 0
                ? start
                : new ArithmeticSyntax(
                    span, isBack ? ArithmeticKind.Minus : ArithmeticKind.Plus, start,
                    Moments.Length(arguments[0].Span, Math.Abs(months), Math.Abs(ticks))
                );
        return Of(span, value, moved, value.Kind!.Value);
    }

    private Meaning MoveConstant(Span span, object date, int months, long ticks)
    {
        try
        {
            return Constant(span, date switch
            {
                DateTime moment => moment.AddMonths(months).AddTicks(ticks),
                DateTimeOffset moment => moment.AddMonths(months).AddTicks(ticks),
                DateOnly day => day.AddMonths(months).AddDays((int)(ticks / TimeSpan.TicksPerDay)),
                _ => throw new InvalidOperationException("only dates are moved"),
            });
        }
        catch (ArgumentOutOfRangeException)
        {
            return Untranslatable(() => _diagnostics.NoResult(span), span);
        }
    }

    private ValueMeaning Now(Span span, ClockUse clock)
    {
        _clockAt = _clocks == ClockUse.None ? span : _clockAt;
        _clocks |= clock;
        return new ValueMeaning(
            span, new FactOperandSyntax(span, new Name(options.Clock, span)),
            new ScalarInput(ScalarKind.DateTime, false)
        );
    }
}
