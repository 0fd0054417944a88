using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;

namespace NegotiationRules.Evaluation;

/// <summary>What is known of the value of an operand: exact numbers, days and instants as 128-bit integers, other numbers in floating
/// point.</summary>
internal static class Quantities
{
    /// <summary>A number in steps of 10^-<paramref name="scale"/>, a day number, the ticks of an instant, or 0 and 1 for false and
    /// true.</summary>
    /// <param name="operand">An operand that is not text, a duration or in floating point.</param>
    /// <param name="scope">The facts.</param>
    /// <param name="scale">At least the operand's own scale; 0 for what is not a number.</param>
    public static Interval<Int128> Exact(Operand operand, Scope scope, int scale)
    {
        scope.Steps.Take(2);
        var found = operand switch
        {
            Constant c => OfValue(c.Value, c.Measure.Kind),
            FactOperand f => OfFact(f, scope),
            TableOperand t => Tables.Exact(t, scope),
            NamedOperand n => scope.WorkOutOnce(n, static (meaning, at) => Exact(meaning, at, meaning.Measure.Scale)),
            CountOperand c => Remembered(c, scope, Count),
            AggregateOperand a => Remembered(a, scope, Aggregates.Exact),
            OnlyOperand o => OnlyElement.Of(o, scope) is { } element ? Exact(o.Item, element, o.Measure.Scale) : Interval<Int128>.Nothing,
            ArithmeticOperand a => Calculate(a, scope),
            MoveOperand m => Move(m.Move, Exact(m.Day, scope, 0)),
            FunctionOperand f => Functions.Exact(f, new ScopeValues(scope)),
            ChoiceOperand c => Choices.Exact(c, scope),
            _ => throw new InvalidOperationException($"no value for {operand.GetType().Name}"),
        };
        return scale == operand.Measure.Scale ? found : InFinerSteps(found, scale - operand.Measure.Scale);
    }

    // Where only the bounds lead outside the calendar, it is not known where to.
    private static Interval<Int128> Move(CalendarMove move, Interval<Int128> days) =>
        Map(days, days.Low == days.High ? day => Calendar.Move((int)day, move) : day => Calendar.TryMove((int)day, move));

    private static Interval<Int128> InFinerSteps(Interval<Int128> steps, int digits) =>
        Map(steps, number => checked(number * Scales.Power(digits)));

    /// <summary>A number in floating point; exact ones are converted.</summary>
    public static Interval<double> Real(Operand operand, Scope scope)
    {
        if (operand.Measure.Kind == MeasureKind.Exact)
        {
            var exact = Exact(operand, scope, operand.Measure.Scale);
            return new Interval<double>(ToReal(exact.Low), ToReal(exact.High), exact.IsNothing);
        }

        scope.Steps.Take(2);
        return operand switch
        {
            Constant c => Interval<double>.Of(c.Value.Real),
            FractionOperand f => Interval<double>.Of(f.Nearest),
            FactOperand f => RealFact(f, scope),
            NamedOperand n => scope.WorkOutOnce(n, Real),
            TableOperand t => Tables.Real(t, scope),
            AggregateOperand a => Remembered(a, scope, Aggregates.Real),
            OnlyOperand o => OnlyElement.Of(o, scope) is { } element ? Real(o.Item, element) : Interval<double>.Nothing,
            ArithmeticOperand { Kind: ArithmeticKind.Times } a => Times(Real(a.Left, scope), Real(a.Right, scope), (x, y) => Finite(x * y)),
            ArithmeticOperand a => PlusOrMinus(a.Kind, Real(a.Left, scope), Real(a.Right, scope), (x, y) => Finite(x + y), x => -x),
            FunctionOperand f => Functions.Real(f, new ScopeValues(scope)),
            ChoiceOperand c => Choices.Real(c, scope),
            _ => throw new InvalidOperationException($"no value for {operand.GetType().Name}"),
        };

        double? ToReal(Int128? steps) => steps is { } s ? Scales.ToReal(s, operand.Measure.Scale) : null;
    }

    /// <summary>The shortest and the longest that a duration may be; <see langword="null"/> if nothing is known of it.</summary>
    public static (Duration Low, Duration High)? Durations(Operand operand, Scope scope)
    {
        scope.Steps.Take(2);
        switch (operand)
        {
            case Constant c:
                return (c.Value.Duration, c.Value.Duration);
            case FactOperand f:
                return scope.Read(f.Fact) is { IsKnown: true } value ? (value.Duration, value.Duration) : null;
            case TableOperand t:
                return Tables.Durations(t, scope);
            case NamedOperand n:
                return scope.WorkOutOnce(n, Durations);
            case AggregateOperand a:
                return RememberedDurations(a, scope);
            case OnlyOperand o:
                return OnlyElement.Of(o, scope) is { } element ? Durations(o.Item, element) : null;
            case ArithmeticOperand { Kind: ArithmeticKind.Times } a:
                return Durations(a.Left, scope) is var (shortest, longest)
                    && Exact(a.Right, scope, 0) is { IsNothing: false, Low: { } fewest, High: { } most }
                    ? Product(shortest, longest, fewest, most)
                    : null;
            case ArithmeticOperand { Left.Measure.Kind: MeasureKind.Duration } a:
                if (Durations(a.Left, scope) is not { } left || Durations(a.Right, scope) is not { } right)
                {
                    return null;
                }

                return a.Kind == ArithmeticKind.Plus ? Sum(left.Low, left.High, right.Low, right.High, 1)
                    : Sum(left.Low, left.High, right.High, right.Low, -1);
            case ArithmeticOperand a:
                var ticks = a.Left.Measure.Kind == MeasureKind.Day ? TimeSpan.TicksPerDay : 1;
                var difference = PlusOrMinus(
                    ArithmeticKind.Minus, Exact(a.Left, scope, 0), Exact(a.Right, scope, 0),
                    (x, y) => x + y,
                    x => -x
                );
                return difference is { IsNothing: false, Low: { } low, High: { } high }
                    ? Duration.Between(0, low * ticks, 0, high * ticks)
                    : null;
            case FunctionOperand f:
                return Functions.Durations(f, new ScopeValues(scope));
            case ChoiceOperand c:
                return Choices.Durations(c, scope);
            default:
                throw new InvalidOperationException($"no duration for {operand.GetType().Name}");
        }
    }

    /// <summary>From the sum of two durations to that of two others; with the second of each taken away where the sign is -1.</summary>
    private static (Duration Low, Duration High)? Sum(Duration low, Duration high, Duration least, Duration most, int sign) =>
        Duration.Between(
            low.Months + ((Int128)least.Months * sign), low.Ticks + ((Int128)least.Ticks * sign),
            high.Months + ((Int128)most.Months * sign), high.Ticks + ((Int128)most.Ticks * sign)
        );

    // No shorter, in months and in the rest, than any of them, and no longer.
    private static (Duration Low, Duration High)? Product(Duration shortest, Duration longest, Int128 fewest, Int128 most)
    {
        var months = Ends(shortest.Months, longest.Months);
        var ticks = Ends(shortest.Ticks, longest.Ticks);
        return Duration.Between(months.Low, ticks.Low, months.High, ticks.High);

        (Int128 Low, Int128 High) Ends(Int128 a, Int128 b)
        {
            Int128[] ends = checked([a * fewest, a * most, b * fewest, b * most]);
            return (ends.Min(), ends.Max());
        }
    }

    /// <summary>What a number fact may be; one that is unknown keeps to the bounds of the vocabulary.</summary>
    public static Interval<Int128> OfFact(FactOperand operand, Scope scope)
    {
        var value = scope.Read(operand.Fact);
        if (value.IsKnown)
        {
            return OfValue(value, operand.Measure.Kind);
        }

        return operand.Fact.Type is ExactType type ? FactBounds.Of(type) : Interval<Int128>.Anything;
    }

    /// <inheritdoc cref="OfFact"/>
    public static Interval<double> RealFact(FactOperand operand, Scope scope)
    {
        var value = scope.Read(operand.Fact);
        return value.IsKnown ? Interval<double>.Of(value.Real) : FactBounds.Of((RealType)operand.Fact.Type);
    }

    // What reads nothing of the innermost elements is the same for all of them.
    private static Interval<T> Remembered<T, TOperand>(TOperand operand, Scope scope, Func<TOperand, Scope, Interval<T>> workOut)
        where T : struct, IComparable<T>
        where TOperand : Operand
    {
        var place = scope.At(operand.Reach.Innermost(scope.Depth));
        if (place == scope)
        {
            return workOut(operand, scope);
        }

        if (!place.TryRecall(operand, out Interval<T> value))
        {
            value = workOut(operand, scope);
            place.Remember(operand, value);
        }

        return value;
    }

    private static (Duration Low, Duration High)? RememberedDurations(AggregateOperand sum, Scope scope)
    {
        var place = scope.At(sum.Reach.Innermost(scope.Depth));
        if (place != scope && place.TryRecall(sum, out (Duration Low, Duration High)? known))
        {
            return known;
        }

        var found = Aggregates.Durations(sum, scope);
        if (place != scope)
        {
            place.Remember(sum, found);
        }

        return found;
    }

    private static Interval<Int128> OfValue(FactValue value, MeasureKind kind) => kind switch
    {
        MeasureKind.Boolean => Interval<Int128>.Of(value.Boolean ? 1 : 0),
        MeasureKind.Day => new Interval<Int128>(value.Date.First, value.Date.Last),
        MeasureKind.Instant => Interval<Int128>.Of(value.UtcTicks),
        _ => Interval<Int128>.Of(value.Steps),
    };

    private static Interval<Int128> Count(CountOperand count, Scope scope)
    {
        if (scope.Repeated is { } repeated && repeated.TryCount(count, scope, out var number))
        {
            return Interval<Int128>.Of(number);
        }

        var elements = Elements.Of(count.List, scope);
        Int128 certain = 0, possible = 0;
        foreach (var element in elements.Known)
        {
            var meets = count.Where is null ? Truth.True : TreeWalk.Evaluate(count.Where, element);
            certain += meets == Truth.True ? 1 : 0;
            possible += meets != Truth.False ? 1 : 0;
        }

        Int128? most = possible;
        foreach (var further in elements.Further)
        {
            most = count.Where is not null && TreeWalk.Evaluate(count.Where, further.Scope) == Truth.False ? most : most + further.Most;
        }

        return new Interval<Int128>(certain, most);
    }

    private static Interval<Int128> Calculate(ArithmeticOperand operand, Scope scope)
    {
        if (operand.Right.Measure.Kind == MeasureKind.Duration)
        {
            return Shift(operand, scope);
        }

        if (operand.Kind == ArithmeticKind.Times)
        {
            return Times(
                Exact(operand.Left, scope, operand.Left.Measure.Scale),
                Exact(operand.Right, scope, operand.Right.Measure.Scale),
                (x, y) => checked(x * y)
            );
        }

        var scale = operand.Measure.Scale;
        return PlusOrMinus(
            operand.Kind, Exact(operand.Left, scope, scale), Exact(operand.Right, scope, scale),
            (x, y) => checked(x + y),
            x => -x
        );
    }

    // Moving days is monotone in the day and in the duration, so the ends of what is known move to the ends of the result.
    private static Interval<Int128> Shift(ArithmeticOperand operand, Scope scope)
    {
        var start = Exact(operand.Left, scope, 0);
        if (Durations(operand.Right, scope) is not { } by)
        {
            return start with { Low = null, High = null };
        }

        var (low, high) = operand.Kind == ArithmeticKind.Minus ? (by.High.Negate(), by.Low.Negate()) : by;
        if (operand.Measure.Kind == MeasureKind.Day && !start.IsNothing)
        {
            // Whatever the day is.
            Calendar.WholeDaysOf(low);
            Calendar.WholeDaysOf(high);
        }

        var isKnown = start.Low == start.High && low == high;
        return new Interval<Int128>(Move(start.Low, low), Move(start.High, high), start.IsNothing);

        // Where only the bounds lead outside the calendar, it is not known where to.
        Int128? Move(Int128? point, Duration duration) => point is not { } p ? null
            : (operand.Measure.Kind == MeasureKind.Day, isKnown) switch
            {
                (true, true) => Calendar.Add((int)p, duration),
                (true, false) => Calendar.TryAdd((int)p, duration),
                (false, true) => Calendar.AddToInstant((long)p, duration),
                (false, false) => Calendar.TryAddToInstant((long)p, duration),
            };
    }

    private static Interval<T> Map<T>(Interval<T> interval, Func<T, T?> monotone)
        where T : struct, IComparable<T> =>
        interval with { Low = interval.Low is { } low ? monotone(low) : null, High = interval.High is { } high ? monotone(high) : null };

    private static Interval<T> PlusOrMinus<T>(
        ArithmeticKind kind, Interval<T> left, Interval<T> right, Func<T, T, T> add, Func<T, T> negate
    )
        where T : struct, IComparable<T>
    {
        if (kind == ArithmeticKind.Minus)
        {
            right = right with { Low = right.High is { } h ? negate(h) : null, High = right.Low is { } l ? negate(l) : null };
        }

        return new Interval<T>(
            left.Low is { } a && right.Low is { } b ? add(a, b) : null,
            left.High is { } c && right.High is { } d ? add(c, d) : null,
            left.IsNothing || right.IsNothing);
    }

    // The ends of a product are among the products of the ends. A missing end is infinite, and zero times whatever there is stays zero.
    private static Interval<T> Times<T>(Interval<T> left, Interval<T> right, Func<T, T, T> multiply)
        where T : struct, IComparable<T>
    {
        var nothing = left.IsNothing || right.IsNothing;
        if (left is { IsValue: true, Low: { } one } && right is { IsValue: true, Low: { } other })
        {
            return new Interval<T>(multiply(one, other), multiply(one, other), nothing);
        }

        var ends = new[]
        {
            Product(left.Low, -1, right.Low, -1), Product(left.Low, -1, right.High, 1),
            Product(left.High, 1, right.Low, -1), Product(left.High, 1, right.High, 1),
        };
        var finite = ends.Where(e => e.Infinite == 0).Select(e => e.Value).ToList();
        return new Interval<T>(
            finite.Count == 0 || ends.Any(e => e.Infinite < 0) ? null : finite.Min(),
            finite.Count == 0 || ends.Any(e => e.Infinite > 0) ? null : finite.Max(),
            nothing);

        (T Value, int Infinite) Product(T? a, int infiniteA, T? b, int infiniteB)
        {
            var sign = Math.Sign(a?.CompareTo(default) ?? infiniteA) * Math.Sign(b?.CompareTo(default) ?? infiniteB);
            return sign == 0 ? (default, 0) : a is { } x && b is { } y ? (multiply(x, y), 0) : (default, sign);
        }
    }

    /// <summary>The value itself, unless it has grown beyond what floating point can hold.</summary>
    public static double Finite(double value) => QuantityOverflowException.UnlessFinite(value);
}
