namespace NegotiationRules.Tests.Agreement;

/// <summary>A scenario in which something grows beyond all measure has a fault, for every evaluator, even where the rest of the condition
/// decides.</summary>
public class BeyondMeasureTests
{
    private static readonly RuleSet Rules = RuleSet.Parse("""
        {
          "name": "beyond", "stages": ["talks"], "parameters": { "yes": true },
          "rules": [
            { "id": "folded", "require": { "any": [
              { "talks.start": { "onOrBefore": { "fact": "asOf", "plus": "P9000Y" } } },
              { "value": { "parameter": "yes" }, "is": true }
            ] } }
          ]
        }
        """);

    [Fact]
    public void APartThatIsBeyondMeasureIsReportedBesideAConstantThatDecides()
    {
        var scenario = Scenario.Parse("""{ "asOf": "2022-01-01", "talks": { "start": "2022-01-10" } }""");

        Assert.False(Rules.TryEvaluate(scenario, out _, out var alone));
        var batch = new ScenarioBatch(Rules);
        batch.Add(scenario);
        batch.Evaluate();

        Assert.Equal("NR4100", Assert.Single(alone).Code);
        Assert.Equal("NR4100", Assert.Single(batch.DiagnosticsOf(0)).Code);
        Assert.Throws<InvalidOperationException>(() => batch.OutcomeOf(0));
        Assert.Throws<ScenarioException>(() => new Session(Rules, scenario));
        Assert.Throws<ScenarioException>(() => new ScenarioEvaluator(Rules).Evaluate(Rules.Prepare(scenario)));
    }

    [Fact]
    public void WhereNothingIsBeyondMeasureTheConstantDecides()
    {
        var scenario = Scenario.Parse("""{ "talks": { "start": "2022-01-10" } }""");

        Assert.Equal(RuleOutcome.Satisfied, Rules.Evaluate(scenario).Rule("folded").Outcome);
        Assert.Equal(RuleOutcome.Satisfied, new Session(Rules, scenario).OutcomeOf(0));
    }
}
