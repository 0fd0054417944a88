using NegotiationRules.Analysis.Cells;
using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;

namespace NegotiationRules.Analysis.Questions;

/// <summary>What conditions do with lists: which they go over, what they add up in them, and how many elements they ask for.</summary>
internal sealed class RuleReadings
{
    private readonly HashSet<(Node Node, string Place)> _seen = [];
    private readonly HashSet<string> _weights = new(StringComparer.Ordinal);
    private readonly HashSet<string> _weighed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _asked = new(StringComparer.Ordinal);

    public RuleReadings(RecordType scenario, IEnumerable<Condition> conditions)
    {
        var root = SchemaPlace.Of(scenario);
        foreach (var condition in conditions)
        {
            Add(condition, root);
        }
    }

    /// <summary>Whether the fact is worked into a sum or a share, by its path in the vocabulary.</summary>
    public bool IsWeight(string key) => _weights.Contains(key);

    /// <summary>Whether the elements of a list are weighed, by its path in the vocabulary.</summary>
    public bool IsWeighed(string list) => _weighed.Contains(list);

    /// <summary>How many elements of a list rules ask for at most: 0 of one that no rule goes over.</summary>
    public int AskedOf(string list) => _asked.GetValueOrDefault(list);

    private void Add(Node node, SchemaPlace place)
    {
        if (!_seen.Add((node, place.Text)))
        {
            return;
        }

        switch (node)
        {
            case ShareTest { Weight: { } weight } share:
                Weigh(weight, share.List, place);
                break;
            case AggregateOperand { Kind: QuantityKind.Sum } sum:
                Weigh(sum.Item, sum.List, place);
                break;
            case RelationTest { Left: CountOperand count, Right: Constant { Value: { Kind: FactKind.Exact, Steps: var number } } }:
                Ask(count.List, place, (int)Math.Clamp(number + 1, 1, int.MaxValue));
                break;
            case InOrder order:
                Ask(order.List, place, order.Number);
                break;
            default:
                break;
        }

        if (node.List is { } list)
        {
            Ask(list, place, 1);
        }

        foreach (var child in node.Children)
        {
            Add(child.Node, place.Into(child));
        }
    }

    private void Weigh(Operand weight, ListReference list, SchemaPlace place)
    {
        var inner = place.Into(list);
        foreach (var fact in weight.All().Select(node => node.Fact).OfType<FactReference>())
        {
            if (inner.KeyOf(fact) is { } key)
            {
                _weights.Add(key);
            }
        }

        _weighed.UnionWith(KeysOf(list, place));
    }

    private void Ask(ListReference list, SchemaPlace place, int number)
    {
        foreach (var key in KeysOf(list, place))
        {
            _asked[key] = Math.Max(_asked.GetValueOrDefault(key), number);
        }
    }

    private static IEnumerable<string> KeysOf(ListReference list, SchemaPlace place)
    {
        place = list.Around is { } depth ? place.At(depth) : place;
        if (list.Selection is { } selection)
        {
            foreach (var key in KeysOf(selection.From, place))
            {
                yield return key;
            }

            yield break;
        }

        foreach (var level in list.Levels)
        {
            if (place.KeyOf(level) is not { } key)
            {
                yield break;
            }

            yield return key;
            place = place.Into(new ListReference { Path = level.Path, Levels = [level], Element = ((ListType)level.Type).Element });
        }
    }
}
