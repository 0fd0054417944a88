using NegotiationRules.Facts;

namespace NegotiationRules.Analysis.Questions;

/// <summary>What parties are called that are named by an id: as the rules say, or as an element of the scenario with that id is.</summary>
internal static class PartyNames
{
    private const string Id = "id";

    /// <summary>The names by the ids.</summary>
    /// <param name="declared">Those that the rules say.</param>
    /// <param name="scenario">The scenario.</param>
    public static IReadOnlyDictionary<string, string> Of(IReadOnlyDictionary<string, string> declared, FactRecord scenario)
    {
        var names = new Dictionary<string, string>(declared, StringComparer.Ordinal);
        for (var slot = 0; slot < scenario.Type.Properties.Count; slot++)
        {
            if (scenario[slot].IsKnown && scenario.Type.Properties[slot].Type is ListType { Element: RecordType { Label: >= 0 } type } list
                && (list.Key is null ? type.SlotOf(Id) : list.Key is [var key] ? type.SlotOf(key) : -1) is >= 0 and var id)
            {
                foreach (var element in scenario[slot].List.Elements)
                {
                    if (element is { Kind: FactKind.Record, Record: var record }
                        && record[id].Kind == FactKind.Text && record[type.Label].Kind == FactKind.Text)
                    {
                        names.TryAdd(record[id].Text, record[type.Label].Text);
                    }
                }
            }
        }

        return names;
    }
}
