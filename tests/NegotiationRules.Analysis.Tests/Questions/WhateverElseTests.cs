using NegotiationRules.Analysis.Questions;

namespace NegotiationRules.Analysis.Tests.Questions;

/// <summary>That there is no scenario is proved where it is so whatever facts and lists are of which not all is known, and only
/// there.</summary>
public class WhateverElseTests
{
    private const string TooFar = """{ "kind": "a" }, { "kind": "b" }""";
    private const string LessThanItself = """{ "value": { "max": "l.worth" }, "lessThan": { "min": "l.worth" } }""";

    [Fact]
    public void WhatCannotBeWhateverAFactIsIsProved() =>
        Assert.Equal(["no"], Answers($$"""{ "all": [{{TooFar}}, {{LessThanItself}}] }"""));

    [Fact]
    public void WhatHangsOnAFactOfWhichNotAllValuesAreKnownIsNotProved() => Assert.Equal(["open"], Answers(LessThanItself));

    [Fact]
    public void WhatCannotBeHoweverLongAListIsIsProvedAndOnlyThat()
    {
        const string More = """{ "value": { "count": "LIST" }, "atLeast": { "count": "LIST", "where": { "isSo": true }, "plus": 4 } }""";
        var (ofL, ofM) = (More.Replace("LIST", "l", StringComparison.Ordinal), More.Replace("LIST", "m", StringComparison.Ordinal));
        Assert.Equal(
            ["no", "open"],
            Answers(
                $$"""{ "all": [{{TooFar}}, { "count": "l", "atLeast": 3 }, {{ofM}}] }""",
                $$"""{ "all": [{ "count": "m", "atLeast": 3 }, {{ofL}}] }"""));
    }

    // Of 3 and 300 elements alike: what goes over them does not matter.
    [Fact]
    public void WhatCannotBeHoweverLongAListWouldHaveToBeIsSaidAtOnce() => Assert.Equal(
        ["no"], Answers($$"""{ "all": [{{TooFar}}, { "count": "l", "where": { "isSo": true }, "atLeast": 300 }] }"""));

    [Fact]
    public void AListIsAsLongAsTheRulesName() => Assert.Equal(
        ["yes"],
        Answers("""{ "all": [{ "count": "l", "atLeast": 12 }, { "sum": "l.worth", "atLeast": 3 }] }"""));

    // The sum of two facts may be the sum of two others and 100 whatever their values are like.
    [Fact]
    public void OfFactsThatAreWorkedIntoOneAnotherNothingIsProved() => Assert.Equal(
        ["open"],
        Answers("""{ "value": { "fact": "a", "plus": { "fact": "b" } }, "is": { "fact": "c", "plus": { "fact": "d", "plus": 100 } } }"""));

    // Of one after the other, in the same scenarios, whether the rule can be satisfied.
    private static IEnumerable<string> Answers(params string[] conditions)
    {
        var vocabulary = Vocabulary.Parse(
            """
            { "type": "object", "properties": {
                "kind": { "enum": ["a", "b"] }, "a": { "type": "integer" }, "b": { "type": "integer" },
                "c": { "type": "integer" }, "d": { "type": "integer" },
                "l": { "type": "array", "items": { "type": "object", "properties": {
                    "isSo": { "type": "boolean" }, "worth": { "type": "integer" } } } },
                "m": { "type": "array", "items": { "type": "object", "properties": { "isSo": { "type": "boolean" } } } } } }
            """);
        var rules = RuleSet.Parse(
            $$"""{ "name": "r", "stages": ["s"], "rules": [{{string.Join(", ", conditions.Select((condition, number) =>
                $$"""{ "id": "r-{{number}}", "stage": "s", "require": {{condition}} }"""))}}] }""",
            new RuleSetOptions { Vocabulary = vocabulary }).Checked;
        var scenarios = new AllScenarios([rules], [], AnalysisLimits.Default);
        return
        [
            .. rules.Rules.Select(rule => scenarios.Seek(
                AllScenarios.Of(rule), inquiry => inquiry.Rules[0].Of(rule, RuleOutcome.Satisfied), _ => true))
                .Select(sought => sought.IsNone ? "no" : sought.Why is null ? "yes" : "open"),
        ];
    }
}
