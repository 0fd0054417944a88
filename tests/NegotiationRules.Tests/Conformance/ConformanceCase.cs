using System.Text.Json;

namespace NegotiationRules.Tests.Conformance;

/// <summary>One case: a condition, or rules, and facts, with what must come of them.</summary>
internal sealed class ConformanceCase(ConformanceFile file, JsonElement written)
{
    private const string OfTheCondition = "the condition";

    public string Name => written.GetProperty("name").GetString()!;

    /// <summary>What is expected of a condition; <see langword="null"/> if the case has rules.</summary>
    public string? ExpectedTruth => Expected.ValueKind == JsonValueKind.String ? Expected.GetString() : null;

    /// <summary>What is expected of rules: their outcomes, those of the stages, the score.</summary>
    public JsonElement Expected => written.GetProperty("expect");

    /// <summary>The rule file that says what the case says.</summary>
    public string RuleFile =>
        $$"""
            {
              "name": "case",
              "stages": {{Own("stages") ?? "[\"stage\"]"}},
              "parameters": {{Own("parameters") ?? file.Shared("parameters")}},
              "conditions": {{Own("conditions") ?? file.Shared("conditions")}},
              "quantities": {{Own("quantities") ?? file.Shared("quantities")}},
              "rules": {{Own("rules")
                ?? $"[ {OtherRules}{{ \"id\": \"{OfTheCondition}\", \"require\": {written.GetProperty("condition").GetRawText()} }} ]"}}
            }
            """;

    private string OtherRules => Own("otherRules") is { } rules ? $"{rules.Trim()[1..^1]}, " : string.Empty;

    public RuleSet Rules => RuleSet.Parse(RuleFile, new RuleSetOptions { Vocabulary = file.Vocabulary });

    public Scenario Scenario => Scenario.Parse(written.GetProperty("facts").GetRawText());

    /// <summary>What came of the condition, in the words of the corpus.</summary>
    public string Truth()
    {
        if (!Rules.TryEvaluate(Scenario, out var verdict, out var diagnostics))
        {
            return diagnostics.All(d => d.Code == "NR4100") ? "out of range" : string.Join('\n', diagnostics);
        }

        return verdict.Rule(OfTheCondition).Outcome switch
        {
            RuleOutcome.Satisfied => "true",
            RuleOutcome.Violated => "false",
            _ => "unknown",
        };
    }

    public override string ToString() => Name;

    private string? Own(string key) => written.TryGetProperty(key, out var value) ? value.GetRawText() : null;
}
