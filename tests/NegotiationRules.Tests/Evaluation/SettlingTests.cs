using System.Text.Json;
using NegotiationRules.Tests.Support;

namespace NegotiationRules.Tests.Evaluation;

/// <summary>What is said to settle a rule, in paths and in words: <c>Cases/Settling/cases.json</c>.</summary>
public class SettlingTests
{
    private static readonly JsonElement File = JsonDocument
        .Parse(System.IO.File.ReadAllText(Repository.At("tests/NegotiationRules.Tests/Cases/Settling/cases.json")))
        .RootElement;
    private static readonly Vocabulary Vocabulary = Vocabulary.Parse(File.GetProperty("vocabulary").GetRawText(), "cases");

    public static TheoryData<string> Cases { get; } =
    [.. File.GetProperty("cases").EnumerateArray().Select(c => c.GetProperty("name").GetString()!)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void WhatSettlesARuleIsAsTheCaseSays(string name)
    {
        var (written, rule) = Evaluate(name);
        var words = written.GetProperty("words").GetString()!;

        Assert.Equal(RuleOutcome.Unknown, rule.Outcome);
        Assert.Equal(written.GetProperty("settles").EnumerateArray().Select(path => path.GetString()), rule.Unsettled);
        Assert.StartsWith(words.TrimEnd('*'), rule.ToBeSettled, StringComparison.Ordinal);
        Assert.True(words.EndsWith('*') || words == rule.ToBeSettled, rule.ToBeSettled);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void WhereNothingSettlesItTheExplanationSaysSo(string name)
    {
        var (written, _) = Evaluate(name);
        var isDead = written.GetProperty("settles").GetArrayLength() == 0;

        var explanation = Rules(written).Evaluate(Facts(written)).Explain().ToText();

        Assert.Equal(isDead, explanation.Contains("nothing can settle this", StringComparison.Ordinal));
    }

    [Fact]
    public void ARuleThatIsDecidedHasNothingToBeSettled()
    {
        var rule = Rules("""{ "require": { "agreed": true }, "by": "2022-03-01" }""")
            .Evaluate(Scenario.Parse("""{ "agreed": false, "asOf": "2022-01-01" }"""))
            .Rule("it");

        Assert.Equal(RuleOutcome.Pending, rule.Outcome);
        Assert.Empty(rule.Unsettled);
        Assert.Null(rule.ToBeSettled);
    }

    [Fact]
    public void ManyOpenFactsAreListedWithoutTryingEachOfThemForEver()
    {
        var states = string.Join(", ", Enumerable.Range(0, 3000).Select(i => $$"""{ "name": "S{{i}}", "weight": {{(i * 7) + 3}} }"""));
        var rules = Rules("""{ "require": { "share": "states", "of": "weight", "where": { "vote": "yes" }, "atLeast": "2/3" } }""");

        var rule = rules.Evaluate(Scenario.Parse($$"""{ "states": [ {{states}} ] }""")).Rule("it");

        Assert.Equal(3000, rule.Unsettled.Count);
        Assert.Equal("the votes of S0, S1, S2, S3, S4, S5, S6, S7, S8, S9 and 2990 more", rule.ToBeSettled);
    }

    private static (JsonElement Written, RuleVerdict Rule) Evaluate(string name)
    {
        var written = File.GetProperty("cases").EnumerateArray().Single(c => c.GetProperty("name").GetString() == name);
        return (written, Rules(written).Evaluate(Facts(written)).Rule("it"));
    }

    private static Scenario Facts(JsonElement written) => Scenario.Parse(written.GetProperty("facts").GetRawText());

    private static RuleSet Rules(JsonElement written) => Rules(written.GetProperty("rule").GetRawText());

    private static RuleSet Rules(string rule) =>
        RuleSet.Parse(
            $$"""{ "name": "case", "stages": ["talks"], "rules": [ { "id": "it", {{rule.Trim()[1..]}} ] }""",
            new RuleSetOptions { Vocabulary = Vocabulary }
        );
}
