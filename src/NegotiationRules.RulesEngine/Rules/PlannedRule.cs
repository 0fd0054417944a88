namespace NegotiationRules.RulesEngine.Rules;

/// <summary>A rule of a workflow and how it is evaluated.</summary>
/// <param name="Rule">The rule as it was registered.</param>
/// <param name="Node">How it is evaluated here; <see langword="null"/> if it is always handed over.</param>
internal sealed record PlannedRule(ModelRule Rule, RuleNode? Node)
{
    /// <summary>Why it is always handed over, as a message for people; empty if it is not.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>The place of its fault among the conditions: where that is not certainly false, it is handed over. -1 if it has
    /// none.</summary>
    public int Fault { get; init; } = -1;
}
