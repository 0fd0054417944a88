using NegotiationRules.Tests.Support;

namespace NegotiationRules.Tests.Conditions;

/// <summary>Parameters that are lists of objects: given anew, restated, told of, and never what settles a rule.</summary>
public sealed class RecordParameterTests
{
    private const string VocabularyText = """
        { "properties": { "done": { "type": "array", "items": { "type": "string" } } },
          "$defs": { "milestone": { "type": "object", "properties": {
            "name": { "type": "string" }, "due": { "type": "string", "format": "date" },
            "parts": { "type": "array", "items": { "properties": { "size": { "type": "integer" } } } } } } } }
        """;

    private const string Schedule =
        """[ { "name": "first", "due": "2022-01-31" }, { "name": "second", "parts": [ { "size": 3 }, {} ] } ]""";

    private static RuleSet Rules(string condition, string because = "") => RuleSet.Parse(
        $$"""
        { "name": "t", "stages": ["talks"], "parameters": { "schedule": { "of": "#/$defs/milestone", "value": {{Schedule}} } },
          "rules": [ { "id": "it", "require": {{condition}}{{because}} } ] }
        """,
        new RuleSetOptions { Vocabulary = Vocabulary.Parse(VocabularyText) });

    private static RuleSet AllDone() => Rules(
        """
        { "every": { "parameter": "schedule" }, "as": "step", "satisfy": { "done": { "contains": { "fact": "step.name" } } } }
        """,
        """, "because": "{step} is not done" """);

    private static RuleVerdict It(RuleSet rules, string scenario) => rules.Evaluate(Scenario.Parse(scenario)).Rule("it");

    [Fact]
    public void AProgramGivesAnotherListOfObjects()
    {
        var rules = AllDone();
        var other = rules.With("schedule", new[] { new Dictionary<string, object?> { ["name"] = "third", ["due"] = "2022-03" } });

        Assert.Equal(RuleOutcome.Violated, It(rules, """{ "done": ["third"] }""").Outcome);
        Assert.Equal(RuleOutcome.Satisfied, It(other, """{ "done": ["third"] }""").Outcome);
        Assert.Equal(RuleOutcome.Satisfied, It(rules.With("schedule", Array.Empty<object>()), """{ "done": [] }""").Outcome);
        Assert.Equal("#/$defs/milestone", Assert.Single(other.Parameters).Of);
    }

    [Fact]
    public void FaultsInWhatAProgramGivesAreThoseOfAScenario()
    {
        object[] given = [new Dictionary<string, object?> { ["nme"] = "third", ["due"] = "soon" }, 7];
        var faults = Assert.Throws<RuleFileException>(() => AllDone().With("schedule", given)).Diagnostics;

        Assert.Equal(["NR4010", "NR4011", "NR4013"], faults.Select(f => f.Code).Order(StringComparer.Ordinal));
        Assert.Contains(faults, fault => fault.Message.Contains("`schedule[0].nme`", StringComparison.Ordinal));
        Assert.Equal("NR2025", Assert.Single(Assert.Throws<RuleFileException>(() => AllDone().With("schedule", "none")).Diagnostics).Code);
    }

    [Fact]
    public void TheReasonNamesTheObjectThatDecides() =>
        Assert.Equal("second is not done", It(AllDone(), """{ "done": ["first"] }""").Reason());

    [Fact]
    public void WhatAParameterDoesNotSayIsNeverSaidToSettleARule()
    {
        var due = It(Rules("""{ "every": { "parameter": "schedule" }, "satisfy": { "due": { "before": "2023-01-01" } } }"""), "{}");
        var size = It(
            Rules(
                """
                { "some": { "parameter": "schedule" }, "where": { "all": [
                  { "some": "parts", "where": { "size": 4 } }, { "done": { "contains": "x" } } ] } }
                """),
            """{ "done": { "known": [] } }""");

        Assert.Equal((RuleOutcome.Unknown, 0), (due.Outcome, due.Unsettled.Count));
        Assert.Equal(RuleOutcome.Unknown, size.Outcome);
        Assert.Equal(["done"], size.Unsettled);
    }

    [Fact]
    public void WhoIncludesTheRulesRestatesTheListAlone()
    {
        var folder = Directory.CreateTempSubdirectory("records-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "v.vocabulary.json"), VocabularyText);
            File.WriteAllText(
                Path.Combine(folder, "base.rules.json"),
                $$"""
                { "name": "base", "vocabulary": "v.vocabulary.json", "stages": ["talks"],
                  "parameters": { "schedule": { "of": "#/$defs/milestone", "value": {{Schedule}} } },
                  "rules": [ { "id": "it", "require": { "count": { "parameter": "schedule" }, "is": 1 } } ] }
                """);
            File.WriteAllText(
                Path.Combine(folder, "a.rules.json"),
                """{ "name": "a", "include": ["base.rules.json"], "parameters": { "schedule": [ { "name": "only" } ] } }""");
            var rules = RuleSet.Load(Path.Combine(folder, "a.rules.json"));

            Assert.Equal(RuleOutcome.Satisfied, It(rules, "{}").Outcome);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void ADescriptionShowsTheObjectsInATable() => Assert.Contains(
        """
        | Name | Due | Parts |
        |---|---|---|
        | first | 2022-01-31 |  |
        | second |  | 3; not known |
        """.ReplaceLineEndings("\n"),
        AllDone().Describe(),
        StringComparison.Ordinal);

    [Fact]
    public void TheToolTakesAListOfObjects()
    {
        var folder = Repository.At("rules/phased-ceasefire");
        var run = Cli.ToolRun.Of(
            "evaluate", folder, $"{folder}/scenarios/out-of-step.scenario.json", "--set",
            """schedule=[{ "phase": "withdrawal", "due": "2026-09-30", "debts": [] }]""");

        Assert.DoesNotContain("Prisoners are let go as the schedule says", run.Out, StringComparison.Ordinal);
        Assert.Contains("Neither side is ahead of the other", run.Out, StringComparison.Ordinal);
    }
}
