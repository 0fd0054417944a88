using RulesEngine.Models;

namespace NegotiationRules.RulesEngine.Results;

/// <summary>The result of a rule, and whether it is known.</summary>
/// <param name="Tree">The result as RulesEngine has it.</param>
/// <param name="Missing">The facts that would settle it, if it is not known.</param>
internal readonly record struct RuleResult(RuleResultTree Tree, IReadOnlyList<string> Missing)
{
    /// <summary>Whether it depends on what is missing.</summary>
    public bool IsUnknown { get; init; }
}
