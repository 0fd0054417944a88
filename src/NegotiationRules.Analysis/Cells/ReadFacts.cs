using NegotiationRules.Conditions;
using NegotiationRules.Facts;

namespace NegotiationRules.Analysis.Cells;

/// <summary>Finds what conditions read, by the paths of facts in the vocabulary.</summary>
internal static class ReadFacts
{
    /// <summary>The facts that are read by any of the conditions.</summary>
    public static IReadOnlySet<string> Of(RecordType scenario, IEnumerable<Condition> conditions)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<(Node, string)>();
        foreach (var condition in conditions)
        {
            Add(condition, SchemaPlace.Of(scenario), found, seen);
        }

        return found;
    }

    private static void Add(Node node, SchemaPlace place, HashSet<string> found, HashSet<(Node Node, string Place)> seen)
    {
        if (!seen.Add((node, place.Text)))
        {
            return;
        }

        if (node.Fact is { } fact && place.KeyOf(fact) is { } key)
        {
            found.Add(key);
        }

        foreach (var child in node.Children)
        {
            Add(child.Node, place.Into(child), found, seen);
        }
    }
}
