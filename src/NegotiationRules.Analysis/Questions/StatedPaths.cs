using NegotiationRules.Analysis.Cells;
using NegotiationRules.Facts;

namespace NegotiationRules.Analysis.Questions;

/// <summary>What a scenario states, by paths in it: facts that are known, elements, and lists of which all elements are known.</summary>
internal sealed class StatedPaths
{
    private readonly HashSet<string> _paths = new(StringComparer.Ordinal);

    public StatedPaths(FactRecord scenario) => Add(FactValue.Of(scenario), string.Empty);

    public bool Contains(string path) => _paths.Contains(path);

    /// <summary>Whether a fact lies in an element that is not there yet.</summary>
    public bool IsInNew(string path)
    {
        var end = path.LastIndexOf(']');
        return end >= 0 && !_paths.Contains(path[..(end + 1)]);
    }

    private void Add(FactValue value, string path)
    {
        switch (value.Kind)
        {
            case FactKind.Record:
                _paths.Add(path);
                for (var slot = 0; slot < value.Record.Values.Length; slot++)
                {
                    Add(value.Record[slot], SchemaPlace.Inner(path, value.Record.Type.Properties[slot].Name));
                }

                break;
            case FactKind.List:
                for (var i = 0; i < value.List.Count; i++)
                {
                    _paths.Add($"{path}[{i}]");
                    Add(value.List[i], $"{path}[{i}]");
                }

                if (value.List.IsComplete)
                {
                    _paths.Add(path);
                }

                break;
            case FactKind.Unknown:
                break;
            default:
                _paths.Add(path);
                break;
        }
    }
}
