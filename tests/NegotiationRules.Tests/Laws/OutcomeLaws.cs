using NegotiationRules.Syntax;
using NegotiationRules.Tests.Agreement;

namespace NegotiationRules.Tests.Laws;

/// <summary>Outcomes depend on the rules and the facts, and on nothing else.</summary>
public class OutcomeLaws
{
    [Law]
    internal void TheOrderOfRulesMeansNothing(RulesCase @case)
    {
        var file = @case.Rules.File;
        var turned = new GeneratedRules(
            @case.Rules.Vocabulary,
            file with
            {
                Rules = [.. file.Rules.Reverse()],
                Conditions = [.. file.Conditions.Reverse()],
            }
        );
        var (here, there) = (Outcomes(@case.Rules, @case.Scenario), Outcomes(turned, @case.Scenario));
        Assert.Equal(here, there);
    }

    [Law]
    internal void TheOrderOfFactsMeansNothing(RulesCase @case)
    {
        var facts = @case.Scenario.Facts with { Members = [.. @case.Scenario.Facts.Members.Reverse()] };
        Assert.Equal(Outcomes(@case.Rules, @case.Scenario), Outcomes(@case.Rules, new GeneratedScenario(@case.Rules.Vocabulary, facts)));
    }

    [Law]
    internal void WhatIsWrittenAndReadAgainMeansTheSame(RulesCase @case)
    {
        var file = Syntax.ReadRules.File(@case.Rules.Text);
        var again = new GeneratedRules(@case.Rules.Vocabulary, file);
        Assert.Equal(@case.Rules.Text, again.Text);
        Assert.Equal(Outcomes(@case.Rules, @case.Scenario), Outcomes(again, @case.Scenario));
    }

    [Law]
    internal void ACheckedFileThatIsWrittenAgainHasNoErrors(RulesCase @case)
    {
        if (@case.Rules.Rules is not null)
        {
            var again = RuleFileWriter.Write(Syntax.ReadRules.File(@case.Rules.Text));
            RuleSet.TryParse(again, new RuleSetOptions { Vocabulary = @case.Rules.Vocabulary }, out _, out var diagnostics);
            Assert.DoesNotContain(diagnostics, d => d.Severity == DiagnosticSeverity.Error);
        }
    }

    [Law]
    internal void ManyThreadsComeToTheSameVerdict(RulesCase @case)
    {
        if (@case.Rules.Rules is not { } rules)
        {
            return;
        }

        var once = Outcomes(rules, @case.Scenario.Scenario);
        var verdicts = new string?[8];
        Parallel.For(0, verdicts.Length, i => verdicts[i] = Outcomes(rules, @case.Scenario.Scenario));
        Assert.All(verdicts, v => Assert.Equal(once, v));
    }

    [Law]
    internal void OutcomesAndStagesFollowFromTheTableOfTheLanguage(RulesCase @case)
    {
        if (@case.Rules.Rules is not { } rules || !rules.TryEvaluate(@case.Scenario.Scenario, out var verdict, out _))
        {
            return;
        }

        foreach (var stage in verdict.Stages)
        {
            var required = stage.Rules.Where(r => r.Rule is { Strength: Strength.Required, IsRisk: false }).Select(r => r.Outcome).ToList();
            var expected = stage.Outcome == StageOutcome.NotApplicable ? stage.Outcome
                : required.Contains(RuleOutcome.Violated) ? StageOutcome.Invalid
                : required.TrueForAll(o => o is RuleOutcome.Satisfied or RuleOutcome.NotApplicable) ? StageOutcome.Valid
                : StageOutcome.Undetermined;
            Assert.Equal(expected, stage.Outcome);
            Assert.True(
                stage.Outcome != StageOutcome.NotApplicable || stage.Rules.All(r => r.Outcome == RuleOutcome.NotApplicable),
                $"{stage.Name} does not apply, but one of its rules does"
            );
            Assert.True(stage.Score is not { } score || (score.Low >= 0 && score.Low <= score.High && score.High <= 1));
        }

        var counted = verdict.Stages.Select(s => s.Outcome).Where(o => o != StageOutcome.NotApplicable).ToHashSet();
        Assert.Equal(
            counted.Contains(StageOutcome.Invalid) ? StageOutcome.Invalid
                : counted.Contains(StageOutcome.Undetermined) ? StageOutcome.Undetermined
                : StageOutcome.Valid,
            verdict.Outcome);
    }

    private static string? Outcomes(GeneratedRules rules, GeneratedScenario scenario) =>
        rules.Rules is { } found ? Outcomes(found, scenario.Scenario) : null;

    private static string Outcomes(RuleSet rules, Scenario scenario) =>
        rules.TryEvaluate(scenario, out var verdict, out _)
            ? string.Join(
                '\n',
                verdict
                    .Rules.Select(r => $"{r.Rule.Id}: {r.Outcome}")
                    .Order(StringComparer.Ordinal)
                    .Concat(verdict.Stages.Select(s => $"{s.Name}: {s.Outcome} {s.Score}"))
            )
            : "beyond measure";
}
