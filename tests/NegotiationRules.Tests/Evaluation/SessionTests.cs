namespace NegotiationRules.Tests.Evaluation;

/// <summary>What handlers of a session may do and what they may not, and what facts may be stated as.</summary>
public class SessionTests
{
    private static readonly RuleSet Rules = RuleSet.Parse("""
        {
          "name": "t", "stages": ["talks"],
          "rules": [
            { "id": "mediated", "require": { "talks.mediated": true } },
            { "id": "venue", "require": { "talks.venue": "Geneva" } }
          ]
        }
        """);

    [Fact]
    public void AHandlerMayChangeFactsForTheNextEvaluation()
    {
        var session = new Session(Rules, Scenario.Parse("""{ "talks": { "mediated": true, "venue": "Geneva" } }"""));
        session.Changed += change =>
        {
            if (change is { Rule.Id: "mediated", After: RuleOutcome.Violated })
            {
                session.Set("talks.venue", "Vienna");
            }
        };

        session.Set("talks.mediated", false);

        Assert.Equal(["mediated: satisfied → violated"], session.Evaluate().Select(c => c.ToString()));
        Assert.Equal(["venue: satisfied → violated"], session.Evaluate().Select(c => c.ToString()));
        Assert.Empty(session.Evaluate());
    }

    [Fact]
    public void AHandlerCannotEvaluateTheSessionThatTellsIt()
    {
        var session = new Session(Rules, Scenario.Parse("""{ "talks": { "mediated": true } }"""));
        session.Changed += _ => session.Evaluate();
        session.Set("talks.mediated", false);

        Assert.Contains("Changed", Assert.Throws<InvalidOperationException>(session.Evaluate).Message, StringComparison.Ordinal);

        // What was found stands, and the session goes on.
        Assert.Equal(RuleOutcome.Violated, session.OutcomeOf(0));
        Assert.Empty(session.Evaluate());
    }

    [Theory]
    [InlineData(12)]
    [InlineData(12L)]
    [InlineData((byte)12)]
    [InlineData(12.0)]
    [InlineData(12f)]
    public void ANumberMayBeOfAnyTypeOfNumber(object value)
    {
        var session = OfTerm();

        session.Set("agreement.termYears", value);

        Assert.Equal(RuleOutcome.Satisfied, Assert.Single(session.Evaluate()).After);
    }

    [Theory]
    [InlineData("12")]
    [InlineData(12.5)]
    [InlineData('c')]
    [InlineData(ulong.MaxValue)]
    public void WhatIsNoSuchNumberIsRefusedAndTheFactStaysAsItWas(object value)
    {
        var session = OfTerm();
        session.Set("agreement.termYears", 12);

        Assert.Throws<ScenarioException>(() => session.Set("agreement.termYears", value));

        Assert.Equal(RuleOutcome.Satisfied, Assert.Single(session.Evaluate()).After);
    }

    private static Session OfTerm() => new(
        RuleSet.Parse("""{ "name": "t", "stages": ["talks"], "rules": [ { "id": "term", "require": { "agreement.termYears": { "atLeast": 10 } } } ] }"""),
        Scenario.Parse("{}"));
}
