using System.Text.Json;
using NegotiationRules.Tests.Support;

namespace NegotiationRules.Tests.Explanation;

/// <summary>Whom the reason of a rule names with <c>{st}</c>: <c>Cases/Reasons/cases.json</c>.</summary>
public class ReasonElementsTests
{
    private static readonly string[] Conditions = ["forEach", "as", "when", "require", "warnWhen"];
    private static readonly JsonElement File = JsonDocument
        .Parse(System.IO.File.ReadAllText(Repository.At("tests/NegotiationRules.Tests/Cases/Reasons/cases.json")))
        .RootElement;

    private static readonly Vocabulary Vocabulary = Vocabulary.Parse("""
        { "properties": { "states": { "type": "array", "items": { "properties": {
          "name": { "type": "string" }, "kind": { "enum": ["big", "small"] }, "weight": { "type": "integer", "minimum": 0 },
          "vote": { "enum": ["yes", "no", "abstain"] },
          "on": { "type": "string", "format": "date" },
          "friends": { "type": "array", "items": { "properties": { "name": { "type": "string" },
          "rank": { "type": "integer" } } } } } } } } }
        """);

    public static TheoryData<string> Cases { get; } =
    [.. File.GetProperty("cases").EnumerateArray().Select(c => c.GetProperty("name").GetString()!)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void TheReasonNamesThoseWhoDecidedAndNobodyElse(string name)
    {
        var written = File.GetProperty("cases").EnumerateArray().Single(c => c.GetProperty("name").GetString() == name);
        var conditions = string.Join(
            ", ",
            Conditions.Where(key => written.TryGetProperty(key, out _)).Select(key => $"\"{key}\": {written.GetProperty(key).GetRawText()}")
        );

        var states = written.TryGetProperty("states", out var own) ? own : File.GetProperty("states");

        Assert.Equal(written.GetProperty("named").GetString(), NamedBy(conditions, states.GetRawText()));
    }

    /// <summary>Whom the reason names where the rule is violated; <see langword="null"/> where it is not.</summary>
    internal static string? NamedBy(string conditions, string states)
    {
        var rules = RuleSet.Parse(
            $$"""{ "name": "case", "stages": ["talks"], "rules": [ { "id": "it", {{conditions}}, "because": "{st}" } ] }""",
            new RuleSetOptions { Vocabulary = Vocabulary }
        );
        var rule = rules.Evaluate(Scenario.Parse($$"""{ "states": {{states}} }""")).Rule("it");
        return rule.Outcome == RuleOutcome.Violated ? rule.Reason() : null;
    }
}
