using NegotiationRules.Tests.Support;

namespace NegotiationRules.Tests.Testing;

public sealed class RuleTestCoverageTests
{
    [Fact]
    public void WhatTheSmallSetMissesIsAsApproved() =>
        Approved.CheckFile(
            TestCases.Relative(TestCases.Load("talks.tests.json").Run().Cover().ToString()),
            TestCases.At("coverage.approved.txt")
        );

    [Fact]
    public void CoveringWhileRunningComesToTheSame()
    {
        var tests = TestCases.Load("talks.tests.json");
        var coverage = new RuleTestCoverage(tests.Rules);
        foreach (var result in tests.Stream())
        {
            coverage.Add(result);
        }

        Assert.Equal(8, coverage.Cases);
        Assert.Equal(tests.Run().Cover().ToString(), coverage.ToString());
    }

    [Fact]
    public void NothingIsReachedWithoutCases()
    {
        var coverage = new RuleTestCoverage(TestCases.Load("talks.tests.json").Rules);

        Assert.Equal(0, coverage.OutcomeCount.Reached + coverage.ValueCount.Reached + coverage.PartCount.Reached);
        Assert.Equal(0, coverage.OutcomeCount.Percent);
    }

    [Fact]
    public void OnlyReachableOutcomesAreMissed()
    {
        var coverage = Cover(
            """
            { "name": "r", "stages": ["s"], "rules": [
              { "id": "known", "require": { "talks.start": { "known": true } } },
              { "id": "plain", "require": { "talks.public": true } },
              { "id": "when", "when": { "talks.public": { "known": true } }, "require": { "talks.public": true } },
              { "id": "open when", "when": { "talks.public": true }, "require": { "talks.start": { "known": true } } },
              { "id": "by", "by": "2022-01-01", "require": { "talks.start": { "known": true } } } ] }
            """);

        Assert.Equal([RuleOutcome.Satisfied, RuleOutcome.Violated], Missed("known"));
        Assert.Equal([RuleOutcome.Satisfied, RuleOutcome.Violated, RuleOutcome.Unknown, RuleOutcome.NotApplicable], Missed("open when"));
        Assert.Equal([RuleOutcome.Satisfied, RuleOutcome.Violated, RuleOutcome.Unknown], Missed("plain"));
        Assert.Equal([RuleOutcome.Satisfied, RuleOutcome.Violated, RuleOutcome.Unknown, RuleOutcome.NotApplicable], Missed("when"));
        Assert.Equal([RuleOutcome.Satisfied, RuleOutcome.Violated, RuleOutcome.Unknown, RuleOutcome.Pending], Missed("by"));

        IReadOnlyList<RuleOutcome> Missed(string id) => coverage.Rules.Single(r => r.Rule.Id == id).Missed;
    }

    [Theory]
    [InlineData("all", "true true", "")]
    [InlineData("all", "false true", "public")]
    [InlineData("all", "false false", "")]
    [InlineData("all", "false null", "")]
    [InlineData("all", "false true; true false", "public mediated")]
    [InlineData("any", "true true", "")]
    [InlineData("any", "true false", "public")]
    [InlineData("any", "false false", "")]
    [InlineData("none", "false true", "mediated")]
    [InlineData("none", "true true", "")]
    public void APartDecidesAloneIfTheOthersWouldHaveHadItOtherwise(string form, string cases, string decided)
    {
        var rules =
            $$"""{ "name": "r", "stages": ["s"], "rules": [ { "id": "r", "require": { "{{form}}": [ { "talks.public": true },"""
                + $$""" { "talks.mediated": true } ] } } ] }""";

        var coverage = Cover(
            rules,
            [.. cases.Split("; ").Select(c => c.Split(' ')).Select(c => $$"""{ "talks": { "public": {{c[0]}}, "mediated": {{c[1]}} } }""")]
        );

        Assert.Equal(
            decided,
            string.Join(' ', coverage.Conditions.Where(c => c.DecidedAlone == true).Select(c => c.Text.Split('.', '"')[2]))
        );
        Assert.Equal(2, coverage.PartCount.Reachable);
    }

    [Theory]
    [InlineData(2, "true false false", "")]
    [InlineData(2, "true true false", "public mediated")]
    [InlineData(2, "true true true", "")]
    [InlineData(2, "true true null", "")]
    [InlineData(3, "true true false", "agendaAgreed")]
    [InlineData(3, "true true true", "")]
    public void OfAtLeastThoseDecideThatAreJustEnough(int number, string facts, string decided)
    {
        var rules = $$"""
            { "name": "r", "stages": ["s"], "rules": [ { "id": "r", "require":
              { "atLeast": {{number}}, "of": [ { "talks.public": true }, { "talks.mediated": true },
                { "talks.agendaAgreed": true } ] } } ] }
            """;
        var values = facts.Split(' ');

        var coverage = Cover(
            rules,
            $$"""{ "talks": { "public": {{values[0]}}, "mediated": {{values[1]}}, "agendaAgreed": {{values[2]}} } }"""
        );

        Assert.Equal(
            decided,
            string.Join(' ', coverage.Conditions.Where(c => c.DecidedAlone == true).Select(c => c.Text.Split('.', '"')[2]))
        );
    }

    [Fact]
    public void ConditionsOnElementsCountForEachElementThatIsAskedFor()
    {
        const string Rules = """
            { "name": "r", "stages": ["s"], "rules": [ { "id": "r", "require":
              { "every": "parties", "where": { "attending": true }, "satisfy": { "mainNegotiator": true } } } ] }
            """;

        var coverage = Cover(
            Rules,
            """{ "parties": [ { "attending": true, "mainNegotiator": true }, { "attending": false, "mainNegotiator": false },"""
                + """ { "mainNegotiator": null } ] }"""
        );

        Assert.Equal((true, true, true), Seen("{ \"attending\": true }"));
        Assert.Equal((true, false, true), Seen("{ \"mainNegotiator\": true }"));

        (bool, bool, bool) Seen(string text) =>
            coverage.Conditions.Single(c => c.Text == text) is var c ? (c.WasTrue, c.WasFalse, c.WasUnknown) : default;
    }

    [Fact]
    public void SeveralComparisonsOfOneFactAreConditionsOfTheirOwn()
    {
        const string Rules =
            """{ "name": "r", "stages": ["s"], "rules": [ { "id": "r", "require": { "agreement.termYears": { "atLeast": 10,"""
                + """ "atMost": 20 } } } ] }""";

        var coverage = Cover(Rules, """{ "agreement": { "termYears": 5 } }""", """{ "agreement": { "termYears": 15 } }""");

        const string Text = """{ "agreement.termYears": { "atLeast": 10, "atMost": 20 } }""";
        Assert.Equal(
            [(Text, true, true, null), ($"{Text} (comparison 1)", true, true, true), ($"{Text} (comparison 2)", true, false, false)],
            coverage.Conditions.Select(c => (c.Text, c.WasTrue, c.WasFalse, c.DecidedAlone)));
    }

    [Fact]
    public void ConditionsInsideQuantitiesAreCoveredToo()
    {
        const string Rules = """
            { "name": "r", "stages": ["s"], "rules": [ { "id": "r", "require":
              { "value": { "count": "parties", "where": { "vote": "yes" } },
                "moreThan": { "count": "parties", "where": { "vote": "no" } } } } ] }
            """;

        var coverage = Cover(Rules, """{ "parties": [ { "vote": "yes" }, { "vote": "abstain" } ] }""");

        Assert.Equal([true, false], coverage.Conditions.Skip(1).Select(c => c.WasTrue));
        Assert.Equal([true, true], coverage.Conditions.Skip(1).Select(c => c.WasFalse));
    }

    [Fact]
    public void WhatElementsAreSelectedByIsCoveredToo()
    {
        const string Rules = """
            { "name": "r", "stages": ["s"], "rules": [ { "id": "r", "require": { "some": {
              "list": { "list": "parties", "where": { "attending": true } },
              "orderBy": [ { "descending": { "count": "delegates", "where": { "role": "military" } } }, "id" ], "take": 1 },
              "where": { "mainNegotiator": true } } } ] }
            """;

        var coverage = Cover(Rules, """
            { "parties": [
              { "id": "RU", "attending": true, "mainNegotiator": true, "delegates": [ { "role": "military" } ] },
              { "id": "US", "attending": true, "mainNegotiator": false, "delegates": [] },
              { "id": "CN", "attending": false, "delegates": [ { "role": "diplomat" } ] } ] }
            """);

        Assert.Equal((true, true), Seen("{ \"attending\": true }"));
        Assert.Equal((true, false), Seen("{ \"role\": \"military\" }"));
        Assert.Equal((true, false), Seen("{ \"mainNegotiator\": true }"));

        (bool, bool) Seen(string text) => coverage.Conditions.Single(c => c.Text == text) is var c ? (c.WasTrue, c.WasFalse) : default;
    }

    [Fact]
    public void WhatCannotBeUnknownNeedNotBe()
    {
        const string Rules = """
            { "name": "r", "stages": ["s"], "parameters": { "states": ["FR", "US"] }, "rules": [ { "id": "r", "require": { "all": [
              { "talks.start": { "known": true } },
              { "not": { "talks.end": { "known": true } } },
              { "some": { "parameter": "states" }, "as": "state", "where": { "state": "FR" } },
              { "every": { "parameter": "states" }, "as": "state", "satisfy": { "some": "parties", "as": "party",
                "where": { "value": { "fact": "party.id" }, "is": { "fact": "state" } } } },
              { "some": "parties" },
              { "some": { "list": { "parameter": "states" }, "as": "state", "orderBy": "state", "take": 1 },
                "as": "state", "where": { "state": "FR" } },
              { "some": { "list": { "parameter": "states" }, "as": "state", "where": { "value": { "fact": "state" },
                "is": { "fact": "talks.venue" } } } } ] } } ] }
            """;

        var coverage = Cover(Rules);

        Assert.Equal(
            [true, false, false, false, false, false, true, true, true, true, false, false, true, true],
            coverage.Conditions.Select(c => c.CanBeUnknown));
    }

    [Fact]
    public void ARuleThatDoesNotApplyCoversNothingOfWhatItRequires()
    {
        const string Rules =
            """{ "name": "r", "stages": ["s"], "rules": [ { "id": "r", "when": { "talks.mediated": true },"""
                + """ "require": { "talks.public": true } } ] }""";

        var coverage = Cover(Rules, """{ "talks": { "mediated": false, "public": true } }""");

        Assert.Equal(
            ["{ \"talks.mediated\": true }: False", "{ \"talks.public\": true }: "],
            coverage.Conditions.Select(c => $"{c.Text}: {(c.WasFalse ? "False" : "")}{(c.WasTrue ? "True" : "")}")
        );
    }

    [Fact]
    public void ResultsOfOtherRulesAreRefused()
    {
        var coverage = new RuleTestCoverage(
            RuleSet.Parse("""{ "name": "r", "stages": ["s"], "rules": [ { "id": "r", "require": { "talks.public": true } } ] }""")
        );

        Assert.Throws<ArgumentException>(() => coverage.Add(TestCases.Load("talks.tests.json").Run().Cases[0]));
    }

    private static RuleTestCoverage Cover(string rules, params string[] scenarios)
    {
        var folder = Directory.CreateTempSubdirectory("coverage").FullName;
        File.WriteAllText(Path.Combine(folder, "r.rules.json"), rules);
        var tests = string.Join(
            ",\n",
            scenarios
                .Prepend("{ }")
                .Select((s, i) => $$"""{ "name": "{{i}}", "scenario": {{s}}, "expect": { "stages": { "s": "valid" } } }""")
        );
        File.WriteAllText(Path.Combine(folder, "r.tests.json"), $$"""{ "rules": "r.rules.json", "tests": [ {{tests}} ] }""");
        var loaded = RuleTests.Load(Path.Combine(folder, "r.tests.json"));
        var coverage = new RuleTestCoverage(loaded.Rules);
        foreach (var result in loaded.Stream().Skip(1))
        {
            Assert.NotNull(result.Verdict);
            coverage.Add(result);
        }

        Directory.Delete(folder, recursive: true);
        return coverage;
    }
}
