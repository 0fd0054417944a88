using NegotiationRules.Generation.Options;
using NegotiationRules.Generation.Tests.Support;
using NegotiationRules.Tests.Agreement;
using NegotiationRules.Tests.Support;
using Xunit.Abstractions;

namespace NegotiationRules.Generation.Tests.Agreement;

/// <summary>Rules compiled at run time, for the types that are written with them: they say what the tree walk says of the same
/// objects.</summary>
public sealed class CompiledRulesTests(ITestOutputHelper output)
{
    private const int ScenariosEach = 12;

    private static readonly int Cases = CaseCount.Of(40);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void RulesMadeAtRandomAgreeWithTheTreeWalk(bool areAllKnown)
    {
        var seed = Seed.Of(output);
        var cases = Generated.Cases(seed, Cases).Concat(Generated.Comparisons(seed, Cases / 2, rules: 8))
            .Select(c => (c.Rules.Vocabulary, c.Seed, Rules: c.Rules.InColumns))
            .Where(c => c.Rules is not null && CSharpGenerator.Write(c.Rules, new CSharpOptions { Namespace = "Tried" }).Text is not null)
            .ToList();
        var (compiled, compared, byCode, all) = (0, 0, 0, 0);
        foreach (var chunk in cases.Chunk(200))
        {
            var written = WrittenRules.Compile([.. chunk.Select(c => c.Rules!)], areAllKnown);
            foreach (var (c, types) in chunk.Zip(written))
            {
                var rules = CompiledRules.For(c.Rules!, types.ScenarioType);
                compiled += rules.IsCompiled ? 1 : 0;
                var random = new Random(c.Seed);
                for (var i = 0; rules.IsCompiled && i < ScenariosEach; i++)
                {
                    var scenario = GeneratedScenario.Make(random, c.Vocabulary, 30);
                    scenario = areAllKnown ? scenario.Refine(random, thoroughly: true)
                        : new(c.Vocabulary, ObjectFacts.Sayable(scenario.Facts, c.Vocabulary.Root, random));
                    all++;
                    if (types.Of(scenario.Scenario) is { } facts && rules.AssertAgrees(facts, $"SEED={seed}"))
                    {
                        compared++;
                        byCode += rules.UsedCompiledCode ? 1 : 0;
                    }
                }

                if (!rules.IsCompiled)
                {
                    output.WriteLine(rules.Fallbacks[0].Message);
                }
            }
        }

        output.WriteLine($"{compiled} of {cases.Count} rule sets compiled, {compared} of {all} scenarios compared, {byCode} by code");
        Assert.True(
            compiled > cases.Count / 2 && compared > all / 3 && byCode > compared / 2,
            $"{compiled} of {cases.Count}, {byCode} of {compared} of {all}");
    }
}
