namespace NegotiationRules.Tests.Agreement;

/// <summary>A scenario in which something grows beyond all measure has a fault, for every evaluator, even where the rest of the condition decides.</summary>
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
        var together = Assert.Single(Rules.EvaluateAll([scenario]));

        Assert.Equal("NR4100", Assert.Single(alone).Code);
        Assert.Null(together.Verdict);
        Assert.Equal("NR4100", Assert.Single(together.Diagnostics).Code);
    }

    [Fact]
    public void WhereNothingIsBeyondMeasureTheConstantDecides()
    {
        var scenario = Scenario.Parse("""{ "talks": { "start": "2022-01-10" } }""");

        Assert.Equal(RuleOutcome.Satisfied, Rules.Evaluate(scenario).Rule("folded").Outcome);
        Assert.Equal(RuleOutcome.Satisfied, Assert.Single(Rules.EvaluateAll([scenario])).Verdict!.Rule("folded").Outcome);
    }
}
