
namespace NegotiationRules.Analysis.Tests.HowMuch;

/// <summary>Small rule sets about votes, made at random, and what becomes of each way of voting.</summary>
internal sealed class Ballot
{
    /// <summary>Members, their weights and their votes.</summary>
    public static readonly Vocabulary Facts = Vocabulary.Parse("""
        {
          "type": "object",
          "properties": {
            "urgent": { "type": "boolean" },
            "members": {
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "name": { "type": "string" },
                  "great": { "type": "boolean" },
                  "weight": { "type": "integer", "minimum": 0 },
                  "vote": { "enum": ["yes", "no", "away"] }
                }
              }
            }
          }
        }
        """);

    private readonly Random _random;

    public Ballot(Random random)
    {
        _random = random;
        Text = $$"""
            { "name": "ballot", "stages": ["adoption"], "rules": [
              { "id": "a", "require": {{Condition(2)}} },
              { "id": "b", {{(random.Next(2) == 0 ? """ "when": { "urgent": true }, """ : string.Empty)}} "require": {{Condition(1)}} } ] }
            """;
        Rules = RuleSet.Parse(Text, new RuleSetOptions { Vocabulary = Facts });
        var members = Enumerable.Range(0, random.Next(1, 8)).Select(i =>
            $$"""{ "name": "{{(char)('A' + i)}}", {{Great()}} "weight": {{random.Next(6)}}, "vote": "away" }""");
        var urgent = random.Next(6) == 0 ? string.Empty : $"\"urgent\": {(random.Next(2) == 0 ? "true" : "false")}, ";
        Scenario = Scenario.Parse($$"""{ {{urgent}}"members": [{{string.Join(", ", members)}}] }""");
        Count = System.Text.Json.Nodes.JsonNode.Parse(Scenario.ToString())!["members"]!.AsArray().Count;
    }

    public RuleSet Rules { get; }

    public string Text { get; }

    public Scenario Scenario { get; }

    /// <summary>How many vote.</summary>
    public int Count { get; }

    /// <summary>What becomes of each way of voting: the bit of a member is whether it votes for it.</summary>
    public IReadOnlyList<StageOutcome> Outcomes()
    {
        return [.. Enumerable.Range(0, 1 << Count).Select(way =>
        {
            var scenario = Scenario;
            for (var member = 0; member < Count; member++)
            {
                scenario = scenario.With($"members[{member}].vote", (way & (1 << member)) == 0 ? "no" : "yes");
            }

            return Rules.Evaluate(scenario).Stage("adoption").Outcome;
        })];
    }

    private string Great() => _random.Next(12) == 0 ? string.Empty : $"\"great\": {(_random.Next(3) == 0 ? "true" : "false")},";

    private string Condition(int depth) => (depth == 0 ? _random.Next(6) : _random.Next(9)) switch
    {
        0 => $$"""{ "count": "members", "where": { "vote": "yes" }, "atLeast": {{_random.Next(6)}} }""",
        1 => $$"""{ "sum": "members.weight", "where": { "vote": "yes" }, "atLeast": {{_random.Next(15)}} }""",
        2 => $$"""{ "share": "members", "of": "weight", "where": { "vote": "yes" }, "ifNone": 1, "atLeast": "{{_random.Next(101)}} %" }""",
        3 => """{ "no": "members", "where": { "great": true, "vote": "no" } }""",
        4 => """{ "some": "members", "where": { "great": true, "vote": "yes" } }""",
        5 => $$"""{ "count": "members", "where": { "vote": "no" }, "lessThan": {{_random.Next(1, 5)}} }""",
        6 => $$"""{ "not": {{Condition(depth - 1)}} }""",
        7 => $$"""{ "any": [{{Condition(depth - 1)}}, {{Condition(depth - 1)}}] }""",
        _ => $$"""{ "all": [{{Condition(depth - 1)}}, {{Condition(depth - 1)}}] }""",
    };
}
