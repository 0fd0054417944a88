using NegotiationRules.Analysis.Cells;
using NegotiationRules.Facts;

namespace NegotiationRules.Analysis;

/// <summary>Which facts may have any value, by paths as rules or as scenarios write them.</summary>
internal sealed class FreePaths(IEnumerable<string> paths)
{
    private readonly List<string> _paths = [.. paths];

    /// <summary>Whether a fact in a place is free.</summary>
    /// <param name="key">Its path in the vocabulary: <c>members[].vote</c>.</param>
    /// <param name="path">Its path in a scenario: <c>members[3].vote</c>.</param>
    public bool Contains(string key, string path) => _paths.Exists(free => IsIn(free, path) || IsIn(free, Plain(key)));

    /// <summary>Whether it is in any place.</summary>
    public bool Mention(string key) => _paths.Exists(free => IsIn(Plain(free), Plain(key)));

    /// <summary>The paths of all facts of which nothing is stated.</summary>
    public static IEnumerable<string> Unstated(FactRecord scenario) => Unstated(FactValue.Of(scenario), scenario.Type, string.Empty);

    /// <summary>Whether there is anything of that path, with places or without.</summary>
    public static bool IsPath(Vocabulary vocabulary, string path)
    {
        FactType type = vocabulary.Root;
        foreach (var name in Plain(path).Split('.'))
        {
            while (type is ListType list)
            {
                type = list.Element;
            }

            if (type is not RecordType record || record.SlotOf(name) is not (>= 0 and var slot))
            {
                return false;
            }

            type = record.Properties[slot].Type;
        }

        return true;
    }

    private static IEnumerable<string> Unstated(FactValue value, FactType type, string path) => type switch
    {
        RecordType record => record.Properties.SelectMany((property, slot) => Unstated(
            value.IsKnown ? value.Record[slot] : default, property.Type, SchemaPlace.Inner(path, property.Name))),
        ListType list => value.IsKnown
            ? value.List.Elements.ToArray().SelectMany((element, index) => Unstated(element, list.Element, $"{path}[{index}]")) : [],
        _ => value.IsKnown ? [] : [path],
    };

    // Without places: `members.vote`.
    private static string Plain(string path) =>
        string.Concat(path.Split('[').Select((part, i) => i == 0 ? part : part[(part.IndexOf(']') + 1)..]));

    private static bool IsIn(string free, string path) =>
        path.StartsWith(free, StringComparison.Ordinal) && (path.Length == free.Length || path[free.Length] is '.' or '[');
}
