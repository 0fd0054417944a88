using NegotiationRules.Conditions;
using NegotiationRules.Facts;

namespace NegotiationRules.Checking;

/// <summary>Values of a fact, as ranges in ascending order, ends included: steps of a number, days, moments, or the places of
/// texts.</summary>
/// <remarks>Texts have no order here: each has a place of its own, and all others are left over.</remarks>
internal sealed class ValueRanges
{
    private readonly List<(Int128 From, Int128 To)> _ranges;
    private readonly HashSet<string>? _texts;
    private readonly bool _areOthers;

    private ValueRanges(List<(Int128 From, Int128 To)> ranges) => _ranges = ranges;

    private ValueRanges(HashSet<string> texts, bool areOthers) => (_ranges, _texts, _areOthers) = ([], texts, areOthers);

    public bool IsEmpty => _texts is null ? _ranges.Count == 0 : _texts.Count == 0 && !_areOthers;

    /// <summary>All that the vocabulary admits.</summary>
    public static ValueRanges All(FactType type) => type switch
    {
        ExactType exact => Range(exact.Minimum, exact.Maximum),
        RealType real => Range(Place(real.Minimum), Place(real.Maximum)),
        BooleanType => Range(0, 1),
        DateType => Range(PartialDate.FirstDay, PartialDate.LastDay),
        TextType { Values: { } values } => new ValueRanges([.. values], false),
        TextType => new ValueRanges([], true),
        DurationType => Range(Int128.MinValue, Int128.MaxValue),
        _ => Range(long.MinValue, long.MaxValue),
    };

    /// <summary>The values that stand so to the constant; <see langword="null"/> where that is not a matter of ranges.</summary>
    public static ValueRanges? Of(FactType type, Relation relation, Constant constant)
    {
        switch (type)
        {
            case TextType:
                return new ValueRanges([constant.Value.Text], relation == Relation.NotEqual);
            case ExactType exact when constant.Measure.Kind == MeasureKind.Exact && constant.Measure.Scale <= exact.Scale:
                var steps = (Int128)constant.Value.Steps * Scales.Power(exact.Scale - constant.Measure.Scale);
                return Of(relation, steps, steps);
            case RealType:
                return Of(relation, Place(Constants.Real(constant)), Place(Constants.Real(constant)));
            case BooleanType:
                return Of(relation, constant.Value.Boolean ? 1 : 0, constant.Value.Boolean ? 1 : 0);
            case DateType:
                return Of(relation, constant.Value.Date.First, constant.Value.Date.Last);
            case DurationType:
                return Of(relation, Place(constant.Value.Duration), Place(constant.Value.Duration));
            case DateTimeType:
                return Of(relation, constant.Value.UtcTicks, constant.Value.UtcTicks);
            default:
                return null;
        }
    }

    public ValueRanges Intersect(ValueRanges other)
    {
        if (_texts is { } texts && other._texts is { } others)
        {
            // With all others but those named, the names are the ones left out.
            return (_areOthers, other._areOthers) switch
            {
                (true, true) => new ValueRanges([.. texts, .. others], true),
                (true, false) => new ValueRanges([.. others.Except(texts)], false),
                (false, true) => new ValueRanges([.. texts.Except(others)], false),
                _ => new ValueRanges([.. texts.Intersect(others)], false),
            };
        }

        return new ValueRanges([.. _ranges
            .SelectMany(a => other._ranges.Select(b => (From: Int128.Max(a.From, b.From), To: Int128.Min(a.To, b.To))))
            .Where(range => range.From <= range.To)]);
    }

    /// <summary>The same without those texts that do not meet something; all others, of which there is no end, stay.</summary>
    public ValueRanges WhereText(Func<string, bool> meets) =>
        _texts is null || _areOthers ? this : new ValueRanges([.. _texts.Where(meets)], false);

    public ValueRanges Union(ValueRanges other) =>
        (_texts, other._texts) is ({ } texts, { } others)
            ? new ValueRanges(
                _areOthers ? [.. other._areOthers ? texts.Intersect(others) : texts.Except(others)]
                    : other._areOthers ? [.. others.Except(texts)]
                    : [.. texts, .. others],
                _areOthers || other._areOthers
            )
            : new ValueRanges([.. _ranges, .. other._ranges]);

    private static ValueRanges Of(Relation relation, Int128 first, Int128 last) => relation switch
    {
        Relation.Less => Range(Int128.MinValue, first - 1),
        Relation.LessOrEqual => Range(Int128.MinValue, last),
        Relation.Greater => Range(last + 1, Int128.MaxValue),
        Relation.GreaterOrEqual => Range(first, Int128.MaxValue),
        Relation.Equal => Range(first, last),
        _ => new ValueRanges([(Int128.MinValue, first - 1), (last + 1, Int128.MaxValue)]),
    };

    private static ValueRanges Range(Int128 from, Int128 to) => new([(from, to)]);

    // In ticks, a month being the 4800th part of the 146,097 days of four hundred years: what is longer for certain is longer so too.
    private static Int128 Place(Duration duration) => ((Int128)duration.Months * (146_097 * TimeSpan.TicksPerDay / 4_800)) + duration.Ticks;

    // Floating numbers in their order, each next to the following one.
    private static Int128 Place(double number) =>
        BitConverter.DoubleToInt64Bits(number) is var bits && bits < 0 ? long.MinValue - (Int128)bits : bits;
}
