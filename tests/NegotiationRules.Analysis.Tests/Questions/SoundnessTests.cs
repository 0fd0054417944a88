using System.Text.Json;
using System.Text.Json.Nodes;
using NegotiationRules.Tests.Support;

namespace NegotiationRules.Analysis.Tests.Questions;

/// <summary>Each defect is found where it is, and nothing else is.</summary>
public class SoundnessTests
{
    private static readonly Dictionary<string, JsonObject> Cases = Read();

    public static TheoryData<string> Names { get; } = [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void WhatIsWrongIsFound(string name)
    {
        var @case = Cases[name];
        var soundness = RulesOf(@case).Analyze(OptionsOf(@case));
        var found = soundness.Findings.Select(finding => string.Join(' ',
            [finding.Diagnostic.Code, finding.Rule?.Id ?? finding.Stage, .. finding.Core.Select(rule => $"+{rule.Id}")]));

        Assert.Equal(Texts(@case["expect"]), found);
        Assert.Equal(Texts(@case["open"]), soundness.Gaps.Select(gap => $"{gap.Code} {gap.Rule?.Id ?? gap.Stage}").Distinct());
        Assert.Equal(soundness.Findings.Count > 0 ? false : soundness.Gaps.Count > 0 ? null : true, soundness.IsSound);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void AScenarioThatShowsItIsWhatTheEvaluatorSays(string name)
    {
        var rules = RulesOf(Cases[name]);
        foreach (var finding in rules.Analyze(OptionsOf(Cases[name])).Findings.Where(finding => finding.Witness is not null))
        {
            var verdict = rules.Evaluate(finding.Witness!);
            var outcomes = finding.Core.Append(finding.Rule!).Select(rule => verdict.Rule(rule.Id).Outcome).ToList();
            Assert.DoesNotContain(RuleOutcome.NotApplicable, outcomes);
            Assert.DoesNotContain(RuleOutcome.Unknown, outcomes.Take(finding.Diagnostic.Code == "NR5005" ? 0 : outcomes.Count));
            Assert.Equal(finding.Diagnostic.Code == "NR5003", outcomes.TrueForAll(outcome => outcome == RuleOutcome.Satisfied));
        }
    }

    [Fact]
    public void AListThatTheVocabularyDoesNotHaveIsNoListToLimit()
    {
        var fault = Assert.Throws<ArgumentException>(() => RulesOf(Cases.Values.First()).Analyze(
            new AnalysisOptions { Lists = new Dictionary<string, int> { ["nobody"] = 3 } }));
        Assert.Equal("options", fault.ParamName);
    }

    [Fact]
    public void AnAssumptionThatIsNoConditionIsReported() =>
        Assert.Throws<RuleFileException>(() => RulesOf(Cases.Values.First()).Analyze(new AnalysisOptions { Assume = ["no such name"] }));

    [Fact]
    public void WithoutTimeNothingIsDecided()
    {
        var limits = AnalysisLimits.Default with { Time = TimeSpan.FromTicks(1) };
        var soundness = RulesOf(Cases.Values.First()).Analyze(new AnalysisOptions { Limits = limits });
        Assert.Null(soundness.IsSound);
        Assert.All(soundness.Gaps, gap => Assert.Contains("used up", gap.Why.Reason, StringComparison.Ordinal));
    }

    private static RuleSet RulesOf(JsonObject @case)
    {
        var vocabulary = @case["vocabulary"] is JsonObject facts
            ? Vocabulary.Parse($$"""{ "type": "object", "properties": {{facts.ToJsonString()}} }""") : Vocabulary.Negotiation;
        return RuleSet.Parse(@case["rules"]!.ToJsonString(), new RuleSetOptions { Vocabulary = vocabulary });
    }

    private static AnalysisOptions OptionsOf(JsonObject @case) => new()
    {
        Given = @case["given"] is { } given ? Scenario.Parse(given.ToJsonString()) : null,
        Assume = [.. (@case["assume"] as JsonArray ?? []).Select(one => one is JsonObject ? one.ToJsonString() : one!.GetValue<string>())],
        Lists = (@case["lists"] as JsonObject ?? []).ToDictionary(list => list.Key, list => list.Value!.GetValue<int>()),
        Limits = AnalysisLimits.Default with { Time = TimeSpan.FromSeconds(60) },
    };

    private static List<string> Texts(JsonNode? list) => [.. (list as JsonArray ?? []).Select(text => text!.GetValue<string>())];

    private static Dictionary<string, JsonObject> Read()
    {
        var path = Repository.At("tests/NegotiationRules.Analysis.Tests/Questions/unsound.cases.jsonc");
        var options = new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
        return JsonNode.Parse(File.ReadAllText(path), documentOptions: options)!.AsArray()
            .ToDictionary(one => one!["name"]!.GetValue<string>(), one => one!.AsObject());
    }
}
