using System.Diagnostics;
using NegotiationRules.Explanation;
using NegotiationRules.Explanation.Outlines;
using NegotiationRules.Tests.Agreement;
using NegotiationRules.Tests.Support;
using Xunit.Abstractions;

namespace NegotiationRules.Tests.Explanation.Sentences;

/// <summary>What is printed is so: the numbers and names of every line are reckoned again, and read back out of its words.</summary>
public class SentencesTests(ITestOutputHelper output)
{
    private const int Enough = 20_000;
    private const int OfEachKind = 5;
    private const int MostFaults = 5;

    private static readonly List<string> ClaimKinds =
        [.. typeof(Claim).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Claim))).Select(t => t.Name)];

    private static readonly ExplanationOptions[] Options =
        [ExplanationOptions.Default, new() { ShowAll = true }, new() { MostElements = 1 }, new() { MostElements = 2 }];

    [Fact]
    public void WhatIsPrintedIsSo()
    {
        var seed = Seed.Of(output);
        var random = new Random(seed);
        var states = new GeneratedStates(random);
        var kinds = new Dictionary<string, int>(StringComparer.Ordinal);
        var watch = Stopwatch.StartNew();
        var faults = new List<string>();
        var enough = CaseCount.Of(Enough);

        // A kind that has been rare so far is waited for, but not for ever: what is as good as never made is a fault of the generators.
        for (var (cases, sentences) = (0, 0); faults.Count < MostFaults
            && (sentences < enough || (sentences < 10 * enough && ClaimKinds.Exists(IsRare))); cases++)
        {
            var (rules, scenario, text) = cases % 4 == 0 ? Anything(random) : Voting(states);
            if (rules is null || !rules.TryEvaluate(scenario, out var verdict, out _))
            {
                continue;
            }

            foreach (var options in Options)
            {
                var told = verdict.Explain(options);
                sentences += told.Summary.Prepend(told.Outline).Sum(node =>
                    Check(node, options, kinds, fault => Add(faults, fault, $"{text}\n{scenario}")));
            }
        }

        Assert.True(faults.Count == 0, $"SEED={seed}\n{string.Join("\n\n", faults.OrderBy(f => f.Length))}");
        foreach (var (kind, count) in kinds.OrderByDescending(k => k.Value))
        {
            output.WriteLine($"{count,7} {kind}");
        }

        output.WriteLine($"{watch.Elapsed.TotalSeconds:0.0} s");
        Assert.All(ClaimKinds, kind => Assert.False(IsRare(kind), $"{kind} is hardly ever made"));

        bool IsRare(string kind) => kinds.GetValueOrDefault(kind) < OfEachKind;
    }

    // Of one fault that shows in several lines, one is enough.
    private static void Add(List<string> faults, string fault, string where)
    {
        if (faults.Count < MostFaults && !faults.Exists(f => f.StartsWith(fault, StringComparison.Ordinal)))
        {
            faults.Add($"{fault}\n{where}");
        }
    }

    private static (RuleSet? Rules, Scenario Scenario, string Text) Voting(GeneratedStates states)
    {
        var text = states.RulesText();
        return (RuleSet.TryParse(text, new RuleSetOptions { Vocabulary = GeneratedStates.Vocabulary }, out var rules, out _) ? rules
            : null, states.Scenario(), text);
    }

    private static (RuleSet? Rules, Scenario Scenario, string Text) Anything(Random random)
    {
        var size = random.Next(10, 60);
        var vocabulary = GeneratedVocabulary.Make(random, size).Vocabulary;
        var rules = GeneratedRules.Make(random, vocabulary, size);
        return (rules.Rules, GeneratedScenario.Make(random, vocabulary, size).Scenario, rules.Text);
    }

    // How many sentences were held against the facts.
    private static int Check(ExplanationNode node, ExplanationOptions options, Dictionary<string, int> kinds, Action<string> report)
    {
        foreach (var claim in node.Claims)
        {
            kinds[claim.GetType().Name] = kinds.GetValueOrDefault(claim.GetType().Name) + 1;
        }

        if (node.IsFolded && !node.Text.StartsWith($"{node.Children.Count} rules ", StringComparison.Ordinal))
        {
            report($"“{node.Text}”\nit folds {node.Children.Count}");
        }

        try
        {
            if (ClaimCheck.Faults(node, options.MostElements).ToList() is { Count: > 0 } faults)
            {
                report($"“{node.Text}”\n{string.Join('\n', faults)}");
            }
        }
        catch (OverflowException)
        {
            // Numbers at the ends of what there is are more than is reckoned here.
        }

        return (node.Claims.Count > 0 ? 1 : 0) + node.Children.Sum(child => Check(child, options, kinds, report));
    }
}
