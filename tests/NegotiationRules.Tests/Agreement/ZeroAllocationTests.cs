using System.Text;

namespace NegotiationRules.Tests.Agreement;

/// <summary>Whoever asks in a loop makes no garbage.</summary>
public class ZeroAllocationTests
{
    private static readonly RuleSet Rules = RuleSet.Parse("""
        {
          "name": "t", "stages": ["talks", "agreement"],
          "rules": [
            { "id": "military", "stage": "talks", "require": { "every": "parties", "satisfy": { "some": "delegates",
              "where": { "role": "military" } } } },
            { "id": "venue", "stage": "talks", "require": { "talks.venue": { "in": ["Geneva", "Vienna"] } } },
            { "id": "soon", "stage": "talks", "require": { "talks.start": "2022-01" } },
            { "id": "term", "stage": "agreement", "when": { "agreement.legallyBinding": true },
              "require": { "agreement.termYears": { "atLeast": 10 } } },
            { "id": "most", "stage": "agreement", "require": { "count": "parties", "where": { "id": { "in": ["RU", "US"] } },
              "atLeast": 2 } }
          ]
        }
        """);

    private static readonly byte[] Json = Encoding.UTF8.GetBytes("""
        {
          "asOf": "2022-01-05", "talks": { "venue": "Geneva", "start": "2022-01-10" },
          "agreement": { "legallyBinding": true, "termYears": 12 },
          "parties": [
            { "id": "RU", "delegates": [ { "name": "Fomin", "role": "military" }, { "name": "Ryabkov", "role": "diplomat" } ] },
            { "id": "US", "delegates": [ { "name": "Sherman", "role": "diplomat" } ] }
          ]
        }
        """);

    [Fact]
    public void WhatAllocatesNowAndThenIsFound()
    {
        var runs = 0;
        object? garbage = null;
        Assert.InRange(FillAgreement.Garbage(() => garbage = runs++ % 20 == 7 ? new object() : null), 1, 1000);
        Assert.Null(garbage);
    }

    [Fact]
    public void APreparedScenarioIsEvaluatedWithoutGarbage()
    {
        var evaluator = new ScenarioEvaluator(Rules);
        var prepared = Rules.Prepare(Scenario.Parse(Json));
        var outcomes = new RuleOutcome[Rules.Rules.Count];

        Assert.Equal(0, FillAgreement.Garbage(() =>
        {
            evaluator.Evaluate(prepared);
            evaluator.CopyOutcomes(outcomes);
            _ = evaluator.OutcomeOfStage(0);
            _ = evaluator.Outcome;
        }));
    }

    [Fact]
    public void AScenarioInJsonIsEvaluatedWithoutGarbage()
    {
        var evaluator = new ScenarioEvaluator(Rules);

        Assert.Equal(0, FillAgreement.Garbage(() => evaluator.EvaluateJson(Json)));
    }

    [Fact]
    public void ABatchOfJsonIsFilledAndEvaluatedWithoutGarbage()
    {
        var batch = new ScenarioBatch(Rules);

        Assert.Equal(0, FillAgreement.Garbage(() =>
        {
            batch.Clear();
            for (var i = 0; i < 100; i++)
            {
                batch.AddJson(Json);
            }

            batch.Evaluate();
            _ = batch.CountOf(0, RuleOutcome.Satisfied);
            _ = batch.OutcomeOf(0);
        }));
    }

    [Fact]
    public void AChangeThatFlipsNothingMakesNoGarbage()
    {
        var session = new Session(Rules, Scenario.Parse(Json));
        var (years, changes) = (12, 0);

        Assert.Equal(0, FillAgreement.Garbage(() =>
        {
            years = years == 12 ? 15 : 12;
            session.Set("agreement.termYears", years);
            session.Set("talks.venue", years == 12 ? "Geneva" : "Vienna");
            session.Set("talks.start", new DateOnly(2022, 1, years));
            session.Set("parties[0].delegates[1].role", years == 12 ? "diplomat" : "legal");
            changes += session.Evaluate().Count;
            _ = session.Outcome;
        }));
        Assert.Equal(0, changes);
    }

    // A fact in steps of a hundredth, from a floating-point number: by its digits, as it would be written in a file.
    [Fact]
    public void AFixedPointFactIsTakenFromFloatingPointWithoutGarbage()
    {
        var rules = RuleSet.Parse(
            """{ "name": "t", "stages": ["s"], "rules": [ { "id": "dear", "require": { "price": { "moreThan": 0.09 } } } ] }""",
            new RuleSetOptions
            {
                Vocabulary = Vocabulary.Parse(
                    """{ "type": "object", "properties": { "price": { "type": "number", "multipleOf": 0.01 } } }"""
                ),
            }
        );
        var session = new Session(rules, Scenario.Parse("{}"));
        var evaluator = new ScenarioEvaluator(rules);
        var offer = new Offer();
        _ = session.Evaluate();

        Assert.Equal(0, FillAgreement.Garbage(() =>
        {
            offer.Price = offer.Price > 1 ? 0.29 : 1.15;
            session.Set("price", 0.17);
            session.Set("price", offer.Price);
            session.Evaluate();
            evaluator.EvaluateObject(offer);
        }));
        Assert.Equal(RuleOutcome.Satisfied, session.OutcomeOf(0));
        Assert.Equal(RuleOutcome.Satisfied, evaluator.OutcomeOf(0));

        session.Set("price", 0.07);
        evaluator.EvaluateObject(new Offer { Price = 0.07 });
        Assert.Equal(RuleOutcome.Violated, Assert.Single(session.Evaluate()).After);
        Assert.Equal(RuleOutcome.Violated, evaluator.OutcomeOf(0));
        Assert.Equal(
            "NR4017",
            Assert
                .Single(Assert.Throws<ScenarioException>(() => evaluator.EvaluateObject(new Offer { Price = 0.1 + 0.2 })).Diagnostics)
                .Code
        );
        Assert.Throws<ScenarioException>(() => session.Set("price", 0.1 + 0.2));
        Assert.Throws<ScenarioException>(() => session.Set("price", double.NaN));
    }

    private sealed class Offer
    {
        public double Price { get; set; }
    }
}
