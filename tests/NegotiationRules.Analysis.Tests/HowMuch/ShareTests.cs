using System.Globalization;
using System.Numerics;
using NegotiationRules.Analysis.Questions;
using NegotiationRules.Facts;
using NegotiationRules.Tests.Agreement;
using NegotiationRules.Tests.Support;
using NegotiationRules.Text;
using Xunit.Abstractions;

namespace NegotiationRules.Analysis.Tests.HowMuch;

/// <summary>Shares are those of trying all scenarios.</summary>
public sealed class ShareTests(ITestOutputHelper output)
{
    private const int MostScenarios = 800;
    private static readonly int Situations = CaseCount.Of(40);
    private static readonly int Cases = CaseCount.Of(40);

    [Fact]
    public void OnSituationsMadeAtRandomSharesAreThoseOfTryingAll()
    {
        var random = new Random(Seed.Of(output));
        for (var i = 0; i < Situations; i++)
        {
            var situation = new Situation(random, MostScenarios);
            var share = situation.Rules.ShareOfValid("talks", new ShareOptions
            {
                Given = situation.Given,
                Free = situation.Choices.Count == 0 ? ["parties.id"] : [.. situation.Choices.Select(choice => choice.Path)],
            });

            // Which texts parties are called by has no end, but nothing reads it.
            Assert.True(share.NotDecided is null, $"{situation}\n{share}");
            var all = EveryScenario.Of(situation.Rules, situation.Given, "talks", situation.Choices)!;
            Check(all, share, $"{situation}\n{share}");
        }
    }

    [Fact]
    public void WithADistributionEachValueCountsAsOftenAsItOccurs()
    {
        var random = new Random(Seed.Of(output));
        for (var i = 0; i < Situations; i++)
        {
            var situation = new Situation(random, MostScenarios);
            List<Choice> choices =
            [
                .. situation.Choices.Where(choice => !choice.Path.Contains('[', StringComparison.Ordinal)).Select(choice => choice with
                {
                    Values = [.. choice.Values.Select((value, j) => (value.Value, j == 0 ? 3 : random.Next(9)))],
                }),
            ];
            if (choices.Count == 0)
            {
                continue;
            }

            var share = situation.Rules.ShareOfValid("talks", new ShareOptions
            {
                Given = situation.Given,
                Free = [choices[0].Path],
                Distribution = choices.ToDictionary(choice => choice.Path, choice => (IReadOnlyDictionary<string, decimal>)choice.Values
                    .ToDictionary(value => Written(value.Value), value => value.Weight / 8m)),
            });
            Check(EveryScenario.Of(situation.Rules, situation.Given, "talks", choices)!, share, $"{situation}\n{share}");
        }
    }

    [Fact]
    public void OnGeneratedRulesSharesAreThoseOfTryingAll()
    {
        var (seed, decided) = (Seed.Of(output), 0);
        foreach (var @case in Generated.Cases(seed, Cases))
        {
            if (@case.Rules.Rules is not { } rules
                || ChoicesIn(rules, @case.Scenario.Scenario, new Random(@case.Seed)) is not { Count: > 0 } choices)
            {
                continue;
            }

            var stage = rules.Stages[0];
            var share = rules.ShareOfValid(
                stage, new ShareOptions { Given = @case.Scenario.Scenario, Free = [.. choices.Select(choice => choice.Path)] },
                AnalysisLimits.Default with { Time = TimeSpan.FromSeconds(2) });
            if (share.NotDecided is null && EveryScenario.Of(rules, @case.Scenario.Scenario, stage, choices) is { } all)
            {
                decided++;
                Check(all, share, $"{@case.Seed}: {share}\n{@case}");
            }
        }

        output.WriteLine($"{decided} decided");
        Assert.True(decided > Cases / 4);
    }

    [Fact]
    public void TheVotesOfTheSecurityCouncilAreCounted()
    {
        var (rules, veto) = (RuleSet.Load(Repository.At("rules/security-council")), Veto);
        var twoVotes = new Dictionary<string, IReadOnlyDictionary<string, decimal>>
        {
            ["members.vote"] = new Dictionary<string, decimal> { ["yes"] = 0.5m, ["no"] = 0.5m },
        };

        // As many ways as the power indices count.
        var share = rules.ShareOfValid("adoption", new ShareOptions { Given = veto, Distribution = twoVotes });

        Assert.Equal(new Proportion(848, 32_768), share.Valid);
        Assert.Equal(15, share.Facts.Count);
        Assert.Equal(("yes", "no"), (share.Facts[0].BestValues, share.Facts[0].WorstValues));
        Assert.Equal(new Proportion(848, 16_384), share.Facts[0].Best);
        Assert.True(Proportion.BySize.Compare(share.Facts[0].Difference, share.Facts[14].Difference) > 0);
    }

    [Fact]
    public void WhatHasNoEndIsNotCounted()
    {
        var share = RuleSet.Load(Repository.At("rules/security-council"))
            .ShareOfValid("adoption", new ShareOptions { Given = Veto, Free = ["date"] });

        Assert.StartsWith("there is no end to the values of `date`", share.NotDecided!.Reason, StringComparison.Ordinal);
        Assert.Empty(share.Facts);
    }

    private static Scenario Veto => Scenario.Load(Repository.At("rules/security-council/scenarios/veto.scenario.json"));

    private static void Check(EveryScenario all, Share share, string message)
    {
        foreach (var outcome in Enum.GetValues<StageOutcome>())
        {
            Assert.True(all.Part(outcome) == share.Of(outcome), $"{outcome}: {all.Part(outcome)}, not {share.Of(outcome)}\n{message}");
        }

        foreach (var rule in share.Blocking)
        {
            Assert.True(all.Blocks(rule.Rule.Id) == (rule.Any, rule.Alone), $"{rule}, but {all.Blocks(rule.Rule.Id)}\n{message}");
        }

        foreach (var fact in share.Facts)
        {
            Assert.True(all.ValidBy(fact.Path) == (fact.Best, fact.Worst), $"{fact}, but {all.ValidBy(fact.Path)}\n{message}");
        }
    }

    // Facts with few values, as many as can be tried.
    private static List<Choice> ChoicesIn(RuleSet rules, Scenario scenario, Random random)
    {
        var facts = scenario.Bind(rules.Vocabulary, new DiagnosticBag());
        var all = new List<Choice>();
        Add(FactValue.Of(facts), facts.Type, string.Empty, all);
        var (product, chosen) = (1, new List<Choice>());
        foreach (var choice in all.OrderBy(_ => random.Next()))
        {
            if (product * choice.Values.Count <= MostScenarios / 4)
            {
                product *= choice.Values.Count;
                chosen.Add(choice);
            }
        }

        return chosen;
    }

    private static void Add(FactValue value, FactType type, string path, List<Choice> choices)
    {
        switch (type)
        {
            case RecordType record:
                for (var slot = 0; slot < record.Properties.Count && (value.IsKnown || path.Length == 0); slot++)
                {
                    var name = record.Properties[slot].Name;
                    Add(value.Record[slot], record.Properties[slot].Type, path.Length == 0 ? name : $"{path}.{name}", choices);
                }

                break;
            case ListType list when value.IsKnown:
                for (var index = 0; index < value.List.Count; index++)
                {
                    Add(value.List[index], list.Element, $"{path}[{index}]", choices);
                }

                break;
            case BooleanType:
                choices.Add(new Choice(path, [(true, 1), (false, 1)]));
                break;
            case TextType { Values: { Count: < 6 } values }:
                choices.Add(new Choice(path, [.. values.Select(text => ((object)text, 1))]));
                break;
            case ExactType { Scale: 0 } exact when exact.Minimum > -1_000 && exact.Maximum < 1_000 && exact.Maximum - exact.Minimum < 150:
                choices.Add(new Choice(
                    path, [.. Enumerable.Range((int)exact.Minimum, (int)(exact.Maximum - exact.Minimum) + 1).Select(n => ((object)n, 1))]));
                break;
            default:
                break;
        }
    }

    private static string Written(object value) => value is bool yes ? (yes ? "true" : "false")
        : Convert.ToString(value, CultureInfo.InvariantCulture)!;
}
