using System.Diagnostics.CodeAnalysis;
using NegotiationRules.Testing;
using NegotiationRules.Text;

namespace NegotiationRules.Workflows;

/// <summary>Lets tests files name a workflow file as their rules. The types of its inputs are inferred from the scenarios of the tests too,
/// unless they are given.</summary>
/// <param name="options">How to read workflow files.</param>
internal sealed class WorkflowTests(WorkflowOptions options) : IForeignRules
{
    /// <summary>As <see cref="RuleTests.TryLoad(string, RuleSetOptions?, out RuleTests?, out IReadOnlyList{Diagnostic})"/>, where
    /// <c>rules</c> may be a workflow file.</summary>
    public static bool TryLoad(
        string path, RuleSetOptions rules, WorkflowOptions workflows,
        [NotNullWhen(true)] out RuleTests? tests,
        out IReadOnlyList<Diagnostic> diagnostics
    ) => RuleTests.TryLoad(path, rules, new WorkflowTests(workflows), out tests, out diagnostics);

    public bool Reads(FileStore store, string path) => WorkflowContent.IsIn(store, path);

    public IReadOnlyList<ForeignRules> Read(FileStore store, string path, IReadOnlyList<Scenario> samples, DiagnosticBag bag)
    {
        var reading = options with { Samples = [.. options.Samples, .. samples] };
        if (WorkflowSamples.TryLoad(store, path, reading, out var file, out var diagnostics))
        {
            return [.. file.Workflows.Select(w => new ForeignRules(w.RuleSet, w.Fit, w.FitPath))];
        }

        foreach (var diagnostic in diagnostics)
        {
            bag.Add(diagnostic);
        }

        return [];
    }
}
