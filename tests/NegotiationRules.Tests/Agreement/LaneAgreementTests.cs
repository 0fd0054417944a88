using NegotiationRules.Tests.Support;
using Xunit.Abstractions;

namespace NegotiationRules.Tests.Agreement;

/// <summary>Rules side by side in lanes get the outcomes that each gets from the tree walk on its own.</summary>
public class LaneAgreementTests(ITestOutputHelper output)
{
    private static readonly int Cases = CaseCount.Of(75);

    [Fact]
    public void LanesAndTreeWalkAgreeOnGeneratedRulesAndScenarios()
    {
        var compared = 0;
        foreach (var c in Generated.Cases(Seed.Of(output), Cases))
        {
            if (c.Rules.Rules is { } rules)
            {
                var random = new Random(c.Seed);
                var run = new LaneAgreementRun(rules);
                for (var i = 0; i < 30; i++)
                {
                    run.AssertAgree(GeneratedScenario.Make(random, c.Rules.Vocabulary, 30 + i).Scenario);
                }

                run.AssertAgree(c.Scenario.Scenario);
                compared += run.Compared;
            }
        }

        Assert.True(compared > Cases * 20, $"only {compared} outcomes were compared");
    }

    [Fact]
    public void EveryShippedRuleSetAgreesOnItsScenarios()
    {
        var folders = Directory
            .GetDirectories(Repository.At("rules"))
            .Where(folder => Directory.Exists(Path.Combine(folder, "scenarios")))
            .ToList();
        Assert.NotEmpty(folders);

        foreach (var folder in folders)
        {
            var run = new LaneAgreementRun(RuleSet.Load(folder));
            foreach (var path in Directory.GetFiles(Path.Combine(folder, "scenarios")))
            {
                run.AssertAgree(Scenario.Load(path));
            }

            Assert.NotEqual(0, run.Compared);
        }
    }
}
