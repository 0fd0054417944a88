using NegotiationRules.Conditions;
using NegotiationRules.Facts;

namespace NegotiationRules.Analysis.Cells;

/// <summary>Finds the facts of which it matters whether they are known: others may be taken to be known, as what is so while a fact is
/// unknown is so whatever it is.</summary>
internal sealed class AskedWhetherKnown
{
    private readonly HashSet<(Node Node, string Place, bool IsSettled)> _seen = [];
    private readonly HashSet<string> _found = new(StringComparer.Ordinal);

    /// <param name="scenario">The type of a scenario.</param>
    /// <param name="conditions">What is asked of it.</param>
    public AskedWhetherKnown(RecordType scenario, IEnumerable<Condition> conditions)
    {
        foreach (var condition in conditions)
        {
            Add(condition, SchemaPlace.Of(scenario), isSettled: false);
        }
    }

    /// <summary>Whether it is asked of any fact.</summary>
    public bool IsAny => _found.Count > 0;

    /// <summary>Whether it is asked of a fact or a list, or of an object that it is in.</summary>
    public bool Contains(string key) => _found.Contains(key)
        || _found.Any(outer => key.StartsWith(outer, StringComparison.Ordinal) && key[outer.Length] is '.' or '[');

    private void Add(Node node, SchemaPlace place, bool isSettled)
    {
        if (!_seen.Add((node, place.Text, isSettled)))
        {
            return;
        }

        // Whether what is worked out of facts is settled hangs on each of them, and on the lists it is worked out of.
        isSettled |= node is SettledTest;
        if (node.Fact is { } fact && (node is KnownTest || isSettled) && place.KeyOf(fact) is { } key)
        {
            _found.Add(key);
        }

        if (isSettled && node.List is { } list)
        {
            AddLevels(list, place);
        }

        foreach (var child in node.Children)
        {
            Add(child.Node, place.Into(child), isSettled);
        }
    }

    private void AddLevels(ListReference list, SchemaPlace place)
    {
        place = list.Around is { } depth ? place.At(depth) : place;
        if (list.Selection is { } selection)
        {
            AddLevels(selection.From, place);
            return;
        }

        for (var level = 0; level < list.Levels.Length; level++)
        {
            var outer = level == 0 ? place : place.Into(list with { Levels = list.Levels[..level] });
            if (outer.KeyOf(list.Levels[level]) is { } key)
            {
                _found.Add(key);
            }
        }
    }
}
