using NegotiationRules.Text;

namespace NegotiationRules.Testing;

/// <summary>Reads scenario files, each once: many tests start from the same one.</summary>
internal sealed class ScenarioFiles(FileStore store, ReadingLimits limits)
{
    private readonly Dictionary<string, (Scenario? Scenario, IReadOnlyList<Diagnostic> Faults)> _read = new(StringComparer.Ordinal);

    /// <summary>The scenario, or <see langword="null"/> and what is wrong with it.</summary>
    public (Scenario? Scenario, IReadOnlyList<Diagnostic> Faults) Load(string path)
    {
        if (!_read.TryGetValue(path, out var found))
        {
            var bag = new DiagnosticBag();
            var scenario = Scenario.ReadNamed(store, path, limits, OwnFiles.Are(path), bag);
            found = _read[path] = (scenario, bag.ToSorted());
        }

        return found;
    }
}
