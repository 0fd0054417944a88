using NegotiationRules.Evaluation;

namespace NegotiationRules.Workflows;

/// <summary>What the rules of a verdict were evaluated on.</summary>
/// <param name="Scenario">The facts as they were given, in the letter case of the vocabulary.</param>
/// <param name="Scope">The same by the types of the vocabulary.</param>
/// <param name="Depth">How many actions led here, one from the other.</param>
internal sealed record WorkflowSituation(Scenario Scenario, Scope Scope, int Depth);
