using NegotiationRules.Syntax;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Reading;

/// <summary>What scenarios give beside the inputs that the workflows of a file read: most often an input that is called otherwise
/// there.</summary>
/// <param name="names">How names are compared.</param>
internal sealed class UnreadInputs(StringComparer names)
{
    private readonly HashSet<string> _read = new(names);
    private readonly List<Name> _given = [];

    /// <summary>Takes note of a workflow.</summary>
    /// <param name="inputs">Its inputs.</param>
    /// <param name="usedFacts">The paths of the facts that its expressions and messages use.</param>
    public void Add(RecordInput inputs, IEnumerable<string> usedFacts)
    {
        if (inputs is not InferredRecord inferred)
        {
            return;
        }

        var unread = inferred.Unread.Select(name => name.Text).ToHashSet(names);
        _given.AddRange(inferred.Unread);
        _read.UnionWith(inferred.MemberNames.Where(name => !unread.Contains(name)));
        _read.UnionWith(usedFacts.Select(path => path.Split('.')[0]));
    }

    /// <summary>Reports each once.</summary>
    public void Report(DiagnosticBag bag)
    {
        var diagnostics = new InputDiagnostics(bag);
        foreach (var name in _given.Where(name => !_read.Contains(name.Text)).DistinctBy(name => name.Text, names))
        {
            diagnostics.Unread(name, _read);
        }
    }
}
