using System.Text;

namespace NegotiationRules.Tests.Agreement;

/// <summary>Whoever asks in a loop makes no garbage.</summary>
public class ZeroAllocationTests
{
    private static readonly RuleSet Rules = RuleSet.Parse("""
        {
          "name": "t", "stages": ["talks", "agreement"],
          "rules": [
            { "id": "military", "stage": "talks", "require": { "every": "parties", "satisfy": { "some": "delegates", "where": { "role": "military" } } } },
            { "id": "venue", "stage": "talks", "require": { "talks.venue": { "in": ["Geneva", "Vienna"] } } },
            { "id": "soon", "stage": "talks", "require": { "talks.start": "2022-01" } },
            { "id": "term", "stage": "agreement", "when": { "agreement.legallyBinding": true }, "require": { "agreement.termYears": { "atLeast": 10 } } },
            { "id": "most", "stage": "agreement", "require": { "count": "parties", "where": { "id": { "in": ["RU", "US"] } }, "atLeast": 2 } }
          ]
        }
        """);

    private static readonly byte[] Json = Encoding.UTF8.GetBytes("""
        {
          "asOf": "2022-01-05", "talks": { "venue": "Geneva", "start": "2022-01-10" }, "agreement": { "legallyBinding": true, "termYears": 12 },
          "parties": [
            { "id": "RU", "delegates": [ { "name": "Fomin", "role": "military" }, { "name": "Ryabkov", "role": "diplomat" } ] },
            { "id": "US", "delegates": [ { "name": "Sherman", "role": "diplomat" } ] }
          ]
        }
        """);

    [Fact]
    public void APreparedScenarioIsEvaluatedWithoutGarbage()
    {
        var evaluator = new ScenarioEvaluator(Rules);
        var prepared = Rules.Prepare(Scenario.Parse(Json));
        var outcomes = new RuleOutcome[Rules.Rules.Count];

        Assert.Equal(0, FillAgreement.LeastGarbage(() =>
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

        Assert.Equal(0, FillAgreement.LeastGarbage(() => evaluator.EvaluateJson(Json)));
    }

    [Fact]
    public void ABatchOfJsonIsFilledAndEvaluatedWithoutGarbage()
    {
        var batch = new ScenarioBatch(Rules);

        Assert.Equal(0, FillAgreement.LeastGarbage(() =>
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

        Assert.Equal(0, FillAgreement.LeastGarbage(() =>
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
}
