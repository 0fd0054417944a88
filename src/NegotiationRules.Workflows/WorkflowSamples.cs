using System.Diagnostics.CodeAnalysis;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows;

/// <summary>Reads workflow files with samples that nobody chose as such: one that contradicts the expressions must not keep the others from
/// being evaluated.</summary>
internal static class WorkflowSamples
{
    /// <summary>As <c>WorkflowFile.TryLoad</c>, but letter case does not matter in samples, and those in which there are errors are
    /// left out.</summary>
    public static bool TryLoad(
        FileStore store,
        string path,
        WorkflowOptions options,
        [NotNullWhen(true)] out WorkflowFile? file,
        out IReadOnlyList<Diagnostic> diagnostics
    )
    {
        options = options with { Samples = SampleSpelling.Unify(options.Samples), SamplesTellWhole = false };
        while (!WorkflowFile.TryLoad(store, path, options, out file, out diagnostics))
        {
            var errors = diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.Place).ToList();
            var sound = options.Samples.Where(sample => !errors.Exists(error => IsIn(sample, error))).ToList();
            if (sound.Count == options.Samples.Count)
            {
                return false;
            }

            options = options with { Samples = sound };
        }

        return true;
    }

    private static bool IsIn(Scenario sample, Place error)
    {
        var span = sample.Root.Span;
        return span.Source is { } source && source.Name == error.File
            && span.ToPlace().Line <= error.Line && error.Line <= span.Slice(Math.Max(0, span.Length - 1), 0).ToPlace().Line;
    }
}
