namespace NegotiationRules.Evaluation;

/// <summary>A rule whose outcome is another than before.</summary>
internal readonly record struct LaneFlip(int Rule, RuleOutcome Before, RuleOutcome After);
