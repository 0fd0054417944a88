namespace NegotiationRules.Tests.Agreement;

/// <summary>Columns in which some lists are not known, and facts have their defaults where they are not, come out as the same scenarios
/// one by one.</summary>
public sealed class UnknownListColumnTests
{
    private const string Vocabulary = """
        { "type": "object", "properties": {
          "years": { "type": "integer", "default": 12 },
          "parties": { "type": "array", "items": { "type": "object", "properties": {
            "delegates": { "type": "array", "items": { "type": "object", "properties": { "role": { "type": "string" } } } } } } } } }
        """;

    private static readonly RuleSet Rules = RuleSet.Parse(
        """
        { "name": "lists", "stages": ["talks"], "rules": [
          { "id": "some", "require": { "some": "parties", "where": { "some": "delegates", "where": { "role": "military" } } } },
          { "id": "every", "require": { "every": "parties", "satisfy": { "some": "delegates", "where": { "role": "military" } } } },
          { "id": "few", "require": { "count": "parties", "atMost": 2 } },
          { "id": "listed", "require": { "parties": { "known": true } } },
          { "id": "long", "require": { "years": { "atLeast": 10 } } } ] }
        """,
        new RuleSetOptions { Vocabulary = NegotiationRules.Vocabulary.Parse(Vocabulary) });

    [Fact]
    public void ListsAndFactsThatAreNotKnownSomewhereComeOutAsOneByOne()
    {
        string[] scenarios =
        [
            """{ "years": 5, "parties": [{ "delegates": [{ "role": "military" }] }, { "delegates": [{ "role": "legal" }] }] }""",
            "{ }",
            """{ "parties": [{ }, { "delegates": [] }, { "delegates": [{ "role": "military" }] }] }""",
        ];
        var batch = new ScenarioBatch(Rules);
        var columns = batch.BeginColumns(3);
        var filler = columns.Filler;

        // The second list of parties, and the lists of delegates in its supposed element and in the first of the third, are not known.
        filler.SetLists(filler.LevelOf("parties"), [2, 1, 3], [0b101]);
        filler.SetLists(filler.LevelOf("parties.delegates"), [1, 1, 1, 1, 0, 1], [0b110011]);
        var roles = columns.Texts("parties.delegates.role");
        string[] written = ["military", "legal", "military", "military", "military"];
        for (var i = 0; i < roles.Length; i++)
        {
            roles[i] = columns.CodeOf(written[i]);
        }

        columns.LongIntegers("years")[0] = 5;
        columns.Known("years")[0] = 0b001;
        filler.WriteDefaults(filler.ColumnOf("years"));
        columns.End();
        batch.Evaluate();

        for (var scenario = 0; scenario < scenarios.Length; scenario++)
        {
            var verdict = Rules.Evaluate(Scenario.Parse(scenarios[scenario]));
            Assert.All(Rules.Rules, rule => Assert.Equal(verdict.Rule(rule.Id).Outcome, batch.OutcomeOf(scenario, rule)));
        }
    }
}
