using NegotiationRules.Evaluation;

namespace NegotiationRules.Explanation.Outlines;

/// <summary>What most lines of an explanation do not have. What hangs on a rule or a stage alone is made once, and many lines share
/// it.</summary>
internal sealed record Asides
{
    /// <summary>Nothing of it.</summary>
    public static Asides None { get; } = new();

    /// <inheritdoc cref="ExplanationNode.Lead"/>
    public string? Lead { get; init; }

    /// <inheritdoc cref="ExplanationNode.RuleId"/>
    public string? RuleId { get; init; }

    /// <inheritdoc cref="ExplanationNode.Sources"/>
    public IReadOnlyList<Citation> Sources { get; init; } = [];

    /// <inheritdoc cref="ExplanationNode.Language"/>
    public string? Language { get; init; }

    /// <inheritdoc cref="ExplanationNode.Short"/>
    public string? Short { get; init; }

    /// <inheritdoc cref="ExplanationNode.Quoted"/>
    public FilledReason? Quoted { get; init; }

    /// <inheritdoc cref="ExplanationNode.Elements"/>
    public Func<IReadOnlyList<ElementOutcome>>? Elements { get; init; }
}
