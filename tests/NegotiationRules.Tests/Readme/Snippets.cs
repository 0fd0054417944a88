using System.Text.Json.Serialization;
using NegotiationRules.Tests.Support;

namespace NegotiationRules.Tests.Readme;

/// <summary>The C# of the README, compiled and run. What stands between the marks is what stands in the README, to the letter.</summary>
[Collection(Alone.Name)]
public sealed class Snippets
{
    // <types>
    public sealed record Situation(DateTime AsOf, Dictionary<string, Party> Parties, Agreement? Agreement = null);
    public sealed record Party(List<Envoy> Delegates);   // the key of the dictionary is the `id` of the party
    public sealed record Envoy(string Name, Role Role);
    public sealed record Agreement(int? TermYears);
    public enum Role { [JsonIgnore] NotSaid, Military, Diplomat }   // `military` and `diplomat`; not said is not known
    // </types>

    [Fact]
    public void TheBlocksRunOneAfterTheOtherAsOneProgram()
    {
        var output = InAFolderWithTheRules(() =>
        {
            // <first>
            var rules = RuleSet.Parse("""
                {
                  "name": "talks", "stages": ["talks"],
                  "rules": [ { "id": "long-term", "because": "Short promises are worth little.",
                               "require": { "agreement.termYears": { "atLeast": 10 } } } ]
                }
                """);   // checked once; keep it, any thread may use it. Files are read with RuleSet.Load("talks.rules.json")
            var verdict = rules.Evaluate(Scenario.Parse("""{ "agreement": { "termYears": 8 } }"""));
            Console.WriteLine(verdict);
            Console.WriteLine(verdict.Explain());
            // </first>

            Console.WriteLine("----");

            // <builder>
            var talks = RuleSet.Load("talks.rules.json");
            var scenario = Scenario.Create()
                .Set("asOf", new DateOnly(2022, 1, 10))
                .Add("parties", party => party.Set("id", "RU").Add("delegates", d => d.Set("name", "Fomin").Set("role", "military")))
                .Add("parties", party => party.Set("id", "US").Incomplete("delegates"))
                .Build();

            foreach (var rule in talks.Evaluate(scenario).Stage("talks").Blocking)
            {
                Console.WriteLine($"{rule.Rule.Id}: {rule.Outcome}, to be settled: {string.Join(", ", rule.Unsettled)}");
            }

            var longer = talks.With("leastTermYears", 15);                        // the same rules with another parameter
            var whatIf = longer.Evaluate(scenario.With("agreement.termYears", 15));   // another fact
            Console.WriteLine(whatIf.Rule("long-term").Outcome);
            // </builder>

            Console.WriteLine("----");
            // <typed>
            var situation = new Situation(DateTime.Today, new Dictionary<string, Party>
            {
                ["RU"] = new([new Envoy("Fomin", Role.Military)]),
                ["US"] = new([new Envoy("Sherman", Role.NotSaid)]),
            });
            Console.WriteLine(talks.Evaluate(situation));
            // </typed>
            Console.WriteLine("----");
            // <often>
            // One scenario after the other, in memory that is used again: prepared, from UTF-8 JSON, or from an object.
            var evaluator = new ScenarioEvaluator(talks);
            evaluator.EvaluateJson("""{ "agreement": { "termYears": 12 } }"""u8);
            Console.WriteLine(evaluator.Outcome);

            // Many at a time: add them, or write their facts straight into columns.
            var batch = new ScenarioBatch(talks);
            for (var years = 1; years <= 30; years++)
            {
                batch.Add(scenario.With("agreement.termYears", years));
            }

            batch.Evaluate(threads: Environment.ProcessorCount);
            Console.WriteLine($"long enough {batch.CountOf("long-term", RuleOutcome.Satisfied)} times of {batch.Count}");

            var columns = batch.BeginColumns(count: 1_000_000);   // lists are given their lengths first
            columns.SetLists("parties", 2);
            columns.SetLists("parties.delegates", 1);
            columns.LongIntegers("agreement.termYears").Fill(12);
            columns.Texts("parties.delegates.role").Fill(columns.CodeOf("military"));
            columns.End();
            batch.Evaluate(threads: Environment.ProcessorCount);
            Console.WriteLine($"valid {batch.CountOfStage("talks", StageOutcome.Valid)} times of {batch.Count}");

            // One that changes, tick by tick: only what reads a changed fact is worked out again.
            var session = new Session(talks, scenario);
            session.Set("agreement.termYears", 15);
            foreach (var change in session.Evaluate())
            {
                Console.WriteLine(change);
            }
            // </often>
            Console.WriteLine("----");
            // <when>
            var treaties = RuleSet.Load("rules/treaty-entry-into-force");
            var eve = Scenario.Load("rules/treaty-entry-into-force/scenarios/kyoto-eve.scenario.json");
            var timeline = treaties.Timeline(eve, from: new DateOnly(1997, 12, 11), to: new DateOnly(2035, 1, 1));
            foreach (var turn in timeline.Changes)
            {
                Console.WriteLine($"{turn}, as {string.Join("; ", turn.Because)} ({string.Join(", ", turn.Facts)})");
            }
            // </when>
            Console.WriteLine("----");
            // <advise>
            var diplomats = RuleSet.Load("rules/security-guarantees").Evaluate(
                Scenario.Load("rules/security-guarantees/scenarios/diplomats-only.scenario.json"));
            var costs = new Dictionary<string, decimal> { ["delegations.delegates"] = 2 };
            foreach (var remedy in diplomats.Remedies("talks", new RemedyOptions { Costs = costs, By = "RU" }))
            {
                Console.WriteLine($"{remedy.Cost}: {remedy}");
                Console.WriteLine(remedy.Verdict.Stage("talks").Outcome);
            }
            // </advise>
            Console.WriteLine("----");
            // <reconcile>
            var report = RuleSet.Load("rules/security-guarantees");
            var answers = RuleSet.Load("rules/security-guarantees/counter-demands/yielding.rules.json");
            var joint = RuleSet.Reconcile(report, answers);
            Console.WriteLine($"{joint}: {string.Join("; ", joint.Room)}\n{joint.Best?.Scenario}");
            // </reconcile>
            Console.WriteLine("----");
            // <power>
            var council = RuleSet.Load("rules/security-council");
            var veto = Scenario.Load("rules/security-council/scenarios/veto.scenario.json");
            Console.WriteLine(council.Power(veto, "adoption", new Votes("members", "vote", For: "yes", Against: "no")).Voters[0]);
            Console.WriteLine(council.ShareOfValid("adoption", new ShareOptions { Given = veto, Free = ["members.vote"] }).Valid.Percent());
            // </power>
        }).Split("----\n");

        Assert.StartsWith("talks: invalid", output[0], StringComparison.Ordinal);
        Assert.Contains("long-term: the term in years of the agreement is 8; at least 10 is needed", output[0], StringComparison.Ordinal);
        Assert.Equal(
            """
            military-on-both-sides: Unknown, to be settled: parties[1].delegates
            long-term: Unknown, to be settled: agreement.termYears
            Satisfied

            """,
            output[1]);
        Assert.StartsWith("talks: undetermined, ", output[2], StringComparison.Ordinal);
        Assert.Equal(
            """
            Undetermined
            long enough 21 times of 30
            valid 1000000 times of 1000000
            long-term: unknown → satisfied

            """,
            output[3]);
        Assert.EndsWith(
            "2005-02-16 entry-into-force: invalid → valid, as Kyoto Protocol: those who consented emit enough: satisfied "
                + "(consents[127].date)\n",
            output[4], StringComparison.Ordinal);
        Assert.Equal("4: Russia has one more delegate that has service military and is professional\nValid\n", output[5]);
        Assert.StartsWith("8 preconditions can be met together: the status of the talks is neither ", output[6], StringComparison.Ordinal);
        Assert.Equal("Albania: Banzhaf 84 swings, 1.65 %; Shapley–Shubik 0.19 %\n0.01\n", output[7]);
    }

    // The rules at the top of the README in a file, and the folder of rule sets beside it.
    private static string InAFolderWithTheRules(Action snippet)
    {
        var (before, folder) = (Console.Out, Environment.CurrentDirectory);
        var ours = Directory.CreateTempSubdirectory();
        using var output = new StringWriter { NewLine = "\n" };
        try
        {
            File.WriteAllText(Path.Combine(ours.FullName, "talks.rules.json"), ReadmeTests.Block("jsonc", 0));
            Directory.CreateSymbolicLink(Path.Combine(ours.FullName, "rules"), Repository.At("rules"));
            Console.SetOut(output);
            Environment.CurrentDirectory = ours.FullName;
            snippet();
            return output.ToString();
        }
        finally
        {
            Environment.CurrentDirectory = folder;
            Console.SetOut(before);
            ours.Delete(recursive: true);
        }
    }
}
