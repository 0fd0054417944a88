using NegotiationRules.Facts;

namespace NegotiationRules.Analysis.Cells;

/// <summary>What a scenario states, by the paths of facts in the vocabulary.</summary>
internal static class StatedValues
{
    public static ILookup<string, FactValue> Of(FactRecord scenario)
    {
        var found = new List<(string Key, FactValue Value)>();
        Add(FactValue.Of(scenario), string.Empty, found);
        return found.ToLookup(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
    }

    private static void Add(FactValue value, string key, List<(string Key, FactValue Value)> found)
    {
        switch (value.Kind)
        {
            case FactKind.Unknown:
                break;
            case FactKind.Record:
                for (var slot = 0; slot < value.Record.Values.Length; slot++)
                {
                    Add(value.Record[slot], SchemaPlace.Inner(key, value.Record.Type.Properties[slot].Name), found);
                }

                break;
            case FactKind.List:
                foreach (var element in value.List.Elements)
                {
                    Add(element, $"{key}[]", found);
                }

                break;
            default:
                found.Add((key, value));
                break;
        }
    }
}
