using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace NegotiationRules.AspNetCore.Problems;

/// <summary>Why a stage is not valid, as a problem: 422 with what stands in the way, and of what is not known which facts would settle
/// it.</summary>
internal static class StageProblem
{
    public static IResult Of(Verdict verdict, StageVerdict stage, string? language)
    {
        var report = verdict.ToReport(language);
        var summary = verdict.Explain(ExplanationOptions.Default with { Language = language }).Summary[IndexOf(verdict, stage)];
        var blocking = stage.Blocking.Select(rule => Of(rule.Rule, report.Rule(rule.Rule.Id))).ToArray();
        return TypedResults.Problem(
            statusCode: StatusCodes.Status422UnprocessableEntity,
            title: stage.Outcome == StageOutcome.Invalid
                ? $"The preconditions of `{stage.Name}` are not met"
                : $"Whether the preconditions of `{stage.Name}` are met is not known",
            detail: summary.Text,
            extensions: new Dictionary<string, object?>
            {
                ["ruleSet"] = report.RuleSetName,
                ["stage"] = stage.Name,
                ["outcome"] = stage.Outcome == StageOutcome.Invalid ? "invalid" : "undetermined",
                ["stages"] = JsonSerializer.SerializeToElement(
                    verdict.Stages.ToDictionary(one => one.Name, one => one.Outcome), KnownJson.Default.DictionaryStringStageOutcome),
                ["explanation"] = JsonSerializer.SerializeToElement(
                    [.. summary.Children.Select(line => line.Text)], KnownJson.Default.StringArray),
                ["blocking"] = JsonSerializer.SerializeToElement(blocking, KnownJson.Default.BlockingRuleArray),
            });
    }

    private static BlockingRule Of(Rule rule, ReportedRule reported) => new(
        rule.Id, rule.Title, rule.Holder, reported.Outcome, reported.Reason, reported.Unsettled.Count > 0 ? reported.Unsettled : null);

    private static int IndexOf(Verdict verdict, StageVerdict stage) =>
        verdict.Stages.Select((one, i) => (one.Name, i)).First(one => one.Name == stage.Name).i;
}
