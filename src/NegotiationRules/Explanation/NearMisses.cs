using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Explanation.Wording;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;

namespace NegotiationRules.Explanation;

/// <summary>Which elements came nearest to a condition that they fail: those that fail the fewest of its parts, and by the least.</summary>
/// <remarks>Only parts that look at facts are gone through. One that looks into a list counts as failed: it is not evaluated again for
/// every element.</remarks>
internal static class NearMisses
{
    private const int MostParts = 100;

    // Asked of the same condition for every element.
    private static readonly ConditionalWeakTable<Condition, object> Known = [];
    private static readonly (object Plain, object Other) Answers = (true, false);

    /// <summary>The elements, those that came nearest first.</summary>
    public static IReadOnlyList<Scope> First(IReadOnlyList<Scope> elements, Condition condition)
    {
        // Another word is as far off as any.
        if (elements.Count < 2 || condition is RelationTest test && !HasGaps(test))
        {
            return elements;
        }

        var misses = MissesOf(elements, condition);
        return misses.AsSpan().IndexOfAnyExcept(misses[0]) < 0 ? elements
            : [.. elements.Zip(misses).OrderBy(miss => miss.Second).Select(miss => miss.First)];
    }

    /// <summary>
    /// Those of which less fails than of all others, if a condition of several parts tells them apart; none otherwise.
    /// </summary>
    public static IReadOnlyList<Scope> Nearest(IReadOnlyList<Scope> elements, Condition condition)
    {
        if (elements.Count < 2 || PartsOf(condition) < 2)
        {
            return [];
        }

        var misses = MissesOf(elements, condition);
        var least = Math.Floor(misses.Min());
        return least < Math.Floor(misses.Max()) ? Nearest(elements, misses, least) : [];
    }

    private static IReadOnlyList<Scope> Nearest(IReadOnlyList<Scope> elements, double[] misses, double least) =>
        [.. elements.Zip(misses).Where(miss => Math.Floor(miss.Second) == least).OrderBy(miss => miss.Second).Select(miss => miss.First)];

    /// <summary>A part of the condition that every one of the elements fails; <see langword="null"/> if there is none.</summary>
    public static Condition? FailedByAll(IReadOnlyList<Scope> elements, Condition condition) =>
        PartsOf(condition) < 2 ? null : AllParts(condition).FirstOrDefault(FailsAll(elements));

    private static Func<Condition, bool> FailsAll(IReadOnlyList<Scope> elements) =>
        part => part.IsPlain() && elements.All(e => TreeWalk.TruthOf(part, e) == Truth.False);

    private static double[] MissesOf(IReadOnlyList<Scope> elements, Condition condition)
    {
        var misses = new double[elements.Count];
        for (var i = 0; i < misses.Length; i++)
        {
            misses[i] = Of(condition, elements[i], wanted: true);
        }

        return misses;
    }

    private static int PartsOf(Condition condition) =>
        condition is Composition { Kind: CompositionKind.All, Parts: var parts } ? parts.Sum(PartsOf) : 1;

    private static IEnumerable<Condition> AllParts(Condition condition) =>
        condition is Composition { Kind: CompositionKind.All, Parts: var parts } ? parts.SelectMany(AllParts) : [condition];

    // How many parts fail, and by how much: a fraction between 0 and 1, the less the nearer.
    private static double Of(Condition condition, Scope element, bool wanted)
    {
        switch (condition)
        {
            case Negation negation:
                return Of(negation.Part, element, !wanted);
            case NamedCondition named when IsPlain(named):
                return Of(named.Meaning, element, wanted);
            case Composition { Kind: CompositionKind.None } none:
                return Of(none.Parts, isAll: wanted, element, !wanted);
            case Composition composition:
                return Of(composition.Parts, composition.Kind == CompositionKind.All == wanted, element, wanted);
            default:
                return !IsPlain(condition) ? 1
                    : TreeWalk.TruthOf(condition, element) == Truths.Of(wanted) ? 0
                    : WeightOf(condition, element) + (condition is RelationTest relation ? GapOf(relation, element) : 0.999);
        }
    }

    private static bool IsPlain(Condition condition) =>
        Known.GetValue(condition, static condition => IsSmallAndPlain(condition) ? Answers.Plain : Answers.Other) == Answers.Plain;

    private static bool IsSmallAndPlain(Condition condition)
    {
        var room = MostParts;
        return condition.IsPlain() && IsSmall(condition, ref room);
    }

    // Named conditions may be used over and over inside each other.
    private static bool IsSmall(Node node, ref int room)
    {
        foreach (var child in --room > 0 ? node.Children : [])
        {
            if (!IsSmall(child.Node, ref room))
            {
                return false;
            }
        }

        return room > 0;
    }

    // Another name is nowhere near, another word further off than another number or day.
    private static int WeightOf(Condition condition, Scope element) => condition switch
    {
        RelationTest { Left: FactOperand { Fact: { Slots: [var slot] } fact } } r when r.Relation.IsEquality()
            && fact.Depth == element.Depth && IsName(element, slot) => 10,
        RelationTest { Left.Measure.Kind: MeasureKind.Text } or Membership { Item.Measure.Kind: MeasureKind.Text } => 2,
        _ => 1,
    };

    private static bool IsName(Scope element, int slot) =>
        element.Element is { Kind: FactKind.Record, Record.Type: var type }
            && (slot == type.Label || type.Properties[slot].Name is "id" or "name");

    private static double Of(ImmutableArray<Condition> parts, bool isAll, Scope element, bool wanted)
    {
        var (least, failed, farthest) = (double.PositiveInfinity, 0.0, 0.0);
        foreach (var part in parts)
        {
            var miss = Of(part, element, wanted);
            least = Math.Min(least, miss);
            failed += Math.Floor(miss);
            farthest = Math.Max(farthest, miss - Math.Floor(miss));
        }

        return isAll ? failed + farthest : least;
    }

    // Whether what fails may come nearer to it than something else.
    private static bool HasGaps(RelationTest test) =>
        test.Left.Measure.Kind is not (MeasureKind.Text or MeasureKind.Boolean or MeasureKind.Duration);

    // Between nothing and less than one; text that is another is as far as can be.
    private static double GapOf(RelationTest test, Scope element)
    {
        const double Farthest = 0.999;
        if (!HasGaps(test))
        {
            return Farthest;
        }

        var (left, right) = (ValueOf(test.Left, element), ValueOf(test.Right, element));
        var gap = Math.Abs(left - right);
        return !double.IsFinite(gap) ? Farthest : Math.Min(Farthest, gap / (gap + Math.Max(1, Math.Abs(right))));
    }

    private static double ValueOf(Operand operand, Scope element)
    {
        try
        {
            var value = operand.Measure.Kind == MeasureKind.Real
                ? Quantities.Real(operand, element)
                : Quantities.Exact(operand, element, operand.Measure.Scale).Map(steps => Scales.ToReal(steps, operand.Measure.Scale));
            return value.Low ?? value.High ?? double.NaN;
        }
        catch (OverflowException)
        {
            return double.NaN;
        }
    }
}
