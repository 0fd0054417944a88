using NegotiationRules.Tests.Support;

namespace NegotiationRules.Tests.Readme;

/// <summary>The C# of the README, compiled and run. What stands between the marks is what stands in the README, to the letter.</summary>
[Collection(Alone.Name)]
public sealed class Snippets
{
    [Fact]
    public void FirstLinesPrintAVerdictAndItsReasons()
    {
        var (output, _) = InRepository(() =>
        {
            // <first>
            var rules = RuleSet.Load("rules/security-guarantees");   // read and checked once; keep it, any thread may use it
            var verdict = rules.Evaluate(Scenario.Load("rules/security-guarantees/scenarios/postponed.scenario.json"));
            Console.WriteLine(verdict);
            Console.WriteLine(verdict.Explain());
            // </first>
            return verdict;
        });

        Assert.StartsWith("talks: invalid", output, StringComparison.Ordinal);
        Assert.Contains("agreement: valid", output, StringComparison.Ordinal);
    }

    [Fact]
    public void ScenariosCanBeBuiltAndVaried()
    {
        var rules = RuleSet.Parse("""
            {
              "name": "talks", "stages": ["talks"], "parameters": { "leastTermYears": 10 },
              "rules": [
                { "id": "military", "holder": "RU", "require": { "every": "parties", "satisfy": { "some": "delegates", "where": { "role": "military" } } } },
                { "id": "long-term", "holder": "US", "require": { "agreement.termYears": { "atLeast": { "parameter": "leastTermYears" } } } }
              ]
            }
            """);

        var (output, us) = InRepository(() =>
        {
            // <builder>
            var scenario = Scenario.Create()
                .Set("asOf", new DateOnly(2022, 1, 10))
                .Add("parties", party => party.Set("id", "RU").Add("delegates", d => d.Set("name", "Fomin").Set("role", "military")))
                .Add("parties", party => party.Set("id", "US").Incomplete("delegates"))
                .Build();

            var verdict = rules.Evaluate(scenario);
            foreach (var rule in verdict.Stage("talks").Blocking)
            {
                Console.WriteLine($"{rule.Rule.Id}: {rule.Outcome}, to be settled: {string.Join(", ", rule.Unsettled)}");
            }

            var fifteen = rules.With("leastTermYears", 15);                      // the same rules with another parameter
            var forUs = fifteen.Evaluate(scenario.With("agreement.termYears", 15)).For("US");   // what if; by the rules of one party
            // </builder>
            return forUs;
        });

        Assert.Equal("military: Unknown, to be settled: parties[1].delegates\nlong-term: Unknown, to be settled: agreement.termYears\n", output);
        Assert.Equal(StageOutcome.Valid, us.Outcome);
    }

    [Fact]
    public void WhoeverAsksOftenHasThreeWays()
    {
        var rules = RuleSet.Parse("""
            { "name": "talks", "stages": ["talks"], "rules": [ { "id": "long-term", "require": { "agreement.termYears": { "atLeast": 10 } } } ] }
            """);
        var scenario = Scenario.Parse("""{ "agreement": { "termYears": 5 } }""");

        var (output, _) = InRepository(() =>
        {
            // <often>
            // One scenario after the other, without allocating: prepared, from UTF-8 JSON, or from an object.
            var evaluator = new ScenarioEvaluator(rules);
            evaluator.EvaluateJson("""{ "agreement": { "termYears": 12 } }"""u8);
            Console.WriteLine(evaluator.Outcome);

            // Many at a time: add them, or write their facts straight into columns.
            var batch = new ScenarioBatch(rules);
            for (var years = 1; years <= 30; years++)
            {
                batch.Add(scenario.With("agreement.termYears", years));
            }

            batch.Evaluate(threads: Environment.ProcessorCount);
            Console.WriteLine($"valid {batch.CountOfStage(0, StageOutcome.Valid)} times of {batch.Count}");

            // One that changes, tick by tick: only what reads a changed fact is worked out again.
            var session = new Session(rules, scenario);
            session.Set("agreement.termYears", 15);
            foreach (var change in session.Evaluate())
            {
                Console.WriteLine(change);
            }
            // </often>
            return session;
        });

        Assert.Equal("Valid\nvalid 21 times of 30\nlong-term: violated → satisfied\n", output);
    }

    private static (string Output, T Result) InRepository<T>(Func<T> snippet)
    {
        var (before, folder) = (Console.Out, Environment.CurrentDirectory);
        using var output = new StringWriter { NewLine = "\n" };
        try
        {
            Console.SetOut(output);
            Environment.CurrentDirectory = Repository.Root;
            var result = snippet();
            return (output.ToString(), result);
        }
        finally
        {
            Environment.CurrentDirectory = folder;
            Console.SetOut(before);
        }
    }
}
