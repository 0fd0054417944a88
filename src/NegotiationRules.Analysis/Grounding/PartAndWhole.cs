using NegotiationRules.Analysis.Circuits;
using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;

namespace NegotiationRules.Analysis.Grounding;

/// <summary>What is known of a number and of another that it is a share of: neither is ever negative.</summary>
/// <param name="Part">The least and the greatest that the one may be.</param>
/// <param name="Whole">The same of the other.</param>
/// <param name="Nothing">Where either may have no value.</param>
internal sealed record PartAndWhole(Sums Part, Sums Whole, Edge Nothing)
{
    /// <summary>The two, in the same steps; <see langword="null"/> if they are no sums, or something in them may be negative.</summary>
    public static PartAndWhole? Of(ShareOfTwo test, GroundPlace place, QuantityGrounder quantities, Circuit circuit)
    {
        var scale = Math.Max(test.Part.Measure.Scale, test.Whole.Measure.Scale);
        return quantities.Of(test.Part, place, scale) is { Sums: { } part } one && IsAmount(part.Low)
            && quantities.Of(test.Whole, place, scale) is { Sums: { } whole } other && IsAmount(whole.Low)
            ? new PartAndWhole(part, whole, circuit.Or(one.Nothing, other.Nothing)) : null;
    }

    /// <summary>Where there is nothing to have a share of.</summary>
    public Edge IsOfNothing(Circuit circuit) => Whole.High.Times(-1).IsAtLeast(0, circuit);

    /// <summary>Where there is something to have a share of.</summary>
    public Edge IsOfSomething(Circuit circuit) => Whole.Low.IsAtLeast(1, circuit);

    /// <summary>How the share stands to a fraction, where there is something to have a share of.</summary>
    public Rails StandTo(Relation relation, Ratio at, Circuit circuit)
    {
        // The share s/w is to n/d as d·s - n·w is to 0. What is 0 is less than any part of a whole, however little that is.
        var (numerator, denominator) = ((Int128)at.Numerator, (Int128)at.Denominator);
        if (numerator < 0)
        {
            return LinearShares.StandToZero(relation, Sum.Of(1), Sum.Of(1), circuit);
        }

        var rails = LinearShares.StandToZero(
            relation,
            Part.Low.Times(denominator).Plus(Whole.High.Times(-numerator), circuit),
            Part.High.Times(denominator).Plus(Whole.Low.Times(-numerator), circuit), circuit);
        var none = numerator == 0 ? Edge.False : Part.High.Times(-1).IsAtLeast(0, circuit);
        var below = LinearShares.StandToZero(relation, Sum.Of(-1), Sum.Of(-1), circuit);
        return new Rails(circuit.Ite(none, below.True, rails.True), circuit.Ite(none, below.False, rails.False));
    }

    private static bool IsAmount(Sum low) =>
        low.Unbounded == Edge.False && low.Constant >= 0 && low.Groups.All(group => group.All(term => term.Weight >= 0));
}
