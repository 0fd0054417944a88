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

    private const string Defaults = """
        { "type": "object", "properties": {
          "parties": { "type": "array", "items": { "type": "object", "properties": {
              "name": { "type": "string" },
              "delegates": { "type": "array", "default": [{ "role": "military" }], "items": { "type": "object", "properties": {
                "role": { "type": "string" }, "years": { "type": "integer", "default": 3 } } } } } },
            "default": [{ "name": "a" }, { "name": "b", "delegates": [] }] },
          "guarantors": { "type": "array", "items": { "type": "string" }, "default": [] } } }
        """;

    private static readonly RuleSet WithDefaults = RuleSet.Parse(
        """
        { "name": "defaults", "stages": ["talks"], "rules": [
          { "id": "some", "require": { "some": "parties", "where": { "some": "delegates", "where": { "role": "military", "years": 3 } } } },
          { "id": "every", "require": { "every": "parties", "satisfy": { "some": "delegates", "where": { "role": "military" } } } },
          { "id": "two", "require": { "count": "parties", "is": 2 } },
          { "id": "named", "require": { "every": "parties", "satisfy": { "name": { "in": ["a", "b"] } } } },
          { "id": "pairs", "require": { "no": "parties", "as": "one", "where": { "some": "parties", "as": "other", "where":
            { "one.name": { "is": { "fact": "other.name" } }, "one.delegates": { "known": false } } } } },
          { "id": "listed", "require": { "parties": { "known": true } } },
          { "id": "alone", "require": { "count": "guarantors", "is": 0 } } ] }
        """,
        new RuleSetOptions { Vocabulary = NegotiationRules.Vocabulary.Parse(Defaults) });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ListsThatAreNotWrittenHaveTheirDefault(bool arePartiesWritten)
    {
        var batch = new ScenarioBatch(WithDefaults);
        for (var time = 0; time < 2; time++)
        {
            var columns = batch.BeginColumns(70);
            if (arePartiesWritten)
            {
                columns.SetLists("parties", 1);
                columns.Texts("parties.name").Fill(columns.CodeOf("a"));
            }

            columns.End();
            batch.Evaluate();

            var verdict = WithDefaults.Evaluate(Scenario.Parse(arePartiesWritten ? """{ "parties": [{ "name": "a" }] }""" : "{ }"));
            Assert.All(Enumerable.Range(0, 70), scenario => Assert.All(WithDefaults.Rules, rule =>
                Assert.Equal((rule.Id, verdict.Rule(rule.Id).Outcome), (rule.Id, batch.OutcomeOf(scenario, rule)))));
        }
    }
}
