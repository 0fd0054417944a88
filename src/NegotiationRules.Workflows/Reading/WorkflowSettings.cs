using NegotiationRules.Text;
using NegotiationRules.Workflows.Inputs;
using NegotiationRules.Workflows.Translation;

namespace NegotiationRules.Workflows.Reading;

/// <summary>How a workflow file is read.</summary>
/// <param name="Limits">How large it may be.</param>
/// <param name="Translation">How its expressions are to be understood.</param>
internal sealed record WorkflowSettings(ReadingLimits Limits, TranslationOptions Translation)
{
    /// <summary>The facts that it may talk about; <see langword="null"/> if they are made from the types of the inputs.</summary>
    public Vocabulary? Vocabulary { get; init; }

    /// <summary>The types of the inputs; <see langword="null"/> if they are those of the vocabulary, or inferred.</summary>
    public RecordInput? Inputs { get; init; }

    /// <summary>Scenarios to infer types from.</summary>
    public IReadOnlyList<JsonObject> Samples { get; init; } = [];

    /// <summary>Whether numbers are whole that are in all samples.</summary>
    public bool SamplesTellWhole { get; init; } = true;

    /// <summary>Whether rules with errors are left open, each with its diagnostics, instead of refusing the file: they are unknown until
    /// somebody states whether they hold.</summary>
    public bool LeavesFaultyRulesOpen { get; init; }

    /// <summary>What methods of the user's own mean, by their names.</summary>
    public IEnumerable<KeyValuePair<string, string>> Helpers { get; init; } = [];

    public StringComparer Names => Translation.IsCaseSensitive ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase;
}
