using System.Collections.Immutable;
using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;

namespace NegotiationRules.Analysis.Cells;

/// <summary>How many elements of each list are enough: whatever conditions are in a scenario, they are in one with no more of
/// them.</summary>
/// <remarks>
/// <para>Each condition that goes over a list keeps as many elements as show what it is, and all others may go: a quantifier one, a
/// count as many as it is compared with, a least or greatest value the one that has it, an order one a step. What is asked of each element
/// of an outer list counts once for each of those. Where that comes round to the same list, there is no bound; nor is there one for sums,
/// shares, and counts that are compared with anything but numbers.</para>
/// <para>Both truths are kept, so that it holds for conditions and their negations alike.</para>
/// </remarks>
internal sealed class ListBounds
{
    // Beyond, nobody knows how many are enough. What is counted stops one beyond it, so that it is not taken for just so many.
    private const int Most = 10_000;

    private readonly Dictionary<string, Dictionary<Demand, int?>> _demands = new(StringComparer.Ordinal);
    private readonly HashSet<(Node Node, string Place)> _seen = [];
    private readonly Dictionary<string, int?> _bounds = new(StringComparer.Ordinal);
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);
    private readonly int _extremes;

    /// <param name="scenario">The type of a scenario.</param>
    /// <param name="conditions">What is asked of it.</param>
    /// <param name="mayBeUnknown">Whether facts may be unknown: a least value then has two ends.</param>
    public ListBounds(RecordType scenario, IEnumerable<Condition> conditions, bool mayBeUnknown)
    {
        _extremes = mayBeUnknown ? 2 : 1;
        foreach (var condition in conditions)
        {
            Add(condition, SchemaPlace.Of(scenario), [new Entered(null, 0, 1)]);
        }
    }

    /// <summary>The lists that are gone over, by their paths in the vocabulary.</summary>
    public IEnumerable<string> Lists => _demands.Keys;

    /// <summary>How many elements are enough, of a list in each element that it is in; <see langword="null"/> if there is no
    /// telling.</summary>
    public int? Of(string list)
    {
        if (_bounds.TryGetValue(list, out var known))
        {
            return known;
        }

        if (!_open.Add(list))
        {
            return null;
        }

        int? sum = 0;
        foreach (var (demand, need) in _demands.GetValueOrDefault(list) ?? [])
        {
            var times = demand.Lists.Length == 0 ? demand.Times
                : demand.Lists.Split('\n').Aggregate((long?)demand.Times, (product, outer) => product * Of(outer));
            sum = sum + (need * times) is { } total and <= Most ? (int)total : null;
        }

        _open.Remove(list);
        return _bounds[list] = sum;
    }

    /// <summary>Of a list of which there is no telling, how many are asked for where that can be told.</summary>
    public int NamedOf(string list) => (_demands.GetValueOrDefault(list) ?? []).Where(demand => demand.Key.Lists.Length == 0)
        .Sum(demand => demand.Value is { } need ? (int)Math.Min(need * demand.Key.Times, Most) : 0);

    private void Add(Node node, SchemaPlace place, ImmutableArray<Entered> chain)
    {
        if (!_seen.Add((node, place.Text)))
        {
            return;
        }

        if (node is RelationTest { Left: var left, Right: var right } test && Counted(left) is { } count
            && Threshold(test.Relation, right, place) is { } enough)
        {
            GoOver(count, enough, place, chain);
            AddAll(count.Children, place, chain);
            Add(right, place, chain);
            return;
        }

        switch (node)
        {
            case Quantified:
                GoOver(node, 1, place, chain);
                break;
            case InOrder order:
                GoOver(node, order.Steps.Length, place, chain);
                break;
            case AggregateOperand { Kind: not QuantityKind.Sum }:
                GoOver(node, _extremes, place, chain);
                break;
            case OnlyOperand:
                GoOver(node, _extremes + 1, place, chain);
                break;
            case not Defined when node.List is not null:
                GoOver(node, null, place, chain);
                break;
            default:
                break;
        }

        AddAll(node.Children, place, chain);
    }

    private void AddAll(ImmutableArray<Child> children, SchemaPlace place, ImmutableArray<Entered> chain)
    {
        foreach (var child in children)
        {
            var inner = child.IsInScenario ? chain[..1] : child.List is { } list ? Enter(list, place, chain) : chain;
            Add(child.Node, place.Into(child), inner);
        }
    }

    private static CountOperand? Counted(Operand operand) =>
        operand is NamedOperand named ? Counted(named.Meaning) : operand as CountOperand;

    // How many there must be, or be too many, for a count to be decided against numbers.
    private static int? Threshold(Relation relation, Operand bound, SchemaPlace place)
    {
        var most = 0;
        foreach (var (number, _) in Branches.Of(bound, place))
        {
            if (number is not Constant { Measure: { Kind: MeasureKind.Exact, Scale: var scale }, Value.Steps: var steps })
            {
                return null;
            }

            var unit = (Int128)Math.Pow(10, scale);
            var below = steps < 0 ? -1 : steps / unit;
            var turns = relation is Relation.GreaterOrEqual or Relation.Less && below * unit == steps ? below : below + 1;
            most = (int)Int128.Max(most, Int128.Min(turns, Most + 1));
        }

        return most;
    }

    private void GoOver(Node node, int? need, SchemaPlace place, ImmutableArray<Entered> chain)
    {
        var list = node.List!;
        for (; list.Selection is { } selection; list = selection.From with { Around = selection.From.Around ?? list.Around })
        {
            // Those that stand first stay so, and with them those that are left out.
            need = selection.Distinct.IsEmpty && selection.Numbers.All(number => number is Constant)
                ? need + selection.Numbers.Sum(number => (int)Math.Min(((Constant)number).Value.Steps, Most + 1)) : null;
        }

        var (reads, entered) = (node.Reach, Enter(list, place, chain));
        var start = list.Around ?? chain.Length - 1;
        if (list.IsParameter)
        {
            return;
        }

        var owned = Owners(entered, list.Levels[0].Depth).ToHashSet();
        var outer = Enumerable.Range(1, chain.Length - 1).Where(depth => !reads.IsOutside(depth))
            .SelectMany(depth => Owners(chain, depth)).Where(depth => !owned.Contains(depth)).Distinct().Order().ToList();
        var demand = new Demand(
            node,
            string.Join('\n', outer.Select(depth => chain[depth].List).OfType<string>()),
            outer.Where(depth => chain[depth].List is null)
                .Aggregate(1L, (product, depth) => Math.Min(product * chain[depth].Count, Most + 1)));
        foreach (var key in entered[(start + 1)..].Select(level => level.List).OfType<string>())
        {
            if (!_demands.TryGetValue(key, out var demands))
            {
                _demands.Add(key, demands = []);
            }

            demands[demand] = demands.TryGetValue(demand, out var before) ? Larger(before, need) : need;
        }
    }

    private static int? Larger(int? one, int? other) => one is { } a && other is { } b ? Math.Max(a, b) : null;

    // The elements that an element is in: there are as many as those that it was told from.
    private static IEnumerable<int> Owners(ImmutableArray<Entered> chain, int depth)
    {
        for (; depth > 0; depth = chain[depth].Owner)
        {
            yield return depth;
        }
    }

    private static ImmutableArray<Entered> Enter(ListReference list, SchemaPlace place, ImmutableArray<Entered> chain)
    {
        chain = list.Around is { } depth ? chain[..(depth + 1)] : chain;
        if (list.Selection is { } selection)
        {
            return Enter(selection.From, place.At(chain.Length - 1), chain);
        }

        if (list.IsParameter)
        {
            return chain.Add(new Entered(null, 0, list.Values.Length));
        }

        for (var level = 0; level < list.Levels.Length; level++)
        {
            var outer = level == 0 ? place.At(chain.Length - 1) : place.Into(list with { Levels = list.Levels[..level] });
            var inner = place.Into(list with { Levels = list.Levels[..(level + 1)] });
            var key = outer.KeyOf(list.Levels[level]);
            chain = chain.Add(new Entered(key, list.Levels[level].Depth, key is null ? inner.Values.Length : 1));
        }

        return chain;
    }

    /// <param name="List">The list that the element is in; <see langword="null"/> if it is written out.</param>
    /// <param name="Owner">How deep the element is that the list is in.</param>
    /// <param name="Count">How many elements are written out.</param>
    private readonly record struct Entered(string? List, int Owner, int Count);

    /// <param name="Node">What goes over the list.</param>
    /// <param name="Lists">For each element of which lists it does so, a line each.</param>
    /// <param name="Times">For how many elements that are written out.</param>
    private readonly record struct Demand(Node Node, string Lists, long Times);
}
