using NegotiationRules.Analysis.Cells;
using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;

namespace NegotiationRules.Analysis.Questions;

/// <summary>What conditions do with lists: which they go over, what they add up in them, and how many elements they may need.</summary>
internal sealed class RuleReadings
{
    private readonly HashSet<(Node Node, string Place)> _seen = [];
    private readonly HashSet<string> _weights = new(StringComparer.Ordinal);
    private readonly HashSet<string> _lists = new(StringComparer.Ordinal);
    private readonly ListBounds _bounds;

    public RuleReadings(RecordType scenario, IReadOnlyList<Condition> conditions)
    {
        _bounds = new ListBounds(scenario, conditions, mayBeUnknown: true);
        var root = SchemaPlace.Of(scenario);
        foreach (var condition in conditions)
        {
            Add(condition, root);
        }
    }

    /// <summary>Whether the fact is worked into a sum or a share, by its path in the vocabulary.</summary>
    public bool IsWeight(string key) => _weights.Contains(key);

    /// <summary>Whether any rule goes over a list, by its path in the vocabulary.</summary>
    public bool GoesOver(string list) => _lists.Contains(list);

    /// <summary>How many elements added to a list are enough, whatever they are for; <see langword="null"/> if there is no
    /// telling.</summary>
    public int? EnoughOf(string list) => _bounds.Of(list);

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
            default:
                break;
        }

        if (node.List is { } list)
        {
            _lists.UnionWith(KeysOf(list, place));
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
