using NegotiationRules.Conditions;

namespace NegotiationRules.Explanation.Outlines;

/// <summary>All that is told of a verdict, however it is rendered.</summary>
/// <param name="Rules">The rules that it is by.</param>
/// <param name="Holder">Whose rules alone count; <see langword="null"/> for all.</param>
/// <param name="Outcome">What became of all stages together.</param>
/// <param name="Outline">The verdict, and under it why.</param>
/// <param name="Summary">What decides, in a line for each stage.</param>
/// <param name="Premises">On what it rests beside the rules.</param>
internal sealed record ExplainedVerdict(
    CheckedRuleSet Rules, string? Holder, StageOutcome Outcome, ExplanationNode Outline, IReadOnlyList<ExplanationNode> Summary,
    Premises Premises);
