using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;

namespace NegotiationRules.Evaluation;

/// <summary>Values to try open facts with: those that a rule compares them with, their neighbours, and what the types allow at their
/// ends.</summary>
/// <remarks>Drawn by a generator of its own, so that the same question always gets the same answer.</remarks>
internal sealed class TrialValues
{
    private const int FinestScale = ExactType.LargestScale;
    private const int MostDrawn = 3;
    private const string OtherText = "…";
    private const int LongestBefore = 100;

    private readonly SortedSet<Int128> _exact = [0];
    private readonly SortedSet<double> _real = [0];
    private readonly SortedSet<int> _days = [];
    private readonly SortedSet<long> _instants = [];
    private readonly SortedSet<string> _texts = new(StringComparer.Ordinal) { OtherText };
    private readonly SortedSet<int> _before = [];
    private readonly List<Duration> _durations = [new(0, 0), new(0, TimeSpan.TicksPerDay)];
    private readonly HashSet<Operand> _noted = [];
    private readonly Dictionary<FactType, IReadOnlyList<FactValue>> _ofTypes = [];
    private ulong _state = 1;

    /// <summary>Notes what is known of the value of an operand, and of those it is worked out of.</summary>
    public void Note(Operand operand, Scope scope)
    {
        // One fact that is not known says as little as another.
        if ((operand is Constant || (operand is FactOperand fact && !scope.Read(fact.Fact).IsKnown)) && !_noted.Add(operand))
        {
            return;
        }

        try
        {
            NoteValue(operand, scope);
        }
        catch (OverflowException)
        {
            // A value beyond what can be represented is none to try.
        }

        if (operand is TableOperand table)
        {
            // On each of these days another value begins.
            _days.UnionWith(table.Days);
            _instants.UnionWith(table.Days.Select(day => day * TimeSpan.TicksPerDay));
        }

        if (
            operand is FunctionOperand { Function: OperandFunction.Part, Arguments: [_, Constant start, ..] }
            && start is { Measure.Scale: 0, Value.Steps: > 0 and <= LongestBefore }
        )
        {
            // What is sought in a text may stand behind so much else.
            _before.Add((int)start.Value.Steps);
        }

        foreach (var part in operand.Operands)
        {
            Note(part, scope);
        }
    }

    /// <summary>A value for a fact that agrees with what is known of it.</summary>
    public FactValue Draw(OpenFact fact) => (fact.Fact.Type, fact.Known) switch
    {
        (ListType list, var known) => DrawList(list, known.IsKnown ? known.List.Elements : [], isNew: false),
        (DateType, { IsKnown: true, Date: var span }) => DrawDay(span),
        (var type, _) => Draw(type),
    };

    /// <summary>A number from 0 up to, but not with, <paramref name="end"/>.</summary>
    public int Next(int end)
    {
        // G. Marsaglia, Xorshift RNGs, Journal of Statistical Software 8 (2003), no. 14.
        _state ^= _state << 13;
        _state ^= _state >> 7;
        _state ^= _state << 17;
        return (int)((_state >> 11) % (ulong)end);
    }

    private void NoteValue(Operand operand, Scope scope)
    {
        switch (operand.Measure.Kind)
        {
            case MeasureKind.Text when TreeWalk.ReadText(operand, scope) is { } text:
                _texts.Add(text);
                break;
            case MeasureKind.Duration when Quantities.Durations(operand, scope) is var (shortest, longest):
                // An answer is one that a scenario can give.
                _durations.AddRange(new[] { shortest, longest }.Where(duration => duration.CanBeWritten));
                break;
            case MeasureKind.Real when Quantities.Real(operand, scope) is var real:
                _real.UnionWith(new[] { real.Low, real.High }.OfType<double>());
                break;
            case MeasureKind.Exact when Quantities.Exact(operand, scope, FinestScale) is var exact:
                _exact.UnionWith(new[] { exact.Low, exact.High }.OfType<Int128>());
                break;
            case MeasureKind.Day when Quantities.Exact(operand, scope, 0) is var days:
                _days.UnionWith(new[] { days.Low, days.High }.OfType<Int128>().Select(day => (int)day));
                break;
            case MeasureKind.Instant when Quantities.Exact(operand, scope, 0) is var instants:
                _instants.UnionWith(new[] { instants.Low, instants.High }.OfType<Int128>().Select(ticks => (long)ticks));
                break;
            default:
                break;
        }
    }

    private FactValue Draw(FactType type) => type switch
    {
        RecordType record => FactValue.Of(new FactRecord(record, [.. record.Properties.Select(p => Draw(p.Type))], null)),
        ListType list => DrawList(list, [], isNew: true),
        _ => Pick(OfType(type)),
    };

    // As it is, or with some elements more. Those seldom have empty lists of their own: what is asked is mostly asked of what is in them.
    private FactValue DrawList(ListType type, ReadOnlySpan<FactValue> known, bool isNew)
    {
        var room = Math.Min(MostDrawn, (type.MaxItems ?? int.MaxValue) - known.Length);
        FactValue[] more =
            Next(isNew ? 8 : 2) == 0 ? [] : [.. Enumerable.Range(0, Math.Min(room, 1 + Next(MostDrawn))).Select(_ => Draw(type.Element))];
        return FactValue.Of(new FactList([.. known, .. more], isComplete: true));
    }

    private FactValue DrawDay(PartialDate span)
    {
        int[] days =
        [
            span.First,
            span.Last,
            .. _days.SelectMany(day => (int[])[day - 1, day, day + 1]).Where(day => day >= span.First && day <= span.Last),
        ];
        return OfDay(Pick(days));
    }

    private IReadOnlyList<FactValue> OfType(FactType type)
    {
        if (!_ofTypes.TryGetValue(type, out var values))
        {
            values = [.. Values(type)];
            _ofTypes.Add(type, values);
        }

        return values;
    }

    private IEnumerable<FactValue> Values(FactType type)
    {
        switch (type)
        {
            case BooleanType:
                return [FactValue.Of(true), FactValue.Of(false)];
            case TextType text:
                return (text.Values ?? _texts.Concat(_before.SelectMany(many =>
                    _texts.Select(sought => new string(OtherText[0], many) + sought)))).Select(FactValue.Of);
            case ExactType exact:
                var bounds = FactBounds.Of(exact);
                var steps = _exact
                    .Select(value => value / Scales.Power(FinestScale - exact.Scale))
                    .SelectMany(value => (Int128[])[value - 1, value, value + 1]);
                return Spread(
                        steps.Where(value => value > long.MinValue && value < long.MaxValue),
                        bounds,
                        long.MaxValue / 1_000_000,
                        (a, b) => a + b,
                        a => -a
                    )
                    .Select(value => FactValue.OfSteps((long)value));
            case RealType real:
                var numbers = _real
                    .Concat(_exact.Select(value => Scales.ToReal(value, FinestScale)))
                    .SelectMany(value => (double[])[value - 1, value, value + 1])
                    .Where(double.IsFinite);
                return Spread(numbers, FactBounds.Of(real), 1e12, (a, b) => a + b, a => -a).Select(FactValue.Of);
            case DateType:
                var days = _days
                    .Concat(_instants.Select(ticks => (int)(ticks / TimeSpan.TicksPerDay)))
                    .SelectMany(day => (int[])[day - 1, day, day + 1])
                    .Where(day => day is >= PartialDate.FirstDay && day <= PartialDate.LastDay)
                    .Distinct()
                    .ToList();
                return (
                    days.Count > 0 ? [days[0] > 400 ? days[0] - 400 : days[0], .. days] : (int[])[new DateOnly(2000, 1, 1).DayNumber]
                ).Select(OfDay);
            case DateTimeType:
                return _instants
                    .Concat(_days.Select(day => day * TimeSpan.TicksPerDay))
                    .SelectMany(ticks => (long[])[ticks - 1, ticks, ticks + 1])
                    .Where(t => t >= 0 && t <= DateTime.MaxValue.Ticks)
                    .DefaultIfEmpty(new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc).Ticks)
                    .Select(FactValue.OfUtcTicks);
            default:
                return _durations.Distinct().Select(FactValue.Of);
        }
    }

    // The values, more than all of them together and less, as far as the bounds allow.
    private static IEnumerable<T> Spread<T>(IEnumerable<T> values, Interval<T> bounds, T far, Func<T, T, T> add, Func<T, T> negate)
        where T : struct, IComparable<T>
    {
        var all = values.ToList();
        var ends = new[] { bounds.Low, bounds.High }.OfType<T>();
        var wide = all.Aggregate(default(T), (sum, value) => add(sum, value.CompareTo(default) < 0 ? negate(value) : value));
        wide = wide.CompareTo(far) > 0 ? far : wide;
        return all.Append(wide)
            .Append(negate(wide))
            .Where(v => (bounds.Low is not { } low || v.CompareTo(low) >= 0) && (bounds.High is not { } high || v.CompareTo(high) <= 0))
            .Concat(ends)
            .Distinct();
    }

    private T Pick<T>(IReadOnlyList<T> all) => all[Next(all.Count)];

    private static FactValue OfDay(int day) => FactValue.Of(new PartialDate(day, day));
}
