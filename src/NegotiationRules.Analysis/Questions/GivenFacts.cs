using NegotiationRules.Analysis.Cells;
using NegotiationRules.Facts;

namespace NegotiationRules.Analysis.Questions;

/// <summary>The facts of a scenario that all scenarios which are asked about share.</summary>
internal sealed class GivenFacts
{
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);
    private readonly HashSet<string> _stated = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _lengths = new(StringComparer.Ordinal);

    public GivenFacts(FactRecord facts)
    {
        Facts = facts;
        Add(FactValue.Of(facts), facts.Type, string.Empty);
    }

    public FactRecord Facts { get; }

    /// <summary>Whether a fact, by its path in the vocabulary, is as it is stated wherever it is.</summary>
    public bool IsFixed(string key) => _stated.Contains(key) && !_open.Contains(key) && !Around(key).Any(_open.Contains);

    /// <summary>How many elements a list has that is complete wherever it is; <see langword="null"/> if it may have more.</summary>
    public int? LengthOf(string list) =>
        _open.Contains(list) || Around(list).Any(_open.Contains) ? null : _lengths.TryGetValue(list, out var length) ? length : null;

    // The lists that a fact is in the elements of.
    private static IEnumerable<string> Around(string key)
    {
        for (var at = key.IndexOf("[]", StringComparison.Ordinal); at >= 0; at = key.IndexOf("[]", at + 1, StringComparison.Ordinal))
        {
            yield return key[..at];
        }
    }

    private void Add(FactValue value, FactType type, string key)
    {
        switch (type)
        {
            case RecordType record:
                for (var slot = 0; slot < record.Properties.Count; slot++)
                {
                    var property = record.Properties[slot];
                    Add(value.IsKnown ? value.Record[slot] : default, property.Type, SchemaPlace.Inner(key, property.Name));
                }

                break;
            case ListType list:
                if (!value.IsKnown || !value.List.IsComplete)
                {
                    _open.Add(key);
                }

                foreach (var element in value.IsKnown ? value.List.Elements : [])
                {
                    Add(element, list.Element, $"{key}[]");
                }

                _lengths[key] = Math.Max(_lengths.GetValueOrDefault(key), value.IsKnown ? value.List.Count : 0);
                break;
            default:
                (value.IsKnown ? _stated : _open).Add(key);
                break;
        }
    }
}
