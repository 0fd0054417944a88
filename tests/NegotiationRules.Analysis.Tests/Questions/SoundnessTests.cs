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

    // Two numbers of each of forty rows come to more sums than are looked at, and the only one that would do is among the last of them.
    [Fact]
    public void WhatIsComparedWithMoreValuesThanAreLookedAtIsNotSaidToBeNever()
    {
        var rules = RuleSet.Parse(
            """
            { "name": "r", "stages": ["talks"], "rules": [
              { "id": "sum", "require": { "all": [
                { "total": { "moreThan": 40000, "lessThan": 41000 } },
                { "some": "rows", "where": { "value": { "fact": "a", "plus": { "fact": "b" } }, "is": { "fact": "total" } } }] } }] }
            """,
            new RuleSetOptions
            {
                Vocabulary = Vocabulary.Parse("""
                    { "type": "object", "properties": {
                      "total": { "type": "integer", "minimum": 0, "maximum": 100000 },
                      "rows": { "type": "array", "items": { "type": "object", "properties": {
                        "a": { "type": "integer", "minimum": 0, "maximum": 100000 },
                        "b": { "type": "integer", "minimum": 0, "maximum": 100000 } } } } } }
                    """),
            });
        var rows = Enumerable.Range(1, 40).Select(i => $$"""{ "a": {{i}}, "b": {{i * 1000}} }""");
        var given = Scenario.Parse($$"""{ "rows": [{{string.Join(", ", rows)}}] }""");

        Assert.Equal(StageOutcome.Valid, rules.Evaluate(given.With("total", 40040)).Stage("talks").Outcome);
        var soundness = rules.Analyze(new AnalysisOptions { Given = given });
        Assert.DoesNotContain(soundness.Findings, finding => finding.Diagnostic.Code is "NR5002" or "NR5008");
        Assert.Contains(
            soundness.Gaps,
            gap => gap.Code == "NR5002" && gap.Why.Reason.Contains("more values than", StringComparison.Ordinal));
    }

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
