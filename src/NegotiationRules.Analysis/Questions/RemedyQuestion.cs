using NegotiationRules.Analysis.Grounding;
using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;

namespace NegotiationRules.Analysis.Questions;

/// <summary>What is asked: which steps make a stage valid that is not.</summary>
/// <param name="Verdict">What became of the scenario as it is.</param>
/// <param name="Stage">What became of the stage.</param>
/// <param name="Places">What is said about steps.</param>
/// <param name="By">The party that takes all steps, by its name; <see langword="null"/> if anybody does.</param>
/// <param name="Limits">How much work it may be.</param>
internal sealed record RemedyQuestion(Verdict Verdict, StageVerdict Stage, StepPlaces Places, string? By, AnalysisLimits Limits)
{
    public EvaluatedScenario Evaluated => Verdict.Evaluated;

    public CheckedRuleSet Rules => Evaluated.Rules;

    /// <summary>The rules that the stage hangs on.</summary>
    public IReadOnlyList<Rule> Deciding { get; } = [.. Stage.Rules.Select(rule => rule.Rule).Where(GroundRules.Decides)];

    /// <summary>All that is asked about.</summary>
    public IReadOnlyList<Condition> Conditions =>
    [
        .. Deciding.SelectMany(rule => new[] { rule.When, rule.Require }).Append(Rules.StageConditions[Rules.Stages.IndexOf(Stage.Name)])
            .OfType<Condition>(),
    ];
}
