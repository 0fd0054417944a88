using System.Text.RegularExpressions;
using NegotiationRules.Generation.Options;
using NegotiationRules.Generation.Tests.Support;
using NegotiationRules.Tests.Support;
using NegotiationRules.Text;
using Xunit.Abstractions;

namespace NegotiationRules.Generation.Tests.Agreement;

/// <summary>Rule sets that ship, written out: they say what the tree walk says, or it is told why they cannot be written.</summary>
public sealed partial class ShippedRulesTests(ITestOutputHelper output)
{
    private static readonly CSharpOptions Options = new() { Namespace = "Shipped" };

    private static readonly string[] Files =
    [
        .. Directory.GetFiles(Repository.At("rules"), "*.rules.json", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Where(file => !file.Contains("/broken/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void WhatShipsAgreesWithTheTreeWalkOnAllOfItsScenarios(bool isStandalone)
    {
        var rules = Files.Select(file => (File: file, Rules: RuleSet.Load(Repository.At(file))))
            .Where(set => CSharpGenerator.Write(set.Rules, Options).Text is not null).ToList();
        var written = WrittenRules.Compile([.. rules.Select(set => set.Rules)], isStandalone: isStandalone);
        foreach (var ((file, _), compiled) in rules.Zip(written))
        {
            var (compared, all) = (0, 0);
            foreach (var scenario in ScenariosBeside(file).Select(InWholeDays).Where((_, i) => i % (isStandalone ? 5 : 1) == 0))
            {
                all++;
                if (compiled.AssertAgrees(scenario, $"{file}, {scenario.Name}"))
                {
                    compared++;
                    Assert.Equal((file, scenario.Name, 0), (file, scenario.Name, compiled.GarbageOf(scenario)));
                }
            }

            output.WriteLine($"{file}: {compared} of {all} scenarios");
            Assert.True(compared > 0 || (isStandalone && all < 20), file);
        }
    }

    [Fact]
    public void WhatShipsCompiledAtRunTimeAgreesWithTheTreeWalkAndLeavesNothingBehind()
    {
        var rules = Files.Select(file => (File: file, Rules: RuleSet.Load(Repository.At(file))))
            .Where(set => CSharpGenerator.Write(set.Rules, Options).Text is not null).ToList();
        var types = WrittenRules.Compile([.. rules.Select(set => set.Rules)]);
        foreach (var ((file, set), written) in rules.Zip(types))
        {
            var compiled = CompiledRules.For(set, written.ScenarioType);
            Assert.True(compiled.IsCompiled, $"{file}: {string.Join('\n', compiled.Fallbacks)}");
            var (compared, all) = (0, 0);
            foreach (var scenario in ScenariosBeside(file).Select(InWholeDays))
            {
                all++;
                if (written.Of(scenario) is { } facts && compiled.AssertAgrees(facts, $"{file}, {scenario.Name}"))
                {
                    compared++;
                    Assert.Equal((file, scenario.Name, 0), (file, scenario.Name, compiled.GarbageOf(facts)));
                    Assert.True(compiled.UsedCompiledCode, $"{file}, {scenario.Name}");
                }
            }

            output.WriteLine($"{file}: {compared} of {all} scenarios");
            Assert.True(compared > 0, file);
        }
    }

    [Fact]
    public void WhatCannotBeWrittenIsToldWithItsPlace()
    {
        var refused = Files.Select(file => CSharpGenerator.Write(RuleSet.Load(Repository.At(file)), Options)).Where(g => g.Text is null);
        var report = string.Join("\n\n", refused.SelectMany(generated => generated.Diagnostics).Select(d => d.ToString()).Distinct());

        Approved.Check(report.Replace(Repository.At(".") + Path.DirectorySeparatorChar, string.Empty, StringComparison.Ordinal));
    }

    // Objects have days only, where a scenario may have a month.
    private static Scenario InWholeDays(Scenario scenario) =>
        Scenario.Parse(Month().Replace(JsonPrinter.Print(scenario.Root, indented: false), "\"$1-15\""), scenario.Name);

    [GeneratedRegex("\"(\\d{4}-\\d{2})\"")]
    private static partial Regex Month();

    private static IEnumerable<Scenario> ScenariosBeside(string file)
    {
        var folder = Path.GetDirectoryName(Repository.At(file))!;
        var beside = Path.Combine(folder, "scenarios");
        var named = !Directory.Exists(beside) ? []
            : Directory.GetFiles(beside, "*.scenario.json").Order(StringComparer.Ordinal).Select(path => Scenario.Load(path));
        var tests = file.Replace(".rules.json", ".tests.json", StringComparison.Ordinal);
        return File.Exists(Repository.At(tests))
            ? named.Concat(RuleTests.Load(Repository.At(tests)).Stream().Select(result => result.Scenario).OfType<Scenario>().Take(400))
            : named;
    }
}
