using System.Text;
using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Tests.Agreement.Pairings;
using NegotiationRules.Tests.Support;
using NegotiationRules.Text;
using Xunit.Abstractions;

namespace NegotiationRules.Tests.Agreement;

/// <summary>
/// Every operator, with every type, with every form on the left and on the right, of facts that are known, partly known and unknown: what
/// the checker accepts means the same in every form, and to every evaluator.
/// </summary>
public class PairingTests(ITestOutputHelper output)
{
    private static readonly int Seeds = CaseCount.Of(1);

    [Fact]
    public void WhateverFormAValueTakesItMeansTheSameToEveryEvaluator()
    {
        for (var seed = 1; seed <= Seeds; seed++)
        {
            var random = new Random(seed);
            var (world, groups) = seed == 1 ? PairingGroup.First : PairingGroup.All(seed);
            var table = new PairingTable();
            long compared = 0;
            foreach (var group in groups)
            {
                table.Add(group);
                var (conditions, same) = group.Conditions();
                compared += conditions.Count == 0 ? 0 : AssertAgree(world, conditions, same, random, $"seed {seed}");
            }

            output.WriteLine($"seed {seed}: {compared} pairs of a rule and a scenario\n{table}");
            Assert.Empty(table.Holes());
        }
    }

    private static long AssertAgree(
        PairingWorld world, IReadOnlyList<string> conditions, IReadOnlyList<(int Pairing, int Plainest)> same, Random random, string about)
    {
        var rules = PairingGroup.Rules(world, conditions);
        foreach (var isWhole in new[] { false, true })
        {
            var outcomes = EveryEvaluator.ByTreeWalk(rules, Scenario.Parse(world.Scenario(isWhole)))!;
            foreach (var (pairing, plainest) in same)
            {
                if (outcomes[pairing] != outcomes[plainest])
                {
                    var one = $"{outcomes[pairing]} is\n{conditions[pairing]}";
                    var other = $"{outcomes[plainest]} is\n{conditions[plainest]}";
                    Assert.Fail($"{about}: {one}\nand {other}\n{world.Parameters}\n{world.Scenario(isWhole)}");
                }
            }
        }

        List<JsonObject> scenarios =
        [
            .. new[] { false, true }.Select(isWhole => (JsonObject)Scenario.Parse(world.Scenario(isWhole)).Root),
            GeneratedScenario.Make(random, world.Vocabulary, 30).Facts,
        ];
        var bytes = scenarios.Select(facts => Encoding.UTF8.GetBytes(JsonPrinter.Print(facts, indented: false)));
        var compared = EveryEvaluator.AssertAgree(rules, [.. bytes]);
        var walking = rules.Program.ThatWalk.ToHashSet();
        var inColumns = conditions.Where((_, i) => !walking.Contains(i)).ToList();
        return inColumns.Count == 0 ? compared
            : compared + EveryEvaluator.AssertColumnsAgree(PairingGroup.Rules(world, inColumns), scenarios);
    }
}
