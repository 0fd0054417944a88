namespace NegotiationRules.Tests.Evaluation;

/// <summary>Rules and stages can be asked for as people name them, wherever they can be asked for by their places.</summary>
public class OutcomesByNameTests
{
    private static readonly RuleSet Rules = RuleSet.Parse(
        """
        {
          "name": "t", "stages": ["talks", "agreement"], "parameters": { "years": 10 },
          "rules": [
            { "id": "mediated", "stage": "talks", "require": { "talks.mediated": true } },
            { "id": "long-term", "stage": "agreement", "require": { "agreement.termYears": { "atLeast": { "parameter": "years" } } } }
          ]
        }
        """);

    [Fact]
    public void ABatchKnowsRulesAndStagesByTheirNames()
    {
        var batch = new ScenarioBatch(Rules);
        foreach (var years in new[] { 5, 10, 15 })
        {
            batch.Add(Scenario.Create().Set("agreement.termYears", years).Set("talks.mediated", years < 15).Build());
        }

        batch.Evaluate();
        var outcomes = new RuleOutcome[3];
        batch.CopyOutcomes("long-term", outcomes);

        Assert.Equal(2, batch.CountOf("long-term", RuleOutcome.Satisfied));
        Assert.Equal(2, batch.CountOf(Rules.Rule("mediated"), RuleOutcome.Satisfied));
        Assert.Equal(1, batch.CountOfStage("agreement", StageOutcome.Invalid));
        Assert.Equal(RuleOutcome.Violated, batch.OutcomeOf(0, "long-term"));
        Assert.Equal(RuleOutcome.Violated, batch.OutcomeOf(2, Rules.Rule("mediated")));
        Assert.Equal(StageOutcome.Invalid, batch.OutcomeOfStage(2, "talks"));
        Assert.Equal(["mediated"], batch.Blocking(2, "talks").Select(rule => rule.Id));
        Assert.Equal([RuleOutcome.Violated, RuleOutcome.Satisfied, RuleOutcome.Satisfied], outcomes);
    }

    [Fact]
    public void AnEvaluatorAndASessionKnowThemToo()
    {
        var scenario = Scenario.Create().Set("agreement.termYears", 12).Build();
        var (evaluator, session) = (new ScenarioEvaluator(Rules), new Session(Rules, scenario));
        evaluator.EvaluateJson("""{ "agreement": { "termYears": 12 } }"""u8);

        Assert.Equal(RuleOutcome.Satisfied, evaluator.OutcomeOf("long-term"));
        Assert.Equal(RuleOutcome.Unknown, evaluator.OutcomeOf(Rules.Rule("mediated")));
        Assert.Equal(StageOutcome.Undetermined, evaluator.OutcomeOfStage("talks"));
        Assert.Equal(RuleOutcome.Satisfied, session.OutcomeOf("long-term"));
        Assert.Equal(StageOutcome.Valid, session.OutcomeOfStage("agreement"));
    }

    [Fact]
    public void ARuleOfTheSameSetWithOtherParametersIsTheSameRule()
    {
        var batch = new ScenarioBatch(Rules.With("years", 20));
        batch.Add(Scenario.Create().Set("agreement.termYears", 12).Build());
        batch.Evaluate();

        Assert.Equal(1, batch.CountOf(Rules.Rule("long-term"), RuleOutcome.Violated));
    }

    [Fact]
    public void WhatIsNotThereIsSaid()
    {
        var batch = new ScenarioBatch(Rules);
        batch.Evaluate();
        var other = RuleSet.Parse(
            """{ "name": "o", "stages": ["s"], "rules": [ { "id": "x", "require": { "talks.mediated": true } } ] }""");

        Assert.Contains("'longterm'", Assert.Throws<KeyNotFoundException>(() => batch.CountOf("longterm", RuleOutcome.Violated)).Message,
            StringComparison.Ordinal);
        Assert.Contains("'talk'", Assert.Throws<KeyNotFoundException>(() => batch.CountOfStage("talk", StageOutcome.Valid)).Message,
            StringComparison.Ordinal);
        Assert.Contains("The rule 'x' is not one of this rule set.",
            Assert.Throws<ArgumentException>(() => batch.CountOf(other.Rules[0], RuleOutcome.Violated)).Message, StringComparison.Ordinal);
    }
}
