using System.Collections.Concurrent;
using NegotiationRules.Tests.Support;

namespace NegotiationRules.Tests.Agreement;

/// <summary>One rule set serves any number of threads at once, and each gets what one alone gets.</summary>
public class ConcurrencyTests
{
    private const int Threads = 8;

    // Of every thread; the long run makes some millions of evaluations.
    private static readonly int Evaluations = CaseCount.Of(5_000);

    private static readonly string Folder = Repository.At("rules/security-guarantees");

    private static readonly List<Scenario> Scenarios =
        [.. Directory.GetFiles(Path.Combine(Folder, "scenarios")).Order(StringComparer.Ordinal).Select(path => Scenario.Load(path))];

    [Fact]
    public void ThreadsThatShareARuleSetGetTheOutcomesOfOneAlone()
    {
        var alone = RuleSet.Load(Folder);
        var expected = Scenarios.Select(scenario => EveryEvaluator.ByTreeWalk(alone, scenario)!.ToArray()).ToList();

        // Nothing of it is compiled yet, nor are the scenarios bound: all threads ask for that at once.
        var shared = RuleSet.Load(Folder);
        var faults = new ConcurrentQueue<Exception>();
        using var start = new Barrier(Threads);
        var threads = Enumerable.Range(0, Threads).Select(number => new Thread(() =>
        {
            try
            {
                start.SignalAndWait();
                Evaluate(shared, expected, number);
            }
#pragma warning disable CA1031 // Whatever a thread throws is reported by the test's own.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                faults.Enqueue(fault);
            }
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());

        Assert.Empty(faults);
    }

    private static void Evaluate(RuleSet rules, List<RuleOutcome[]> expected, int number)
    {
        var prepared = Scenarios.Select(rules.Prepare).ToList();
        var evaluator = new ScenarioEvaluator(rules);
        var batch = new ScenarioBatch(rules);
        var session = new Session(rules, Scenarios[0]);
        var outcomes = new RuleOutcome[rules.Rules.Count];
        for (var i = 0; i < Evaluations; i++)
        {
            var scenario = (i + number) % Scenarios.Count;
            evaluator.Evaluate(prepared[scenario]);
            evaluator.CopyOutcomes(outcomes);
            Assert.Equal(expected[scenario], outcomes);
            if (i % 500 != number)
            {
                continue;
            }

            Assert.Equal(expected[scenario], rules.Evaluate(Scenarios[scenario]).Rules.Select(r => r.Outcome));
            batch.Clear();
            Scenarios.ForEach(batch.Add);
            batch.Evaluate(threads: 1 + (i % 2));
            Assert.Equal(expected[scenario], Enumerable.Range(0, outcomes.Length).Select(rule => batch.OutcomeOf(scenario, rule)));
            session.Set("agreement.legallyBinding", i % 3 == 0);
            session.Evaluate();
        }
    }
}
