using System.Text;
using System.Text.Json;
using FsCheck.Fluent;
using NegotiationRules.Tests.Conformance;
using NegotiationRules.Tests.Support;
using Xunit.Abstractions;

namespace NegotiationRules.Tests.Agreement;

/// <summary>Whichever way a scenario comes in, and whatever evaluates it, the outcomes are those of the tree walk.</summary>
public class EveryEvaluatorTests(ITestOutputHelper output)
{
    private static readonly int Cases = CaseCount.Of(50);

    public static TheoryData<string> ConformanceFiles { get; } = [.. ConformanceFile.Names];

    [Fact]
    public void EveryEvaluatorAgreesOnGeneratedRulesAndScenarios()
    {
        long pairs = 0, inColumns = 0;
        var seed = Environment.TickCount & 0xfff;
        output.WriteLine($"seed {seed}");
        foreach (var c in Generated.Cases(seed, Cases).Concat(Generated.Comparisons(seed, Cases / 2, rules: 12)))
        {
            if (c.Rules.Rules is { } rules)
            {
                var random = new Random(c.Seed);
                var scenarios = Enumerable
                    .Range(0, random.Next(40))
                    .Select(_ => GeneratedScenario.Make(random, c.Rules.Vocabulary, 30))
                    .ToList();
                pairs += EveryEvaluator.AssertAgree(rules, [.. scenarios.Select(BytesOf)]);
                inColumns += c.Rules.InColumns is { } laid ? EveryEvaluator.AssertColumnsAgree(laid, scenarios.Select(s => s.Facts)) : 0;
            }
        }

        output.WriteLine($"seed {seed}: {pairs} pairs of a rule and a scenario, and {inColumns} in columns");
        Assert.True(pairs > 0 && inColumns > pairs / 50, $"{pairs}, {inColumns}");
    }

    // What a case expects is held against the tree walk elsewhere; here all others meet its facts, and those of a few cases beside it.
    [Theory]
    [MemberData(nameof(ConformanceFiles))]
    public void EveryEvaluatorAgreesOnTheConformanceCases(string file)
    {
        var cases = ConformanceFile.Named(file).Cases;
        for (var i = 0; i < cases.Count; i++)
        {
            var facts = cases.Skip(i).Take(4).Select(c => Encoding.UTF8.GetBytes(c.Scenario.ToString()));
            EveryEvaluator.AssertAgree(cases[i].Rules, [.. facts]);
        }
    }

    [Fact]
    public void EveryEvaluatorAgreesOnTheScenariosThatShip()
    {
        foreach (var set in FillAgreement.Shipped().Concat(FillAgreement.Lines()).GroupBy(c => c.Rules.Name))
        {
            EveryEvaluator.AssertAgree(set.First().Rules, [.. set.Select(c => c.Utf8)]);
        }
    }

    // The data lies in a folder beside the repository; where there is none, this says so and passes.
    [Theory]
    [InlineData("security-council", 858)]
    [InlineData("treaty-entry-into-force", 527)]
    [InlineData("delegations", 197)]
    public void EveryEvaluatorAgreesOnTheWholeOfTheData(string ruleSet, int lines)
    {
        var path = Repository.At($"../shared/data/{ruleSet}.jsonl");
        if (!File.Exists(path))
        {
            output.WriteLine($"not run: there is no {path}");
            return;
        }

        var scenarios = File.ReadLines(path)
            .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("facts").GetRawText())
            .Select(Encoding.UTF8.GetBytes)
            .ToList();

        Assert.Equal(lines, scenarios.Count);
        EveryEvaluator.AssertAgree(RuleSet.Load(Repository.At($"rules/{ruleSet}")), scenarios);
    }

    private static byte[] BytesOf(GeneratedScenario scenario) =>
        Encoding.UTF8.GetBytes(NegotiationRules.Text.JsonPrinter.Print(scenario.Facts, indented: false));
}
