using NegotiationRules.Facts;

namespace NegotiationRules.Analysis.Cells;

/// <summary>What a scenario states, by the paths of facts in the vocabulary; and unknown, where it states nothing in some place.</summary>
internal static class StatedValues
{
    public static ILookup<string, FactValue> Of(FactRecord scenario)
    {
        var found = new List<(string Key, FactValue Value)>();
        Add(FactValue.Of(scenario), scenario.Type, string.Empty, found);

        // What is known comes first.
        return found.OrderBy(pair => !pair.Value.IsKnown).ToLookup(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
    }

    private static void Add(FactValue value, FactType type, string key, List<(string Key, FactValue Value)> found)
    {
        switch (type)
        {
            case RecordType record:
                for (var slot = 0; slot < record.Properties.Count; slot++)
                {
                    var property = record.Properties[slot];
                    Add(value.IsKnown ? value.Record[slot] : default, property.Type, SchemaPlace.Inner(key, property.Name), found);
                }

                break;
            case ListType list:
                foreach (var element in value.IsKnown ? value.List.Elements : [])
                {
                    Add(element, list.Element, $"{key}[]", found);
                }

                // Of those that there may be besides nothing is known.
                if (!value.IsKnown || !value.List.IsComplete)
                {
                    Add(default, list.Element, $"{key}[]", found);
                }

                break;
            default:
                found.Add((key, value));
                break;
        }
    }
}
