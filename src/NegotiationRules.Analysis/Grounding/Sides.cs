using System.Numerics;
using NegotiationRules.Analysis.Circuits;
using NegotiationRules.Conditions;

namespace NegotiationRules.Analysis.Grounding;

/// <summary>What is known of the two sides of a whole: of what has a share, and of the rest.</summary>
/// <param name="LeastPart">The least that may have the share.</param>
/// <param name="MostPart">The most that may have it.</param>
/// <param name="LeastRest">The least that may not.</param>
/// <param name="MostRest">The most that may not.</param>
/// <param name="Certain">The least that there is of both.</param>
/// <param name="Nothing">Where a weight may have no value.</param>
internal sealed record Sides(Sum LeastPart, Sum MostPart, Sum LeastRest, Sum MostRest, Sum Certain, Edge Nothing)
{
    /// <summary>How the share stands to a fraction, where there is something to have a share of.</summary>
    public Rails StandTo(Relation relation, Ratio at, Circuit circuit)
    {
        // The share s/(s + r) is to n/d as (d - n)·s - n·r is to 0. Where the fraction lies outside of 0 and 1, it is as far.
        var (numerator, rest) = (at.Numerator, at.Denominator - at.Numerator);
        var (low, high) = numerator.Sign < 0 ? (Sum.Of(1), Sum.Of(1))
            : rest.Sign < 0 ? (Sum.Of(-1), Sum.Of(-1))
            : (LeastPart.Times((Int128)rest).Plus(MostRest.Times(-(Int128)numerator), circuit),
                MostPart.Times((Int128)rest).Plus(LeastRest.Times(-(Int128)numerator), circuit));
        return LinearShares.StandToZero(relation, low, high, circuit);
    }
}

/// <summary>Adds up the sides of a share, element by element.</summary>
/// <param name="circuit">Takes the edges.</param>
/// <param name="common">What all weights are whole numbers of, one divided by it.</param>
/// <param name="ground">What a condition is in a place.</param>
internal sealed class SideBuilder(Circuit circuit, BigInteger common, Func<Condition, GroundPlace, Rails> ground)
{
    private readonly SideSum _leastPart = new(circuit);
    private readonly SideSum _mostPart = new(circuit);
    private readonly SideSum _leastRest = new(circuit);
    private readonly SideSum _mostRest = new(circuit);
    private readonly SideSum _certain = new(circuit);

    public Sides Of(
        ShareTest test, IReadOnlyList<GroundElement> among, IReadOnlyList<IReadOnlyList<(Interval<Ratio> Value, Edge Where)>> weights)
    {
        var nothing = Edge.False;
        foreach (var (element, values) in among.Zip(weights))
        {
            var isAmong = test.Among is null ? element.Exists : circuit.And(element.Exists, ground(test.Among, element.Place));
            var has = ground(test.Where, element.Place);
            var mayBe = !isAmong.False;
            nothing = circuit.Or(nothing, circuit.And(mayBe, circuit.Any(values.Where(v => v.Value.IsNothing).Select(v => v.Where))));
            _certain.AddLeast(isAmong.True, values, Steps);
            _leastPart.AddLeast(circuit.And(isAmong.True, has.True), values, Steps);
            _leastRest.AddLeast(circuit.And(isAmong.True, has.False), values, Steps);
            _mostPart.AddMost(circuit.And(mayBe, !has.False), values, element.Most, Steps);
            _mostRest.AddMost(circuit.And(mayBe, !has.True), values, element.Most, Steps);
        }

        return new Sides(_leastPart.Sum, _mostPart.Sum, _leastRest.Sum, _mostRest.Sum, _certain.Sum, nothing);
    }

    private Int128 Steps(Ratio weight) => checked((Int128)(weight.Numerator * (common / weight.Denominator)));
}

/// <summary>One bound of one side of a share.</summary>
internal sealed class SideSum(Circuit circuit)
{
    private readonly List<IReadOnlyList<Weighted>> _groups = [];
    private Edge _unbounded = Edge.False;

    public Sum Sum => new(0, _groups, _unbounded);

    // Of a weight of which not even the least is known, there may be none.
    public void AddLeast(Edge counts, IReadOnlyList<(Interval<Ratio> Value, Edge Where)> values, Func<Ratio, Int128> steps) =>
        _groups.Add([.. values.Where(pair => pair.Value.Low is not null)
            .Select(pair => new Weighted(circuit.And(counts, pair.Where), steps(pair.Value.Low!.Value)))]);

    public void AddMost(
        Edge counts, IReadOnlyList<(Interval<Ratio> Value, Edge Where)> values, IReadOnlyList<Weighted>? most, Func<Ratio, Int128> steps)
    {
        foreach (var (value, where) in values)
        {
            var may = circuit.And(counts, where);
            if (value.High is not { } high || most is null)
            {
                _unbounded = circuit.Or(_unbounded, may);
                continue;
            }

            _groups.AddRange(most.Select(term => new[] { new Weighted(circuit.And(may, term.Edge), term.Weight * steps(high)) }));
        }
    }
}
