namespace NegotiationRules.RulesEngine;

/// <summary>A rule that is always given to RulesEngine itself.</summary>
/// <param name="WorkflowName">The name of the workflow that was executed; the rule may be one that it injects.</param>
/// <param name="RuleName">The name of the rule.</param>
/// <param name="Reason">Why, with the code of the diagnostic where there is one: <c>NR7210: there is no function `Random`</c>.</param>
public sealed record HandedOverRule(string WorkflowName, string RuleName, string Reason);
