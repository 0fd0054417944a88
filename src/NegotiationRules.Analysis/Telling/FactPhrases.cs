using NegotiationRules.Analysis.Cells;
using NegotiationRules.Conditions;
using NegotiationRules.Explanation.Wording;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;

namespace NegotiationRules.Analysis.Telling;

/// <summary>What conditions read whatever the scenario, by paths in the vocabulary, and what that is called: "whether the agreement is
/// legally binding", "the services of the delegates".</summary>
internal sealed class FactPhrases
{
    private readonly Dictionary<string, string> _facts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _lists = new(StringComparer.Ordinal);

    /// <param name="scenario">The type of a scenario.</param>
    /// <param name="nodes">The conditions.</param>
    public FactPhrases(RecordType scenario, IEnumerable<Node> nodes)
    {
        foreach (var node in nodes)
        {
            Add(node, SchemaPlace.Of(scenario), Naming.Root(scenario));
        }
    }

    /// <summary>What the facts that are read for themselves are called, by their paths.</summary>
    public IReadOnlyDictionary<string, string> Facts => _facts;

    /// <summary>What the lists that are gone over are called, by their paths.</summary>
    public IReadOnlyDictionary<string, string> Lists => _lists;

    private void Add(Node node, SchemaPlace place, Naming at)
    {
        if (node.Fact is { } fact && place.KeyOf(fact) is { } key)
        {
            _facts.TryAdd(key, NameOf(fact, at));
        }

        if (node.List is { } list)
        {
            AddLists(list, place, at);
        }

        foreach (var child in node.Children)
        {
            var naming = child.IsInScenario ? at.Level(0) : child.List is { } inner ? at.Enter(inner) : at;
            Add(child.Node, place.Into(child), naming);
        }
    }

    private void AddLists(ListReference list, SchemaPlace place, Naming at)
    {
        place = list.Around is { } depth ? place.At(depth) : place;
        if (list.Selection is { } selection)
        {
            AddLists(selection.From, place, at.Around(list));
            return;
        }

        for (var level = 0; level < list.Levels.Length; level++)
        {
            if (place.KeyOf(list.Levels[level]) is { } key)
            {
                _lists.TryAdd(key, $"which {ListWords.Of(list, at).Plural} there are");
            }

            place = place.Into(list with { Levels = [list.Levels[level]], Names = [] });
        }
    }

    private static string NameOf(FactReference fact, Naming at)
    {
        var level = at.Level(fact.Depth);
        if (!level.IsAny || fact.Slots.IsEmpty)
        {
            return ConditionWording.Question(fact, at);
        }

        var noun = level.Name.Replace("the ", string.Empty, StringComparison.Ordinal);
        return ConditionWording.QuestionOfAll(fact, level, $"the {Nouns.PluralOf(noun)}");
    }
}
