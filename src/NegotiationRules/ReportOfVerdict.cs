using NegotiationRules.Explanation;

namespace NegotiationRules;

/// <summary>Takes down what a verdict says.</summary>
internal static class ReportOfVerdict
{
    public static VerdictReport Of(Verdict verdict, string? language)
    {
        var evaluated = verdict.Evaluated;
        return new VerdictReport(
            verdict.Outcome,
            [.. verdict.Stages.Select(stage => new ReportedStage(
                stage.Name, stage.Outcome, stage.Score, [.. stage.Blocking.Select(rule => rule.Rule.Id)]))],
            [.. verdict.Rules.Select(rule => Of(rule, language))])
        {
            RuleSetName = evaluated.Rules.Name,
            Version = evaluated.Rules.Version,
            ScenarioName = RuleSetWords.Of(evaluated.Rules).PremisesOf(evaluated.ScenarioName).Scenario,
            Holder = verdict.Holder,
            Score = verdict.Score,
            Warnings = [.. verdict.Warnings.Select(rule => rule.Rule.Id)],
        };
    }

    private static ReportedRule Of(RuleVerdict rule, string? language) => new(
        rule.Rule.Id, rule.Outcome, rule.Reason(language), WithinLimits(() => rule.Unsettled),
        WithinLimits(() => rule.Elements.Select(element => Of(element, language)).ToArray()));

    private static ReportedElement Of(ElementVerdict element, string? language) =>
        new(element.Label, element.Path, element.Holder, element.Outcome, element.Reason(language));

    // The outcome stands; what is told beside it may take more work than is allowed.
    private static IReadOnlyList<T> WithinLimits<T>(Func<IReadOnlyList<T>> find)
    {
        try
        {
            return find();
        }
        catch (ScenarioException fault) when (fault.IsOfWork)
        {
            return [];
        }
    }
}
