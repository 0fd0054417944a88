using System.Diagnostics.CodeAnalysis;
using NegotiationRules.Cli.Files;
using NegotiationRules.Text;
using NegotiationRules.Workflows;

namespace NegotiationRules.Cli.Sources;

/// <summary>How a command reads workflow files.</summary>
/// <param name="Vocabulary">The facts of the inputs; <see langword="null"/> to infer them.</param>
/// <param name="MissingIsNull">Whether what a scenario lacks is <c>null</c>, as in RulesEngine, instead of unknown.</param>
/// <param name="Helpers">What methods mean that expressions call and nobody knows, by name.</param>
internal sealed record WorkflowReading(Vocabulary? Vocabulary, bool MissingIsNull, IReadOnlyList<(string Name, string Meaning)> Helpers)
{
    /// <summary>Where files are read from.</summary>
    public FileStore Files { get; init; } = FileStore.Disk;

    /// <summary>The same for the library.</summary>
    public WorkflowOptions Options => Helpers.Aggregate(
        new WorkflowOptions { Vocabulary = Vocabulary, MissingIsUnknown = !MissingIsNull },
        (options, helper) => options.WithHelper(helper.Name, helper.Meaning));

    /// <summary>Reads a file. Types are inferred from the scenarios in the folder <c>scenarios</c> beside it too.</summary>
    /// <param name="path">The file.</param>
    /// <param name="samples">Further scenarios to infer from; asked for only if types are inferred at all.</param>
    /// <param name="file">The workflows, unless there are errors.</param>
    /// <param name="diagnostics">What was found.</param>
    public bool TryRead(
        string path,
        Func<IEnumerable<Scenario>> samples,
        [NotNullWhen(true)] out WorkflowFile? file,
        out IReadOnlyList<Diagnostic> diagnostics
    )
    {
        var options = Vocabulary is null
            ? Options with
            {
                Samples = [.. samples(), .. SampleScenarios.Load(SampleScenarios.Beside(path), Files)],
            }
            : Options;
        return WorkflowSamples.TryLoad(Files, path, options, out file, out diagnostics);
    }
}
