using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Explanation.Wording;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;

namespace NegotiationRules.Explanation;

/// <summary>Which elements came nearest to a condition that they fail: those that fail the fewest of its parts, and by the least.</summary>
/// <remarks>Only parts that look at facts are gone through. One that looks into a list counts as failed: it is not evaluated again for
/// every element.</remarks>
internal sealed class NearMisses
{
    private const int MostParts = 100;

    private readonly Dictionary<Condition, bool> _plain = [];

    private NearMisses()
    {
    }

    /// <summary>The elements, those that came nearest first.</summary>
    public static IReadOnlyList<Scope> First(IReadOnlyList<Scope> elements, Condition condition) =>
        elements.Count < 2 ? elements : [.. new NearMisses().Sorted(elements, condition).Select(miss => miss.Element)];

    /// <summary>
    /// Those of which less fails than of all others, if a condition of several parts tells them apart; none otherwise.
    /// </summary>
    public static IReadOnlyList<Scope> Nearest(IReadOnlyList<Scope> elements, Condition condition)
    {
        if (elements.Count < 2 || PartsOf(condition) < 2)
        {
            return [];
        }

        var misses = new NearMisses().Sorted(elements, condition);
        var (least, most) = (Math.Floor(misses[0].Miss), Math.Floor(misses[^1].Miss));
        return least < most ? [.. misses.Where(m => Math.Floor(m.Miss) == least).Select(m => m.Element)] : [];
    }

    /// <summary>A part of the condition that every one of the elements fails; <see langword="null"/> if there is none.</summary>
    public static Condition? FailedByAll(IReadOnlyList<Scope> elements, Condition condition) =>
        AllParts(condition) is { Count: > 1 } parts ? parts.Find(part => PlainConditions.IsPlain(part)
            && elements.All(e => TreeWalk.TruthOf(part, e) == Truth.False)) : null;

    private List<(Scope Element, double Miss)> Sorted(IReadOnlyList<Scope> elements, Condition condition) =>
        [.. elements.Select(e => (Element: e, Miss: Of(condition, e, wanted: true))).OrderBy(e => e.Miss)];

    private static int PartsOf(Condition condition) => AllParts(condition).Count;

    private static List<Condition> AllParts(Condition condition) => condition switch
    {
        Composition { Kind: CompositionKind.All, Parts: var parts } => [.. parts.SelectMany(AllParts)],
        _ => [condition],
    };

    // How many parts fail, and by how much: a fraction between 0 and 1, the less the nearer.
    private double Of(Condition condition, Scope element, bool wanted)
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

    private bool IsPlain(Condition condition)
    {
        if (!_plain.TryGetValue(condition, out var isPlain))
        {
            var room = MostParts;
            _plain.Add(condition, isPlain = PlainConditions.IsPlain(condition) && IsSmall(condition, ref room));
        }

        return isPlain;
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

    private double Of(IReadOnlyList<Condition> parts, bool isAll, Scope element, bool wanted)
    {
        var misses = parts.Select(part => Of(part, element, wanted)).ToList();
        return !isAll ? misses.Min() : misses.Sum(Math.Floor) + misses.Select(m => m - Math.Floor(m)).Max();
    }

    // Between nothing and less than one; text that is another is as far as can be.
    private static double GapOf(RelationTest test, Scope element)
    {
        const double Farthest = 0.999;
        if (test.Left.Measure.Kind is MeasureKind.Text or MeasureKind.Boolean or MeasureKind.Duration)
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
