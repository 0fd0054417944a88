using System.Text;
using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Facts;
using NegotiationRules.Tests.Agreement.Pairings;
using NegotiationRules.Tests.Laws;
using NegotiationRules.Tests.Support;
using NegotiationRules.Text;
using Xunit.Abstractions;

namespace NegotiationRules.Tests.Agreement;

/// <summary>
/// Whatever is worked out of operands is the same in whichever form they stand: of every function, of arithmetic, moves, choices and
/// quantities.
/// </summary>
public class ComputationTests(ITestOutputHelper output)
{
    private static readonly int Seeds = CaseCount.Of(1);

    [Fact]
    public void WhateverFormOperandsTakeWhatIsWorkedOutOfThemIsTheSame()
    {
        for (var seed = 1; seed <= Seeds; seed++)
        {
            var (random, world) = (new Random(seed), new PairingWorld(seed));
            foreach (var computation in Computation.All)
            {
                var tuples = computation.Types(world).ToList();
                var (accepted, refused) = AssertSame(world, computation, tuples, random, seed);
                var types = string.Join("; ", tuples.Select(t => string.Join(", ", t.Select(type => type.Name))));
                output.WriteLine($"seed {seed}: {computation.Name} of {types}: {accepted} accepted; refused: {refused}");
                Assert.True(accepted > 0, $"nothing is accepted of {computation.Name}");
            }
        }
    }

    private static (int Accepted, string Refused) AssertSame(
        PairingWorld world, Computation computation, List<PairedType[]> tuples, Random random, int seed)
    {
        var all = (from types in tuples from sides in computation.Sides(types, random) select (Types: types, Sides: sides)).ToList();
        var conditions = all.ConvertAll(c => computation.ToJson(world, c.Types, c.Sides));
        var plainest = all.ConvertAll(c => c.Sides.All(s => s.Plainest is { Form: SideForm.Fact })
            ? computation.ToJson(world, c.Types, [.. c.Sides.Select(s => s.Plainest!)]) : null);
        var refused = PairingGroup.Refused(world, conditions);
        var places = Enumerable.Range(0, all.Count).Where(i => !refused.ContainsKey(i)).ToList();
        var rules = PairingGroup.Rules(world, places.Select(i => conditions[i]).Concat(places.Select(i => plainest[i] ?? conditions[i])));
        var facts = Scenario.Parse(world.Scenario()).Bind(world.Vocabulary, new DiagnosticBag());
        var truths = rules.Checked.Rules.Select(rule => Checked.Evaluate(rule.Require, facts)).ToList();
        for (var i = 0; i < places.Count; i++)
        {
            var (truth, expected) = (truths[i], truths[places.Count + i]);
            if (truth != expected)
            {
                var (form, plain) = (conditions[places[i]], plainest[places[i]]);
                Assert.Fail($"seed {seed}: {truth} is\n{form}\nand {expected} is\n{plain}\n{world.Parameters}\n{world.Scenario()}");
            }
        }

        // A value beyond measure would leave the whole scenario without outcomes.
        var within = PairingGroup.Rules(world, places.Where((_, i) => truths[i] is not null).Select(i => conditions[i]));
        EveryEvaluator.AssertAgree(within, [Encoding.UTF8.GetBytes(world.Scenario())]);
        return (places.Count, string.Join("; ", refused.GroupBy(r => r.Value.Code)
            .Select(r => $"{r.Key} {r.Count()} ({string.Join(" and ", all[r.First().Key].Sides.Select(s => s.Form))})")));
    }
}
