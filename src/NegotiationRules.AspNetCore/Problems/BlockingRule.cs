namespace NegotiationRules.AspNetCore.Problems;

/// <summary>What an answer tells of a rule that keeps a stage from being valid.</summary>
/// <param name="Rule">Its id.</param>
/// <param name="Title">Its title, if it has one.</param>
/// <param name="Holder">The party whose precondition it is, if it is somebody's.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Reason">The reason that it gives.</param>
/// <param name="Unsettled">The facts that would settle it, if it is unknown.</param>
internal sealed record BlockingRule(
    string Rule, string? Title, string? Holder, RuleOutcome Outcome, string? Reason, IReadOnlyList<string>? Unsettled);
