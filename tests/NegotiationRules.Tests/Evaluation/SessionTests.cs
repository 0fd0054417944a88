using Newtonsoft.Json.Linq;

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

    [Theory]
    [InlineData("talks.mediatd", "did you mean `mediated`, which is stated already?")]
    [InlineData("talks.venu", "did you mean `venue`?")]
    [InlineData("talk.venue", "did you mean `talks`, which is stated already?")]
    public void OfAMisspeltPathItIsSaidWhatWasMeant(string path, string help)
    {
        var session = new Session(Rules, Scenario.Parse("""{ "talks": { "mediated": true } }"""));

        var fault = Assert.Throws<ScenarioException>(() => session.Set(path, "x"));

        Assert.Equal(help, fault.Diagnostics[0].Help);
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

    private static Session OfTerm() =>
        new(
            RuleSet.Parse(
                """{ "name": "t", "stages": ["talks"], "rules": [ { "id": "term","""
                    + """ "require": { "agreement.termYears": { "atLeast": 10 } } } ] }"""
            ),
            Scenario.Parse("{}")
        );

    // Of a year, only a span of days is known: what was certain of the day before is open.
    [Theory]
    [InlineData("2022", RuleOutcome.Unknown)]
    [InlineData("2022-05", RuleOutcome.Satisfied)]
    [InlineData("2022-07", RuleOutcome.Violated)]
    public void ADayThatBecomesAMonthOrAYearIsLookedAtAnew(string asOf, RuleOutcome expected)
    {
        var rules = RuleSet.Parse(
            """{ "name": "t", "stages": ["talks"], "rules": [ { "id": "early", "require": { "asOf": { "before": "2022-06-01" } } } ] }"""
        );
        var session = new Session(rules, Scenario.Parse("""{ "asOf": "2022-01-10" }"""));
        Assert.Equal(RuleOutcome.Satisfied, session.OutcomeOf(0));

        session.Set("asOf", asOf);
        session.Evaluate();

        Assert.Equal(expected, session.OutcomeOf(0));
        Assert.Equal(rules.Evaluate(session.Scenario).Rules[0].Outcome, session.OutcomeOf(0));
    }

    // So far every day was known, and nothing was open.
    [Theory]
    [InlineData("2022", RuleOutcome.Unknown)]
    [InlineData("2022-05", RuleOutcome.Satisfied)]
    [InlineData("2022-07", RuleOutcome.Violated)]
    public void AnElementThatComesWithAMonthOrAYearLeavesOpenWhatItsDayDecides(string on, RuleOutcome expected)
    {
        var rules = RuleSet.Parse(
            """
            { "name": "t", "stages": ["talks"], "rules": [
                { "id": "early", "require": { "every": "rounds", "satisfy": { "on": { "before": "2022-06-01" } } } } ] }
            """,
            new RuleSetOptions
            {
                Vocabulary = Vocabulary.Parse(
                    """{ "properties": { "rounds": { "type": "array", "items": { "properties": { "on": { "format": "date","""
                        + """ "type": "string" } } } } } }""",
                    "t"
                ),
            }
        );
        var session = new Session(rules, Scenario.Parse("""{ "rounds": [ { "on": "2022-01-10" } ] }"""));
        Assert.Equal(RuleOutcome.Satisfied, session.OutcomeOf(0));

        session.Add("rounds", JObject.Parse($$"""{ "on": "{{on}}" }"""));
        session.Evaluate();

        Assert.Equal(expected, session.OutcomeOf(0));
        Assert.Equal(rules.Evaluate(session.Scenario).Rules[0].Outcome, session.OutcomeOf(0));
    }

    [Fact]
    public void WhatGrowsBeyondAllMeasureIsReportedUntilItIsMendedAndThenGoesOnAsBefore()
    {
        var rules = RuleSet.Parse("""
            { "name": "t", "stages": ["talks"], "rules": [
                { "id": "soon", "require": { "value": { "fact": "talks.start", "plus": "P30D" }, "onOrAfter": { "fact": "asOf" } } },
                { "id": "mediated", "require": { "talks.mediated": true } } ] }
            """
        );
        var session = new Session(
            rules,
            Scenario.Parse("""{ "asOf": "2022-01-10", "talks": { "start": "2022-01-01", "mediated": true } }""")
        );
        Assert.Equal(StageOutcome.Valid, session.Outcome);

        session.Set("talks.start", new DateOnly(9999, 12, 20));
        session.Set("talks.mediated", false);
        Assert.Equal("NR4100", Assert.Single(Assert.Throws<ScenarioException>(session.Evaluate).Diagnostics).Code);
        Assert.Throws<ScenarioException>(session.Evaluate);
        Assert.Equal(RuleOutcome.Satisfied, session.OutcomeOf(1));

        session.Set("talks.start", new DateOnly(2021, 1, 1));
        Assert.Equal(["soon: satisfied → violated", "mediated: satisfied → violated"], session.Evaluate().Select(c => c.ToString()));

        session.Set("talks.start", new DateOnly(2022, 1, 1));
        session.Set("talks.mediated", true);
        Assert.Equal(["soon: violated → satisfied", "mediated: violated → satisfied"], session.Evaluate().Select(c => c.ToString()));
        Assert.Empty(session.Evaluate());
        Assert.Equal(StageOutcome.Valid, session.Outcome);
    }
}
