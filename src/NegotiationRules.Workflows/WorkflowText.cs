namespace NegotiationRules.Workflows;

/// <summary>A workflow file that was written from a rule set, and what it cannot say.</summary>
/// <remarks>Immutable and safe to share between threads.</remarks>
public sealed class WorkflowText
{
    internal WorkflowText(string json, IReadOnlyList<string> names, IReadOnlyList<Diagnostic> losses)
    {
        Json = json;
        WorkflowNames = names;
        Losses = losses;
    }

    /// <summary>The text of the file: one workflow, or a list with one for each stage.</summary>
    public string Json { get; }

    /// <summary>The names of the workflows, in the order of the file: that of the rule set, or <c>NAME/stage</c> where it has several
    /// stages.</summary>
    public IReadOnlyList<string> WorkflowNames { get; }

    /// <summary>What is lost, sorted by file and position: an error for each rule that has no counterpart and never succeeds there,
    /// warnings for the rest.</summary>
    public IReadOnlyList<Diagnostic> Losses { get; }

    /// <summary>The text of the file.</summary>
    public override string ToString() => Json;
}
