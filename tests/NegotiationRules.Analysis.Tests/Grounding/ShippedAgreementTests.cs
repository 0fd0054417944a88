using System.Diagnostics;
using NegotiationRules.Analysis.Grounding;
using NegotiationRules.Analysis.Tests.Support;
using NegotiationRules.Tests.Support;
using Xunit.Abstractions;

namespace NegotiationRules.Analysis.Tests.Grounding;

/// <summary>On the rules that ship, around their scenarios, circuits say what the evaluator says.</summary>
public class ShippedAgreementTests(ITestOutputHelper output)
{
    private const int Choices = 4;
    private static readonly int OfEachSet = CaseCount.Of(1);

    public static IEnumerable<object[]> Scenarios { get; } = [.. Found().Select(found => new object[] { found.Rules, found.Scenario })];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void ACircuitSaysWhatTheEvaluatorSays(string rules, string scenario)
    {
        var seed = Seed.Of(output);
        var random = new Random(seed);
        var (set, facts) = (RuleSet.Load(Repository.At(rules)), Scenario.Load(Repository.At(scenario)));
        var watch = Stopwatch.StartNew();
        var grounded = new GroundedCase(set, facts, added: 1, GroundLimits.Default, IsFixed);
        var circuit = grounded.Frame.Circuit;
        output.WriteLine($"{watch.ElapsedMilliseconds} ms, {circuit.Variables.Count(variable => variable.CellCount > 1)} variables, "
            + $"{circuit.NodeCount} nodes, {grounded.Grounder.Opaque.Count} opaque");
        for (var choice = 0; choice < Choices; choice++)
        {
            // The scenario itself, then others near it and far from it.
            var cells = choice == 0 ? grounded.Settle(new int[circuit.Variables.Count]) : grounded.Choose(random);
            for (var i = 0; i < grounded.Conditions.Count; i++)
            {
                if (grounded.Evaluate(grounded.Conditions[i], cells) is { } truth)
                {
                    Assert.True(
                        grounded.Read(grounded.Rails[i], cells) is var read && read == truth,
                        $"SEED={seed}\n{grounded.Conditions[i].Span}: {truth}, not {read}, in\n{grounded.Tell(cells)}");
                }
            }
        }
    }

    // What day it is, and how many people live in a State, is not up to anybody.
    private static bool IsFixed(string key) => key is "asOf" or "now" or "members[].population";

    // The shortest first: the longest of ships takes a minute.
    private static IEnumerable<(string Rules, string Scenario)> Found() => ShippedScenarios.All()
        .SelectMany(set => set.Scenarios
            .OrderBy(scenario => new FileInfo(Repository.At(scenario)).Length).ThenBy(scenario => scenario, StringComparer.Ordinal)
            .Take(OfEachSet)
            .Select(scenario => (set.Rules, scenario)));
}
