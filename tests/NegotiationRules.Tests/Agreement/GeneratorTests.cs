using NegotiationRules.Programs;
using NegotiationRules.Syntax;
using NegotiationRules.Tests.Support;
using Xunit.Abstractions;

namespace NegotiationRules.Tests.Agreement;

/// <summary>That the generators are worth relying on: the checker accepts nearly all of what they make, every form occurs, and failures
/// shrink.</summary>
public class GeneratorTests(ITestOutputHelper output)
{
    private static readonly int Samples = CaseCount.Of(500);

    [Fact]
    public void TheCheckerAcceptsNearlyAllGeneratedRules()
    {
        var refused = Generated.Cases(Seed.Of(output), Samples)
            .Select(c => (c.Rules, Diagnostics: Diagnostics(c.Rules)))
            .Where(c => c.Diagnostics.Count > 0)
            .ToList();
        var codes = refused.SelectMany(r => r.Diagnostics).CountBy(d => d.Code).Select(c => $"{c.Key} {c.Value}");
        Assert.True(
            refused.Count <= Samples / 20,
            $"{refused.Count} of {Samples} are refused: {string.Join(", ", codes)}\n{refused.FirstOrDefault().Diagnostics?[0]}"
        );
    }

    [Fact]
    public void EveryGeneratedScenarioIsOneOfItsVocabulary()
    {
        foreach (var @case in Generated.Cases(Seed.Of(output), Samples).Where(c => c.Rules.Rules is not null))
        {
            if (!@case.Rules.Rules!.TryEvaluate(@case.Scenario.Scenario, out _, out var diagnostics))
            {
                Assert.All(diagnostics, d => Assert.Equal("NR4100", d.Code));
            }
        }
    }

    [Fact]
    public void EvaluationSeldomEndsInAQuantityBeyondMeasureAndOutcomesAreMixed()
    {
        var outcomes = Generated.Cases(Seed.Of(output), Samples)
            .Where(c => c.Rules.Rules is not null)
            .SelectMany(c =>
                c.Rules.Rules!.TryEvaluate(c.Scenario.Scenario, out var verdict, out _)
                    ? verdict.Rules.Select(r => $"{r.Outcome}")
                    : ["beyond"]
            )
            .CountBy(o => o)
            .ToDictionary();
        var all = outcomes.Values.Sum();
        Assert.All(
            Enum.GetNames<RuleOutcome>(),
            name => Assert.True(outcomes.GetValueOrDefault(name) > all / 200, $"{name}: {outcomes.GetValueOrDefault(name)} of {all}")
        );
        Assert.True(outcomes.GetValueOrDefault("beyond") < all / 10, $"beyond: {outcomes.GetValueOrDefault("beyond")} of {all}");
    }

    [Fact]
    public void EveryFormAndOperatorOccurs()
    {
        var text = string.Concat(Generated.Cases(Seed.Of(output), 1_500).Select(c => c.Rules.Text));
        Assert.All(
            [.. FormWords.All, "descending", .. Operators.Names, .. CalendarMoves.Names, .. OperandFunctions.All],
            key => Assert.Contains($"\"{key}\"", text, StringComparison.Ordinal));
    }

    // What agrees with the tree walk on generated rules is only shown of steps that these have.
    [Fact]
    public void EveryKindOfStepOccurs()
    {
        var steps = Generated.Cases(1, Samples).SelectMany(c => c.Rules.Rules?.Program.Steps ?? []).ToList();
        var kinds = steps.Select(step => step.GetType()).ToHashSet();

        // Whole numbers that a date is moved by are too seldom among them.
        Assert.All(
            typeof(Step).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Step)) && type != typeof(ShiftByNumber)),
            kind => Assert.Contains(kind, kinds));
        Assert.Contains(steps, step => step is AggregateOf { SupposesSome: true });
        Assert.Contains(steps, step => step is OrderOf { Within: not null });
    }

    [Fact]
    public void ShrinkingEndsAtSomethingSmall()
    {
        var large = Generated.Cases(Seed.Of(output), 200).OrderByDescending(c => c.Rules.Text.Length).First();
        var small = large;
        while (small.Shrink().FirstOrDefault(c => Size(c) < Size(small)) is { } smaller)
        {
            small = smaller;
        }

        Assert.Single(small.Rules.File.Rules);
        Assert.Empty(small.Scenario.Facts.Members);
        Assert.True(Size(small) < Size(large) / 2);
    }

    private static int Size(RulesCase @case) => @case.Rules.Text.Length + @case.Scenario.ToString().Length;

    private static List<Diagnostic> Diagnostics(GeneratedRules rules)
    {
        RuleSet.TryParse(rules.Text, new RuleSetOptions { Vocabulary = rules.Vocabulary }, out _, out var diagnostics);
        return [.. diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)];
    }
}
