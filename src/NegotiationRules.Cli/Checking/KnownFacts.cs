using NegotiationRules.Workflows;

namespace NegotiationRules.Cli.Checking;

/// <summary>The facts that a scenario may state.</summary>
/// <param name="Vocabulary">The facts.</param>
/// <param name="Workflow">The workflow whose inputs they are, if they are: to it, letter case does not matter.</param>
internal sealed record KnownFacts(Vocabulary Vocabulary, Workflow? Workflow = null)
{
    /// <summary>What is wrong with a scenario.</summary>
    public IReadOnlyList<Diagnostic> Check(Scenario scenario) => FactChecker.Check(Workflow?.Fit(scenario) ?? scenario, Vocabulary);
}
