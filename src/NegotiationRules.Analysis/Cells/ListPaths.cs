using NegotiationRules.Facts;

namespace NegotiationRules.Analysis.Cells;

/// <summary>The lists of a vocabulary, by the paths that people give them: <c>delegations.delegates</c>.</summary>
internal static class ListPaths
{
    public static IReadOnlyList<string> In(RecordType scenario) => [.. Of(scenario, string.Empty).Distinct()];

    private static IEnumerable<string> Of(FactType type, string path) => type switch
    {
        RecordType record => record.Properties.SelectMany(property => Of(property.Type, SchemaPlace.Inner(path, property.Name))),
        ListType list => Of(list.Element, path).Prepend(path),
        _ => [],
    };
}
