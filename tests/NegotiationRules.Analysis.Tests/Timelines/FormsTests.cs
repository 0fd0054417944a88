using System.Text.Json;
using System.Text.Json.Nodes;
using NegotiationRules.Tests.Support;

namespace NegotiationRules.Analysis.Tests.Timelines;

/// <summary>Forms of which a span of days must not be taken for a day that is not known, or the other way round: each is held against every
/// day.</summary>
public sealed class FormsTests
{
    private static readonly Vocabulary Facts = Vocabulary.Parse("""
        { "type": "object", "properties": {
          "asOf": { "type": "string", "format": "date" }, "due": { "type": "string", "format": "date" }, "late": { "type": "boolean" },
          "talks": { "type": "object", "properties": { "start": { "type": "string", "format": "date" } } },
          "events": { "type": "array", "items": { "type": "object", "properties": {
            "name": { "type": "string" }, "on": { "type": "string", "format": "date" },
            "weight": { "type": "integer", "minimum": 0 } } } } } }
        """);

    private static readonly JsonNode Cases = JsonNode.Parse(
        File.ReadAllText(Repository.At("tests/NegotiationRules.Analysis.Tests/Timelines/forms.cases.jsonc")), null,
        new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true })!;

    private static readonly Scenario Scenario = Scenario.Parse(Cases["facts"]!.ToJsonString());

    public static TheoryData<string, int> Conditions { get; } = Of("conditions", "require", "turns");

    public static TheoryData<string, int> RulesOfElements { get; } = Of("rules", "rule", "elementsThatTurn");

    [Theory]
    [MemberData(nameof(Conditions))]
    public void EveryDayComesOutAsByItself(string condition, int turns)
    {
        var rules = RuleSet.Parse(
            $$"""{ "name": "days", "stages": ["talks"], "rules": [{ "id": "a", "require": {{condition}} }] }""",
            new RuleSetOptions { Vocabulary = Facts });

        var compared = EveryDay.Check(rules, Scenario, new(2022, 1, 1), new(2022, 4, 15));

        Assert.Equal(turns, (int)compared.Turns);
    }

    [Theory]
    [MemberData(nameof(RulesOfElements))]
    public void EachElementComesOutAsOnEachDay(string rule, int elementsThatTurn)
    {
        var rules = RuleSet.Parse(
            $$"""
            { "name": "days", "stages": [{ "name": "talks", "when": { "asOf": { "onOrAfter": "2022-01-08" } } }],
              "parameters": { "terms": ["2022-01-20", "2022-03-01"] }, "rules": [{ "id": "a", {{rule[1..]}}] }
            """,
            new RuleSetOptions { Vocabulary = Facts });

        EveryDay.Check(rules, Scenario, new(2022, 1, 1), new(2022, 4, 15));

        Assert.Equal(
            elementsThatTurn,
            rules.Timeline(Scenario, new(2022, 1, 9), new(2022, 4, 15)).Changes.OfType<RuleChange>()
                .Where(change => change.Element is not null).Select(change => change.Element).Distinct().Count());
    }

    private static TheoryData<string, int> Of(string list, string json, string number)
    {
        var data = new TheoryData<string, int>();
        foreach (var one in Cases[list]!.AsArray())
        {
            data.Add(one![json]!.ToJsonString(), (int)one[number]!);
        }

        return data;
    }
}
