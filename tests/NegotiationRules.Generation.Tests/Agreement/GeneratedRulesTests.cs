using NegotiationRules.Generation.Options;
using NegotiationRules.Generation.Tests.Support;
using NegotiationRules.Tests.Agreement;
using NegotiationRules.Tests.Support;
using Xunit.Abstractions;

namespace NegotiationRules.Generation.Tests.Agreement;

/// <summary>Rules made at random, written out: they say what the tree walk says.</summary>
public sealed class GeneratedRulesTests(ITestOutputHelper output)
{
    private const int ScenariosEach = 12;

    private static readonly int Cases = CaseCount.Of(40);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void WhatIsWrittenAgreesWithTheTreeWalk(bool areAllKnown)
    {
        var seed = Seed.Of(output);
        var cases = Generated.Cases(seed, Cases).Concat(Generated.Comparisons(seed, Cases / 4, rules: 8))
            .Select(c => (c.Rules.Vocabulary, c.Seed, Rules: c.Rules.InColumns))
            .Where(c => c.Rules is not null && CSharpGenerator.Write(c.Rules, new CSharpOptions { Namespace = "Tried" }).Text is not null)
            .ToList();
        var (compared, all) = (0, 0);
        foreach (var chunk in cases.Chunk(200))
        {
            var written = WrittenRules.Compile([.. chunk.Select(c => c.Rules!)], areAllKnown, isStandalone: seed % 2 == 0);
            foreach (var (c, compiled) in chunk.Zip(written))
            {
                var random = new Random(c.Seed);
                for (var i = 0; i < ScenariosEach; i++)
                {
                    var scenario = GeneratedScenario.Make(random, c.Vocabulary, 30);
                    scenario = areAllKnown ? scenario.Refine(random, thoroughly: true) : WithDays(scenario, c.Vocabulary, random);
                    all++;
                    compared += compiled.AssertAgrees(scenario.Scenario, $"SEED={seed}") ? 1 : 0;
                }
            }
        }

        output.WriteLine($"{cases.Count} rule sets, {compared} of {all} scenarios compared");
        Assert.True(cases.Count > Cases / 8 && compared > all / 3, $"{cases.Count} rule sets, {compared} of {all} scenarios compared");
    }

    // Objects have no days that are only months, and no elements of which nothing is known.
    private static GeneratedScenario WithDays(GeneratedScenario scenario, Vocabulary vocabulary, Random random) =>
        new(vocabulary, ObjectFacts.Sayable(scenario.Facts, vocabulary.Root, random));
}
