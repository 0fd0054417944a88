using NegotiationRules.Conditions;
using NegotiationRules.Facts;

namespace NegotiationRules.Analysis.Questions;

/// <summary>For the name of a fact those that stand beside it and are as it is, so that one may be taken for the other.</summary>
internal sealed class SiblingFacts
{
    private readonly Dictionary<string, HashSet<string>> _siblings = new(StringComparer.Ordinal);

    /// <param name="scenario">The type of a scenario.</param>
    public SiblingFacts(RecordType scenario) => Add(scenario, []);

    /// <summary>The path with a sibling in the place of its last name: of each object that has such a fact, the next one in the order of
    /// the vocabulary.</summary>
    public IEnumerable<string> Of(string path)
    {
        var last = path.LastIndexOf('.') + 1;
        return _siblings.TryGetValue(path[last..], out var siblings) ? siblings.Select(name => path[..last] + name) : [];
    }

    private void Add(FactType type, HashSet<RecordType> seen)
    {
        if (type is ListType list)
        {
            Add(list.Element, seen);
        }

        if (type is not RecordType record || !seen.Add(record))
        {
            return;
        }

        for (var slot = 0; slot < record.Properties.Count; slot++)
        {
            var property = record.Properties[slot];
            Add(property.Type, seen);
            var others = record.Properties.Skip(slot + 1).Concat(record.Properties.Take(slot));
            if (others.FirstOrDefault(other => AreAlike(property.Type, other.Type)) is { } next)
            {
                if (!_siblings.TryGetValue(property.Name, out var siblings))
                {
                    _siblings.Add(property.Name, siblings = new HashSet<string>(StringComparer.Ordinal));
                }

                siblings.Add(next.Name);
            }
        }
    }

    private static bool AreAlike(FactType one, FactType other) => (one, other) switch
    {
        (TextType { Values: var values }, TextType { Values: var others }) =>
            values is null || others is null ? values == others : values.SequenceEqual(others, StringComparer.Ordinal),
        _ => Measure.Of(one) is { } measure && Measure.Of(other) == measure,
    };
}
