using System.Globalization;
using NegotiationRules.Syntax;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Expressions;
using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Translation;

/// <content>Dates that are moved by a number, and the lengths of time that numbers are.</content>
internal sealed partial class Dates
{
    // What TimeSpan counts, and DateTime beside months.
    private static readonly MoveUnit[] Units =
    [
        new(0, TimeSpan.TicksPerDay, OperandFunction.Days),
        new(0, TimeSpan.TicksPerHour, OperandFunction.Hours),
        new(0, TimeSpan.TicksPerMinute, OperandFunction.Minutes),
        new(0, TimeSpan.TicksPerSecond, null),
    ];

    private static readonly Dictionary<Method, MoveUnit> Moves = new()
    {
        [Method.AddYears] = new MoveUnit(12, 0, OperandFunction.Years),
        [Method.AddMonths] = new MoveUnit(1, 0, OperandFunction.Months),
        [Method.AddDays] = Units[0],
        [Method.AddHours] = Units[1],
        [Method.AddMinutes] = Units[2],
        [Method.AddSeconds] = Units[3],
        [Method.AddMilliseconds] = new MoveUnit(0, TimeSpan.TicksPerMillisecond, null),
        [Method.AddTicks] = new MoveUnit(0, 1, null),
    };

    /// <summary><c>date.AddDays(3)</c>; nothing if it is another method.</summary>
    public Meaning? Move(Method method, ValueMeaning value, Name name, Span span, Meaning[] arguments)
    {
        if (
            !Moves.TryGetValue(method, out var unit)
            || scalars.Definite(arguments) is not [ValueMeaning { IsNumber: true } number]
            || (value.Kind == ScalarKind.DateOnly && unit.Months == 0 && unit.Ticks != TimeSpan.TicksPerDay)
        )
        {
            return null;
        }

        return number.Constant is { } constant
            ? MoveBy(Convert.ToDouble(constant, CultureInfo.InvariantCulture), unit, value, name, span, number.Span)
            : MoveBy(number, unit, value, name, span);
    }

    private Meaning MoveBy(double amount, MoveUnit unit, ValueMeaning value, Name name, Span span, Span at)
    {
        if (unit.Months > 0 && amount != Math.Truncate(amount))
        {
            return context.Broken(say => say.NotWhole(name.Span, name.Text), span);
        }

        if (Math.Abs(amount * (unit.Months > 0 ? unit.Months : (double)unit.Ticks / TimeSpan.TicksPerDay / 28)) > 9999 * 12)
        {
            return context.Broken(say => say.NoResult(span), span);
        }

        // As .NET does it: what is left of a unit is cut off after ten-millionths of a second.
        var whole = Math.Truncate(amount);
        var months = (int)whole * unit.Months;
        var ticks = ((long)whole * unit.Ticks) + (long)((amount - whole) * unit.Ticks);
        if (value.Constant is { } fixedDate)
        {
            return MoveConstant(span, fixedDate, months, ticks);
        }

        var start = ticks % TimeSpan.TicksPerDay == 0 ? value.Operand : AsMoment(value);
        var isBack = months < 0 || ticks < 0;
        var moved =
            months == 0 && ticks == 0
                ? start
                : new ArithmeticSyntax(
                    span, isBack ? ArithmeticKind.Minus : ArithmeticKind.Plus, start, Moments.Length(at, Math.Abs(months), Math.Abs(ticks))
                );
        return MadeOf(span, value, moved, value.Kind!.Value);
    }

    // In .NET, months are moved by an `int` and days without a time too, everything else by a `double`.
    private Meaning? MoveBy(ValueMeaning number, MoveUnit unit, ValueMeaning value, Name name, Span span)
    {
        var isWhole = number.Kind is ScalarKind.Int32 or ScalarKind.Int64;
        var takesInt = unit.Months > 0 || value.Kind == ScalarKind.DateOnly;
        if (
            number.Type.IsNullable
            || number.Kind == ScalarKind.Decimal
            || (takesInt && number.Kind == ScalarKind.Int64 && context.AreTypesGiven)
        )
        {
            return null;
        }

        if (takesInt && !isWhole)
        {
            return context.Broken(say => say.NotWhole(number.Span, name.Text), span);
        }

        if (unit.Function is not { } function)
        {
            return context.Broken(say => say.MoveNotConstant(number.Span, name.Text), span);
        }

        if (!isWhole && !IsRounded(number.Operand))
        {
            return context.Broken(say => say.MoveNotWhole(number.Span, name.Text), span);
        }

        var (kind, by) = SignOf(number.Operand);
        var start = value.Constant is DateTime written ? Written(value.Span, written)
            : unit.Months > 0 || function == OperandFunction.Days ? value.Operand
            : AsMoment(value);
        return MadeOf(
            span, value, new ArithmeticSyntax(span, kind, start, Operands.Function(number.Span, function, by)), value.Kind!.Value, number
        );
    }

    // Where nothing tells which it is, what is written as a date and time would be read as a date.
    private static FunctionSyntax Written(Span span, DateTime moment) => Operands.Function(
        span, OperandFunction.DateTime, Literals.Write(span, DateOnly.FromDateTime(moment))!,
        Moments.Length(span, 0, moment.TimeOfDay.Ticks)
    );

    // Said as a date, it is moved by whole days only.
    private static OperandSyntax AsMoment(ValueMeaning value) =>
        Moments.IsDay(value.Operand) ? Moments.AsMoment(value.Operand) : value.Operand;

    private static bool IsRounded(OperandSyntax number) => number
        is FunctionSyntax { Function: OperandFunction.Floor or OperandFunction.Ceiling or OperandFunction.Truncated }
        or FunctionSyntax { Function: OperandFunction.Rounded, Arguments.Count: 1 };

    // What has a minus in front of it is taken away.
    private static (ArithmeticKind Kind, OperandSyntax Number) SignOf(OperandSyntax number) => number switch
    {
        ArithmeticSyntax { Kind: ArithmeticKind.Times, Left: var times, Right: LiteralSyntax { Value: JsonNumber { Digits: "-1" } } } =>
            (ArithmeticKind.Minus, times),
        ArithmeticSyntax { Kind: ArithmeticKind.Minus, Left: LiteralSyntax { Value: JsonNumber { Digits: "0" } }, Right: var taken } =>
            (ArithmeticKind.Minus, taken),
        _ => (ArithmeticKind.Plus, number),
    };

    private Meaning MoveConstant(Span span, object date, int months, long ticks)
    {
        try
        {
            return ValueMeaning.Of(span, date switch
            {
                DateTime moment => moment.AddMonths(months).AddTicks(ticks),
                DateTimeOffset moment => moment.AddMonths(months).AddTicks(ticks),
                DateOnly day => day.AddMonths(months).AddDays((int)(ticks / TimeSpan.TicksPerDay)),
                _ => throw new InvalidOperationException("only dates are moved"),
            });
        }
        catch (ArgumentOutOfRangeException)
        {
            return context.Broken(say => say.NoResult(span), span);
        }
    }

    /// <summary><c>TimeSpan.FromDays(3)</c>, and of a whole number that differs from scenario to scenario.</summary>
    public ValueMeaning? LengthOf(Span span, Meaning[] arguments, Method unit)
    {
        var (_, ticks, function) = unit switch
        {
            Method.TimeSpanFromDays => Units[0],
            Method.TimeSpanFromHours => Units[1],
            Method.TimeSpanFromMinutes => Units[2],
            _ => Units[3],
        };
        if (scalars.Definite(arguments) is not [ValueMeaning { IsNumber: true } number])
        {
            return null;
        }

        if (number.Constant is null)
        {
            return function is { } made ? LengthOf(span, [(number, made)], orLong: true) : null;
        }

        var length = Convert.ToDouble(number.Constant, CultureInfo.InvariantCulture) * ticks;
        return Math.Abs(length) < long.MaxValue ? ValueMeaning.Of(span, new TimeSpan((long)length)) : null;
    }

    /// <summary><c>TimeSpan(days, hours, minutes, seconds)</c> of whole numbers; seconds only where they are written out.</summary>
    public ValueMeaning? LengthOf(Span span, Meaning[] parts)
    {
        var (open, ticks) = (new List<(ValueMeaning, OperandFunction)>(), 0L);
        foreach (var (part, unit) in scalars.Definite(parts).Zip(parts.Length is 3 or 4 ? Units[^parts.Length..] : []))
        {
            switch (part)
            {
                case ValueMeaning { Constant: int written }:
                    ticks += written * unit.Ticks;
                    break;
                case ValueMeaning number when unit.Function is { } function:
                    open.Add((number, function));
                    break;
                default:
                    return null;
            }
        }

        return open.Count == 0 || LengthOf(span, open, orLong: false) is not { } length ? null
            : ticks == 0 ? length
            : length with
            {
                Operand = new ArithmeticSyntax(
                    span, ticks > 0 ? ArithmeticKind.Plus : ArithmeticKind.Minus, length.Operand, Moments.Length(span, 0, Math.Abs(ticks))
                ),
            };
    }

    private ValueMeaning? LengthOf(Span span, List<(ValueMeaning Number, OperandFunction Function)> parts, bool orLong) =>
        parts.Exists(p => p.Number.Type.IsNullable || !(p.Number.Kind == ScalarKind.Int32 || (orLong && IsLong(p.Number))))
            ? null
            : nulls.Combined(
                span,
                parts
                    .Select(p => (OperandSyntax)Operands.Function(p.Number.Span, p.Function, p.Number.Operand))
                    .Aggregate((sum, next) => new ArithmeticSyntax(span, ArithmeticKind.Plus, sum, next)),
                new ScalarInput(ScalarKind.TimeSpan, false),
                [.. parts.Select(p => p.Number)]
            );

    private static bool IsLong(ValueMeaning number) => number.Kind == ScalarKind.Int64;

    /// <summary>What a date is moved by.</summary>
    /// <param name="Months">So many months.</param>
    /// <param name="Ticks">Or so many ten-millionths of a second.</param>
    /// <param name="Function">The function that makes a duration of a number of them, if there is one.</param>
    private readonly record struct MoveUnit(int Months, long Ticks, OperandFunction? Function);
}
