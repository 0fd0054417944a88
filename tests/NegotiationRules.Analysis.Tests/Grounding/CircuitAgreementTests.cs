using NegotiationRules.Analysis.Grounding;
using NegotiationRules.Tests.Agreement;
using NegotiationRules.Tests.Support;
using Xunit.Abstractions;

namespace NegotiationRules.Analysis.Tests.Grounding;

/// <summary>What a circuit says of a scenario is what the evaluator says: true, false and unknown.</summary>
public class CircuitAgreementTests(ITestOutputHelper output)
{
    private static readonly int Cases = CaseCount.Of(30);
    private const int Choices = 12;
    private const int MostShrinks = 400;

    [Fact]
    public void OnGeneratedRulesACircuitSaysWhatTheEvaluatorSays()
    {
        var seed = Seed.Of(output);
        var (compared, opaque) = (0, 0);
        foreach (var @case in Generated.Cases(seed, Cases))
        {
            if (Fault(@case, ref compared, ref opaque) is not null)
            {
                var (smallest, fault) = Shrink(@case);
                Assert.Fail($"SEED={seed}\n{fault}\n{smallest}");
            }
        }

        output.WriteLine($"{compared} compared, {opaque} conditions opaque");
        Assert.True(compared > 1_000);
    }

    // The first choice of cells on which the two differ, in words.
    private static string? Fault(RulesCase @case, ref int compared, ref int opaque)
    {
        if (@case.Rules.Rules is not { } rules)
        {
            return null;
        }

        var random = new Random(@case.Seed);
        var limits = new GroundLimits(random.Next(3) == 0 ? 1_000 : 100, random.Next(4) == 0 ? 100 : 16);
        var grounded = new GroundedCase(
            rules, @case.Scenario.Scenario, added: random.Next(2), limits, isFixed: key => key.Length % 3 == @case.Seed % 3);
        opaque += grounded.Grounder.Opaque.Count;
        for (var choice = 0; choice < Choices; choice++)
        {
            var cells = grounded.Choose(random);
            for (var i = 0; i < grounded.Conditions.Count; i++)
            {
                if (grounded.Evaluate(grounded.Conditions[i], cells) is not { } truth)
                {
                    continue;
                }

                compared++;
                if (grounded.Read(grounded.Rails[i], cells) is var read && read != truth)
                {
                    return $"{grounded.Conditions[i].GetType().Name} at {grounded.Conditions[i].Span}: {truth}, not {read}, in "
                        + grounded.Tell(cells);
                }
            }
        }

        return null;
    }

    private static (RulesCase Case, string? Fault) Shrink(RulesCase @case)
    {
        var (unused, none) = (0, 0);
        var fault = Fault(@case, ref unused, ref none);
        for (var tries = 0; tries < MostShrinks;)
        {
            var smaller = @case.Shrink().FirstOrDefault(c => tries++ < MostShrinks && Fault(c, ref unused, ref none) is not null);
            if (smaller is null)
            {
                break;
            }

            (@case, fault) = (smaller, Fault(smaller, ref unused, ref none));
        }

        return (@case, fault);
    }
}
