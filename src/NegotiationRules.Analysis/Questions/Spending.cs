using NegotiationRules.Analysis.Solving;

namespace NegotiationRules.Analysis.Questions;

/// <summary>Limits as something to spend.</summary>
internal static class Spending
{
    public static Budget NewBudget(this AnalysisLimits limits) =>
        new(limits.Time, nodes: limits.Nodes, lemmas: limits.Lemmas, cancellation: limits.CancellationToken);

    /// <summary>Which limit was reached, and what would help.</summary>
    public static NotDecided WhyNot(this AnalysisLimits limits, Budget budget) => budget.Reached switch
    {
        Limit.Time => new NotDecided($"the {limits.Time.TotalSeconds:0.###} s that were allowed are used up", "Allow more time."),
        Limit.Nodes => new NotDecided($"it takes more than {limits.Nodes:N0} parts to count", "Allow more nodes, or fix facts."),
        Limit.Lemmas => new NotDecided(
            $"the evaluator has said otherwise of {limits.Lemmas:N0} scenarios that seemed to do", "Allow more lemmas, or fix facts."),
        _ => new NotDecided("the work that was allowed is used up", "Allow more."),
    };
}
