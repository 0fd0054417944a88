using System.Numerics;
using NegotiationRules.Analysis.Circuits;
using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;

namespace NegotiationRules.Analysis.Grounding;

/// <summary>Shares in the scenarios of a frame, as <see cref="Shares"/> compares them: exactly, and bound by bound.</summary>
internal sealed class ShareGrounder(
    Circuit circuit, WorkLimits work, int mostRows, CellTables tables, GroundElements elements, QuantityGrounder quantities,
    Func<Condition, GroundPlace, Rails> ground)
{
    /// <summary>Whether the share stands so to its bound; <see langword="null"/> if that has no place here.</summary>
    public Rails? Of(ShareTest test, GroundPlace place)
    {
        if (elements.Of(test.List, place) is not { } among || Values(test.Bound, place) is not { } bounds
            || (test.IfNone is { } none && Values(none, place) is null) || SidesOf(test, among) is not { } sides)
        {
            return null;
        }

        var of = Split(bounds, bound => Compare(test.Relation, sides.StandTo, bound, circuit));
        var something = sides.Certain.IsAtLeast(1, circuit);
        var ifNone = test.IfNone is null ? Rails.Unknown : OfNothing(test.Relation, sides, Values(test.IfNone, place)!, bounds);
        var either = new Rails(
            circuit.Ite(something, of.True, ifNone.True), circuit.Ite(something, of.False, ifNone.False));
        return new Rails(circuit.And(!sides.Nothing, either.True), circuit.And(!sides.Nothing, either.False));
    }

    /// <inheritdoc cref="Of(ShareTest, GroundPlace)"/>
    public Rails? Of(ShareOfTwo test, GroundPlace place)
    {
        if (PartAndWhole.Of(test, place, quantities, circuit) is not { } two || Values(test.Bound, place) is not { } bounds
            || (test.IfNone is { } counts && Values(counts, place) is null))
        {
            return null;
        }

        var some = Split(bounds, bound => Compare(test.Relation, two.StandTo, bound, circuit));
        var none = test.IfNone is null ? Rails.Unknown : Split(bounds, bound => Split(
            Values(test.IfNone, place)!, counts => Certain(Intervals.Compare(test.Relation, counts, bound))));
        var either = circuit.Choose(new Rails(two.IsOfNothing(circuit), two.IsOfSomething(circuit)), none, some);
        return new Rails(circuit.And(!two.Nothing, either.True), circuit.And(!two.Nothing, either.False));
    }

    private static Rails Certain(Truth truth) =>
        truth switch { Truth.True => Rails.Always, Truth.False => !Rails.Always, _ => Rails.Unknown };

    private IReadOnlyList<(Interval<Ratio> Value, Edge Where)>? Values(Operand operand, GroundPlace place) =>
        PlainFacts.Of(operand, place, work) is { } facts && facts.Rows <= mostRows
            ? facts.Tabulate(circuit, tables, 0, scope => Unless(() => Ratios.Of(operand, scope))) : null;

    private static Interval<Ratio> Unless(Func<Interval<Ratio>> read)
    {
        try
        {
            return read();
        }
        catch (OverflowException)
        {
            return Interval<Ratio>.Nothing;
        }
    }

    private Rails Split(IReadOnlyList<(Interval<Ratio> Value, Edge Where)> values, Func<Interval<Ratio>, Rails> of)
    {
        var (isSo, isNot) = (Edge.False, Edge.False);
        foreach (var (value, where) in values)
        {
            var rails = of(value);
            (isSo, isNot) = (circuit.Or(isSo, circuit.And(where, rails.True)), circuit.Or(isNot, circuit.And(where, rails.False)));
        }

        return new Rails(isSo, isNot);
    }

    private static Rails Compare(
        Relation relation, Func<Relation, Ratio, Circuit, Rails> standTo, Interval<Ratio> bound, Circuit circuit)
    {
        if (bound.IsNothing)
        {
            return Rails.Unknown;
        }

        return relation switch
        {
            Relation.Less or Relation.LessOrEqual => new(At(relation, bound.Low).True, At(relation, bound.High).False),
            Relation.Greater or Relation.GreaterOrEqual => new(At(relation, bound.High).True, At(relation, bound.Low).False),
            Relation.NotEqual => !Compare(Relation.Equal, standTo, bound, circuit),
            Relation.Equal => new(
                bound.IsValue ? At(Relation.Equal, bound.Low).True : Edge.False,
                circuit.Or(At(Relation.Greater, bound.High).True, At(Relation.Less, bound.Low).True)),
        };

        Rails At(Relation to, Ratio? at) => at is { } t ? standTo(to, t, circuit) : Rails.Unknown;
    }

    // Where there may be nothing to have a share of: what counts then, or any share that what may be there can have.
    private Rails OfNothing(
        Relation relation, Sides sides, IReadOnlyList<(Interval<Ratio> Value, Edge Where)> ifNone,
        IReadOnlyList<(Interval<Ratio> Value, Edge Where)> bounds)
    {
        var (mayHave, mayNot) = (sides.MostPart.MayBePositive(circuit), sides.MostRest.MayBePositive(circuit));
        return Split(bounds, bound => Split(ifNone, none =>
        {
            var (isSo, isNot) = (Edge.False, Edge.False);
            foreach (var (has, hasNot) in ((bool, bool)[])[(false, false), (false, true), (true, false), (true, true)])
            {
                var where = circuit.And(mayHave.ComplementIf(!has), mayNot.ComplementIf(!hasNot));
                var known = !has && !hasNot ? none
                    : none.Hull(new Interval<Ratio>(hasNot ? Ratio.Zero : Ratio.One, has ? Ratio.One : Ratio.Zero));
                var truth = Intervals.Compare(relation, known, bound);
                isSo = truth == Truth.True ? circuit.Or(isSo, where) : isSo;
                isNot = truth == Truth.False ? circuit.Or(isNot, where) : isNot;
            }

            return new Rails(isSo, isNot);
        }));
    }

    private Sides? SidesOf(ShareTest test, IReadOnlyList<GroundElement> among)
    {
        var weights = new List<IReadOnlyList<(Interval<Ratio> Value, Edge Where)>>();
        var common = BigInteger.One;
        foreach (var element in among)
        {
            var values = test.Weight is null ? [(Interval<Ratio>.Of(Ratio.One), Edge.True)] : Values(test.Weight, element.Place);
            if (values is null)
            {
                return null;
            }

            weights.Add(values);
            foreach (var end in values.SelectMany(pair => new[] { pair.Value.Low, pair.Value.High }).OfType<Ratio>())
            {
                common = common / BigInteger.GreatestCommonDivisor(common, end.Denominator) * end.Denominator;
            }
        }

        return new SideBuilder(circuit, common, ground).Of(test, among, weights);
    }
}
