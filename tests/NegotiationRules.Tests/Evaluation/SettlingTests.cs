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

    [Theory]
    [MemberData(nameof(Cases))]
    public void WhereNothingSettlesItTheHeadOfEveryFormatSaysSo(string name)
    {
        var (written, _) = Evaluate(name);
        var isDead = written.GetProperty("settles").GetArrayLength() == 0;

        var verdict = Rules(written).Evaluate(Facts(written));
        var told = verdict.Explain();

        var head = $"talks: undetermined, one rule is open{(isDead ? ", and nothing can settle it" : string.Empty)}";
        Assert.Equal(head, Assert.Single(told.Summary).Text);
        Assert.All(
            [told.ToText(), told.ToMarkdown(), told.ToHtml(), told.ToMermaid(), told.ToJson(), verdict.ToString()],
            text =>
            {
                Assert.Contains(head, text, StringComparison.Ordinal);
                Assert.Equal(isDead, text.Contains("nothing can settle it", StringComparison.Ordinal));
            }
        );
    }

    [Theory]
    [InlineData("""{ "a": 1, "b": 0 }""", """ "hopeless" "hopeless" """, "2 rules are open, and nothing can settle them")]
    [InlineData("""{ "a": 1, "b": 0 }""", """ "hopeless" "open" """, "2 rules are open, and nothing can settle one of them")]
    [InlineData("""{ "a": 1, "b": 0 }""", """ "open" """, "one rule is open")]
    [InlineData("""{ "a": 1, "b": 0, "asOf": "2022-01-01", "heard": false }""", """ "hopeless" "pending" """,
        "one rule is open and one is pending, and nothing can settle the one that is open")]
    [InlineData("""{ "a": 1, "b": 0, "asOf": "2022-01-01", "heard": false }""", """ "hopeless" "pending" "open" "hopeless" """,
        "3 rules are open and one is pending, and nothing can settle 2 of those that are open")]
    [InlineData("""{ "a": 1, "b": 0 }""", """ "hopeless" "never both" """, "2 rules are open, and no values were found that settle them")]
    public void TheHeadTellsOfHowManyOpenRulesNothingCanBeSettled(string facts, string kinds, string head)
    {
        var rules = kinds.Split('"', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select((kind, i) => kind switch
        {
            "hopeless" => $$"""{ "id": "r{{i}}", "require": {{ByNothing}} }""",
            "open" => $$"""{ "id": "r{{i}}", "require": { "agreed": true } }""",
            "pending" => $$"""{ "id": "r{{i}}", "require": { "heard": true }, "by": "2022-03-01" }""",
            _ => $$"""{ "id": "r{{i}}", "require": { "any": [ {{ByNothing}}, { "all": [ { "few": 1 }, { "few": 2 } ] } ] } }""",
        });
        var set = RuleSet.Parse(
            $$"""{ "name": "case", "stages": ["talks"], "rules": [ {{string.Join(", ", rules)}} ] }""",
            new RuleSetOptions { Vocabulary = Vocabulary }
        );

        Assert.Equal($"talks: undetermined, {head}", Assert.Single(set.Evaluate(Scenario.Parse(facts)).Explain().Summary).Text);
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

    private const string ByNothing = """{ "value": { "quotient": [ { "fact": "a" }, { "fact": "b" } ] }, "atLeast": 1 }""";

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
