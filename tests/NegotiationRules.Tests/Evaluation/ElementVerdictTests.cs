namespace NegotiationRules.Tests.Evaluation;

/// <summary>What a verdict says of the elements of a rule with <c>forEach</c>.</summary>
public class ElementVerdictTests
{
    private const string Facts = """
        { "properties": {
          "asOf": { "type": "string", "format": "date" },
          "parties": { "type": "array", "items": { "properties": {
            "id": { "type": "string" }, "exempt": { "type": "boolean" }, "reported": { "type": "boolean" },
            "due": { "type": "string", "format": "date" },
            "delegates": { "type": "array", "items": { "properties": { "name": { "type": "string" }, "rank": { "type": "integer" } } } }
        } } } } }
        """;

    private const string Reports = """
        { "id": "reports", "forEach": "parties", "as": "party", "when": { "party.exempt": false }, "require": { "party.reported": true },
          "by": { "fact": "party.due" }, "because": "{party} had to report by {due}." }
        """;

    private const string Parties = """
        { "asOf": "2022-01-10", "parties": [
          { "id": "RU", "exempt": false, "reported": false, "due": "2022-01-05" },
          { "id": "UA", "exempt": false, "reported": false, "due": "2022-01-15" },
          { "id": "BY", "exempt": true, "reported": false, "due": "2022-01-05" },
          { "id": "PL", "exempt": false, "reported": true, "due": "2022-01-05" },
          { "id": "LT", "exempt": false, "reported": false, "due": "2022-01-07" } ] }
        """;

    [Fact]
    public void EachElementHasItsOutcomeByItsLabel() => Assert.Equal(
        "RU: violated, UA: pending, BY: not applicable, PL: satisfied, LT: violated",
        string.Join(", ", Verdict(Reports, Parties).Rule("reports").Elements));

    [Fact]
    public void EachElementHasItsPlaceInTheScenario() =>
        Assert.Equal(["parties[0]", "parties[1]"], Verdict(Reports, Parties).Rule("reports").Elements.Take(2).Select(e => e.Path));

    [Fact]
    public void AValueOfAParameterHasNoPlace()
    {
        const string Rule = """
            { "id": "there", "forEach": { "parameter": "annex" }, "as": "state",
              "require": { "some": "parties", "where": { "value": { "fact": "id" }, "is": { "fact": "state" } } } }
            """;
        var element = Assert.Single(Verdict(Rule, Parties, """ "parameters": { "annex": ["US"] }, """).Rule("there").Elements);
        Assert.Equal(("US", string.Empty, RuleOutcome.Violated), (element.Label, element.Path, element.Outcome));
    }

    [Fact]
    public void AnElementOfAListInAListSaysWhoseItIs()
    {
        const string Rule = """{ "id": "ranks", "forEach": "parties.delegates", "require": { "rank": { "atLeast": 2 } } }""";
        const string Scenario = """{ "parties": [ { "id": "RU", "delegates": [ { "name": "Fomin", "rank": 1 } ] } ] }""";
        var element = Assert.Single(Verdict(Rule, Scenario).Rule("ranks").Elements);
        Assert.Equal(("Fomin of RU", "parties[0].delegates[0]"), (element.Label, element.Path));
    }

    [Fact]
    public void ARuleOfTheScenarioHasNone() =>
        Assert.Empty(Verdict("""{ "id": "some", "require": { "some": "parties" } }""", Parties).Rule("some").Elements);

    [Fact]
    public void TheRuleSaysOfWhichListItAsks()
    {
        var rule = Verdict(Reports, Parties).Rule("reports").Rule;
        Assert.Equal("parties", rule.ForEach);
    }

    [Fact]
    public void AReasonIsFilledInForOneElement()
    {
        var elements = Verdict(Reports, Parties).Rule("reports").Elements;
        Assert.Equal("RU had to report by 2022-01-05.", elements[0].Reason());
        Assert.Equal("UA had to report by 2022-01-15.", elements[1].Reason());
        Assert.Null(elements[3].Reason());
    }

    [Fact]
    public void TheReasonOfTheRuleNamesThoseThatDecided() => Assert.Equal(
        "RU and LT had to report by 2022-01-05 and 2022-01-07.", Verdict(Reports, Parties).Rule("reports").Reason());

    [Fact]
    public void AReasonNamesTheElementsOfInnerListsThatDecided()
    {
        const string Rule = """
            { "id": "ranks", "forEach": "parties", "as": "party",
              "require": { "every": "delegates", "as": "delegate", "satisfy": { "rank": { "atLeast": 2 } } }, "because": "{delegate}" }
            """;
        const string Scenario = """
            { "parties": [ { "id": "RU", "delegates": [ { "name": "Fomin", "rank": 1 }, { "name": "Ryabkov", "rank": 3 } ] },
                           { "id": "UA", "delegates": [ { "name": "Danilov", "rank": 0 } ] } ] }
            """;
        var rule = Verdict(Rule, Scenario).Rule("ranks");
        Assert.Equal("Fomin and Danilov", rule.Reason());
        Assert.Equal(["Fomin", "Danilov"], rule.Elements.Select(e => e.Reason()));
    }

    [Fact]
    public void AnExplanationTellsOfThoseThatDecideAndCountsTheOthers() => AssertText(
        """
        ✗ reports: violated
          ✗ RU: violated
            · reason: RU had to report by 2022-01-05.
            − RU is not reported
            · it was due by the due of RU (2022-01-05), and asOf is 2022-01-10
          ✗ LT: violated
            · reason: LT had to report by 2022-01-07.
            − LT is not reported
            · it was due by the due of LT (2022-01-07), and asOf is 2022-01-10
          · of the others, 1 is pending, 1 is satisfied and 1 is not applicable
        """,
        Parties);

    [Fact]
    public void ASummaryNamesThoseThatDecide() =>
        Assert.Contains("reports: violated for RU and LT", Verdict(Reports, Parties).ToString(), StringComparison.Ordinal);

    [Fact]
    public void OfOneThatIsPendingASummaryTellsTheDay() => Assert.Contains(
        "reports: it is due by the due of UA (2022-01-15), and asOf is 2022-01-10",
        Verdict(Reports, """
            { "asOf": "2022-01-10", "parties": [ { "id": "UA", "exempt": false, "reported": false, "due": "2022-01-15" } ] }
            """).ToString(),
        StringComparison.Ordinal);

    [Fact]
    public void WhatIsOpenOfOneElementIsSaidInALine() => AssertText(
        """
        ? reports: unknown
          ? it is not known whether UA is reported
          · the other is satisfied
        """,
        """
        { "asOf": "2022-01-10", "parties": [ { "id": "PL", "exempt": false, "reported": true },
          { "id": "UA", "exempt": false, "due": "2022-01-15" } ] }
        """,
        """{ "id": "reports", "forEach": "parties", "when": { "exempt": false }, "require": { "reported": true } }""");

    [Fact]
    public void OfAListThatIsNotCompleteItIsSaidWhatIsKnown() => AssertText(
        """
        ? reports: unknown
          · of those that are known, 1 is satisfied
          ? the list of parties is not complete; so far it has PL
        """,
        """{ "parties": { "known": [ { "id": "PL", "exempt": false, "reported": true } ] } }""",
        """{ "id": "reports", "forEach": "parties", "when": { "exempt": false }, "require": { "reported": true } }""");

    [Fact]
    public void ADayThatIsTheSameForAllIsToldOnce() => AssertText(
        """
        … reports: pending
          − RU is not reported
          − UA is not reported
          − LT is not reported
          · of the others, 1 is satisfied and 1 is not applicable
          … it is due by 2022-02-01, and asOf is 2022-01-10
        """,
        Parties,
        """
        { "id": "reports", "forEach": "parties", "when": { "exempt": false }, "require": { "reported": true }, "by": "2022-02-01" }
        """);

    [Fact]
    public void AFactOfTheElementMaySayWhoseItIs()
    {
        const string Rule = """{ "id": "reports", "forEach": "parties", "holder": { "fact": "id" }, "require": { "reported": true } }""";
        var verdict = Verdict(Rule, Parties);
        Assert.Null(verdict.Rule("reports").Rule.Holder);
        Assert.Equal(["RU", "UA", "BY", "PL", "LT"], verdict.Rule("reports").Elements.Select(e => e.Holder));
        Assert.Equal((StageOutcome.Invalid, StageOutcome.Valid, StageOutcome.Valid),
            (verdict.For("RU").Outcome, verdict.For("PL").Outcome, verdict.For("US").Outcome));
        Assert.Equal("RU: violated", string.Join(", ", verdict.For("RU").Rule("reports").Elements));
    }

    [Fact]
    public void ForOnePartyOnlyItsElementsAreExplained()
    {
        const string Rule = """{ "id": "reports", "forEach": "parties", "holder": { "fact": "id" }, "require": { "reported": true } }""";
        var text = Verdict(Rule, Parties).For("UA").Explain().ToText();
        Assert.Contains("UA is not reported", text, StringComparison.Ordinal);
        Assert.DoesNotContain("RU", text, StringComparison.Ordinal);
        Assert.Contains("required by UA", text, StringComparison.Ordinal);
    }

    [Fact]
    public void ADescriptionSaysWhoseItIsForEach() => Assert.Contains(
        """
        - For each party:
          - Held by its id
          - Requires that it is reported
        """,
        Rules("""{ "id": "reports", "forEach": "parties", "holder": { "fact": "id" }, "require": { "reported": true } }""").Describe(),
        StringComparison.Ordinal);

    [Fact]
    public void WhoHoldsARuleThatIsHeldForEachMayBeAnyone()
    {
        var holders = NegotiationRules.Conditions.Holders.Of(Rules(
            """{ "id": "reports", "forEach": "parties", "holder": { "fact": "id" }, "require": { "reported": true } }""").Checked);
        Assert.True(holders.MayBe("anyone"));
        Assert.False(NegotiationRules.Conditions.Holders.Of(Rules(Reports).Checked).MayBe("anyone"));
    }

    [Fact]
    public void ADescriptionSaysWhatIsAskedOfEach() => Assert.Contains(
        """
        - Strength: required
        - For each party:
          - Applies if it has “exempt” false
          - Requires that it is reported
          - Due by its due
        """,
        Rules(Reports).Describe(),
        StringComparison.Ordinal);

    [Fact]
    public void TestsCoverWhatIsAskedOfTheElements()
    {
        var rules = Rules(Reports);
        var coverage = new RuleTestCoverage(rules);
        var missed = Assert.Single(coverage.Rules).Missed;
        Assert.Equal(Enum.GetValues<RuleOutcome>().Order(), missed.Order());
        Assert.Equal(["""{ "party.exempt": false }""", """{ "party.reported": true }"""], coverage.Conditions.Select(c => c.Text));
    }

    private static void AssertText(string expected, string scenario, string rule = Reports)
    {
        var text = Verdict(rule, scenario).Explain().ToText();
        Assert.Contains(expected.ReplaceLineEndings("\n  "), text, StringComparison.Ordinal);
    }

    private static Verdict Verdict(string rule, string scenario, string more = "") => Rules(rule, more).Evaluate(Scenario.Parse(scenario));

    private static RuleSet Rules(string rule, string more = "") => RuleSet.Parse(
        $$"""{ "name": "rules", "stages": ["talks"],{{more}} "rules": [ {{rule}} ] }""",
        new RuleSetOptions { Vocabulary = Vocabulary.Parse(Facts) });
}
