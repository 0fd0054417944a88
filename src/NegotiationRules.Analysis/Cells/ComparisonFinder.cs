using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;

namespace NegotiationRules.Analysis.Cells;

/// <summary>Goes over conditions and finds which facts are read, and what each is compared with.</summary>
internal sealed class ComparisonFinder(FixedFacts @fixed)
{
    private readonly HashSet<(Node Node, string Place)> _seen = [];
    private readonly Dictionary<string, string> _apart = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FactType> _read = new(StringComparer.Ordinal);

    /// <summary>What is compared by order, or as equal.</summary>
    public List<ComparedSides> Comparisons { get; } = [];

    /// <summary>Facts that are compared with how many elements there are.</summary>
    public List<Side> Counted { get; } = [];

    /// <summary>Texts that are looked at letter by letter.</summary>
    public List<(Condition Test, SchemaPlace Place)> TextTests { get; } = [];

    /// <summary>The facts that are read, by their paths in the vocabulary.</summary>
    public IReadOnlyDictionary<string, FactType> Read => _read;

    /// <summary>Facts that are worked into new values, so that what is compared with those does not tell their own values apart; and
    /// how.</summary>
    public IReadOnlyDictionary<string, string> WorkedInto => _apart;

    public void Add(Node node, SchemaPlace place)
    {
        if (!_seen.Add((node, place.Text)))
        {
            return;
        }

        if (node.Fact is { } fact && place.KeyOf(fact) is { } key)
        {
            _read[key] = fact.Type;
        }

        switch (node)
        {
            case RelationTest test:
                Compare(test.Left, place, test.Right, place);
                break;
            case TextTest or PatternTest:
                TextTests.Add(((Condition)node, place));
                break;
            case ShareTest share:
                WorkedIn(share.Weight, place.Into(share.List), "it is a weight");
                WorkedIn(share.Bound, place, "a share is compared with it");
                WorkedIn(share.IfNone, place, "it counts as a share");
                break;
            case ShareOfTwo share:
                foreach (var child in share.Children)
                {
                    WorkedIn((Operand)child.Node, place, "it is part of a share");
                }

                break;
            case InOrder order:
                foreach (var limit in order.Limits.Append(order.By))
                {
                    Among(limit, order.By, place.Into(order.List));
                }

                break;
            case Reachable reachable:
                var inner = place.Into(reachable.List).Into(reachable.Between);
                Among(reachable.Item, reachable.Item, inner);
                Compare(reachable.Item, inner, reachable.From, place);
                Compare(reachable.Item, inner, reachable.To, place);
                break;
            case AggregateOperand { Kind: QuantityKind.Sum } sum:
                WorkedIn(sum.Item, place.Into(sum.List), "it is added up");
                break;
            case TableOperand table:
                AddTable(table, place);
                break;
            default:
                break;
        }

        AddSelection(node.List, place);
        foreach (var child in node.Children)
        {
            Add(child.Node, place.Into(child));
        }
    }

    private void AddSelection(ListReference? list, SchemaPlace place)
    {
        if (list?.Selection is not { } selection)
        {
            return;
        }

        var inner = (list.Around is { } depth ? place.At(depth) : place).Into(selection.From);
        foreach (var key in selection.Keys)
        {
            Among(key, key, inner);
        }

        foreach (var number in selection.Numbers)
        {
            Counted.Add(new Side(number, place, @fixed));
        }

        AddSelection(selection.From, place);
    }

    // On each of the days another value comes into force.
    private void AddTable(TableOperand table, SchemaPlace place)
    {
        foreach (var day in table.Days)
        {
            var begin = table.At.Measure.Kind == MeasureKind.Day ? FactValue.Of(new PartialDate(day, day))
                : FactValue.OfUtcTicks(day * TimeSpan.TicksPerDay);
            Compare(table.At, place, new Constant(table.Span, table.At.Measure, begin, null), place);
        }
    }

    private void Compare(Operand left, SchemaPlace leftPlace, Operand right, SchemaPlace rightPlace)
    {
        foreach (var one in Branches.Of(left, leftPlace))
        {
            foreach (var other in Branches.Of(right, rightPlace))
            {
                CompareBranches(one, other);
            }
        }
    }

    private void CompareBranches((Operand Operand, SchemaPlace Place) left, (Operand Operand, SchemaPlace Place) right)
    {
        if (Branches.IsOfList(left.Operand) || Branches.IsOfList(right.Operand))
        {
            CompareWithList(left.Operand, right);
            CompareWithList(right.Operand, left);
            return;
        }

        var comparison = new ComparedSides(new Side(left.Operand, left.Place, @fixed), new Side(right.Operand, right.Place, @fixed));
        Comparisons.Add(comparison with
        {
            IsAmongElements = comparison is { Left.Fact: not null, Right.Fact: not null }
                && comparison.Left.Keys.Intersect(comparison.Right.Keys).Any(),
        });
    }

    private void CompareWithList(Operand worked, (Operand Operand, SchemaPlace Place) other)
    {
        if (worked is CountOperand && !Branches.IsOfList(other.Operand))
        {
            Counted.Add(new Side(other.Operand, other.Place, @fixed));
        }
        else if (Branches.IsOfList(worked))
        {
            WorkedIn(other.Operand, other.Place, "it is compared with what is worked out of a list");
        }
    }

    // Any element may be compared with any other.
    private void Among(Operand left, Operand right, SchemaPlace place) =>
        Comparisons.Add(new ComparedSides(new Side(left, place, @fixed), new Side(right, place, @fixed)) { IsAmongElements = true });

    private void WorkedIn(Operand? operand, SchemaPlace place, string how)
    {
        foreach (var key in operand is null ? [] : new Side(operand, place, @fixed).Keys)
        {
            _apart.TryAdd(key, how);
        }
    }
}
