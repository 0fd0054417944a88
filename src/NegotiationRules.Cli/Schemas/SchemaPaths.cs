using System.Text.Json.Nodes;
using static NegotiationRules.Schemas.SchemaNodes;

namespace NegotiationRules.Cli.Schemas;

/// <summary>The paths by which rules may name facts: from the scenario, and from the elements of each list.</summary>
internal sealed class SchemaPaths
{
    private readonly SortedDictionary<string, List<JsonObject>> _facts = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _inElements = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _lists = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _inLists = new(StringComparer.Ordinal);

    public SchemaPaths(Vocabulary vocabulary)
    {
        var root = JsonNode.Parse(vocabulary.ToJsonSchema())!.AsObject();
        AddFacts(root, string.Empty, isElement: false);
        AddLists(root, string.Empty, isInList: false);
    }

    /// <summary>Facts by path; several types where elements of several lists have a fact of that name.</summary>
    public SortedDictionary<string, List<JsonObject>> Facts => _facts;

    /// <summary>The paths that start at an element, and so may follow the name of one.</summary>
    public IReadOnlyCollection<string> InElements => _inElements;

    /// <summary>Lists, also those that run through other lists.</summary>
    public IReadOnlyCollection<string> Lists => _lists;

    /// <summary>Facts of elements behind the path of their list, for sums and the like.</summary>
    public IReadOnlyCollection<string> InLists => _inLists;

    private void AddFacts(JsonObject record, string before, bool isElement)
    {
        foreach (var (name, schema) in PropertiesOf(record))
        {
            var path = before + name;
            if (IsRecord(schema))
            {
                AddFacts(schema, path + ".", isElement);
                continue;
            }

            if (!_facts.TryGetValue(path, out var types))
            {
                _facts[path] = types = [];
            }

            if (!types.Any(type => JsonNode.DeepEquals(type, schema)))
            {
                types.Add(schema);
            }

            if (isElement)
            {
                _inElements.Add(path);
            }

            if (IsList(schema) && IsRecord(ElementOf(schema)))
            {
                AddFacts(ElementOf(schema), string.Empty, isElement: true);
                AddLists(ElementOf(schema), string.Empty, isInList: false);
            }
        }
    }

    private void AddLists(JsonObject record, string before, bool isInList)
    {
        foreach (var (name, schema) in PropertiesOf(record))
        {
            var path = before + name;
            if (IsRecord(schema))
            {
                AddLists(schema, path + ".", isInList);
            }
            else if (IsList(schema))
            {
                _lists.Add(path);
                if (IsRecord(ElementOf(schema)))
                {
                    AddLists(ElementOf(schema), path + ".", isInList: true);
                }
            }
            else if (isInList)
            {
                _inLists.Add(path);
            }
        }
    }
}
