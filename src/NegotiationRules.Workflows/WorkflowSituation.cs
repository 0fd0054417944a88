using NegotiationRules.Evaluation;

namespace NegotiationRules.Workflows;

/// <summary>What the rules of a verdict were evaluated on.</summary>
/// <param name="Scenario">The facts as they were given, in the letter case of the vocabulary.</param>
/// <param name="Evaluated">The same by the types of the vocabulary, and what became of the rules.</param>
/// <param name="Depth">How many actions led here, one from the other.</param>
internal sealed record WorkflowSituation(Scenario Scenario, EvaluatedScenario Evaluated, int Depth)
{
    /// <summary>The facts for one walk over conditions or values.</summary>
    public Scope Scope => Evaluated.NewScope();
}
