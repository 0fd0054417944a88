using System.Globalization;
using NegotiationRules.Analysis.Cells;
using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Tests.Support;

namespace NegotiationRules.Analysis.Tests.Cells;

/// <summary>Twice the rules take about twice the work to find which values matter.</summary>
public class CellGrowthTests
{
    private const double AboutTwice = 2.6;

    private static readonly Vocabulary Facts = Vocabulary.Parse(
        """
        { "type": "object", "properties": {
            "n": { "type": "integer" }, "real": { "type": "number" }, "text": { "type": "string" }, "other": { "type": "string" },
            "day": { "type": "string", "format": "date" }, "end": { "type": "string", "format": "date" },
            "list": { "type": "array", "items": { "type": "object", "properties": {
                "m": { "type": "integer" }, "inner": { "type": "array", "items": { "type": "object", "properties": {
                    "k": { "type": "integer" } } } } } } } } }
        """);

    [Theory]
    [InlineData("""{ "n": { "atLeast": NUMBER } }""")]
    [InlineData("""{ "value": { "fact": "day", "plus": "PNUMBERD" }, "onOrBefore": "2022-01-31" }""")]
    [InlineData("""{ "real": { "atLeast": NUMBER.5 } }""")]
    [InlineData("""{ "text": "tNUMBER" }""")]
    [InlineData("""{ "text": { "startsWith": "tNUMBER" } }""")]
    [InlineData("""{ "text": { "matches": "^(a|b)tNUMBER$" } }""")]
    [InlineData("""{ "any": [{ "text": "tNUMBER" }, { "text": { "is": { "fact": "other" } } }] }""")]
    [InlineData("""{ "some": "list", "where": { "m": NUMBER } }""")]
    public void TheValuesOfFacts(string condition) =>
        Growth.IsAtMost(AboutTwice, 60, 120, number => ConditionsOf(condition, number), conditions =>
        {
            var finder = FinderOf(conditions);
            Assert.NotEmpty(new[] { "n", "day", "real", "text", "list[].m" }.Where(finder.IsRead)
                .SelectMany(key => finder.Of(key, finder.TypeOf(key))));
        });

    // As many points as there are: each is carried to the other day, and back.
    [Fact]
    public void DaysThatAreComparedWithEachOther()
    {
        const string Compared = """
            { "any": [{ "day": "20NUMBER-01-10" }, { "value": { "fact": "day", "plus": "P1M" }, "before": { "fact": "end" } }] }
            """;
        Growth.IsAtMost(AboutTwice, 20, 40, number => ConditionsOf(Compared, number, from: 10), conditions =>
        {
            var finder = FinderOf(conditions);
            Assert.True(finder.Of("end", finder.TypeOf("end")).Count() > 20);
        });
    }

    [Theory]
    [InlineData("""{ "some": "list", "where": { "m": NUMBER } }""")]
    [InlineData("""{ "every": "list", "satisfy": { "count": "inner", "where": { "k": NUMBER }, "atLeast": 2 } }""")]
    public void HowLongListsAre(string condition) =>
        Growth.IsAtMost(AboutTwice, 60, 120, number => ConditionsOf(condition, number), conditions =>
        {
            var bounds = new ListBounds(Facts.Root, conditions, mayBeUnknown: false);
            Assert.All(bounds.Lists, list => Assert.True(bounds.Of(list) > 0));
        });

    [Fact]
    public void WhatIsAskedWhetherKnown() => Growth.IsAtMost(
        AboutTwice, 60, 120, number => ConditionsOf("""{ "any": [{ "n": NUMBER }, { "day": { "known": true } }] }""", number),
        conditions => Assert.True(new AskedWhetherKnown(Facts.Root, conditions).Contains("day")));

    [Fact]
    public void WhatIsRead() => Growth.IsAtMost(
        AboutTwice, 60, 120, number => ConditionsOf("""{ "some": "list", "where": { "m": NUMBER } }""", number),
        conditions => Assert.Contains("list[].m", ReadFacts.Of(Facts.Root, conditions)));

    private static CellFinder FinderOf(List<Condition> conditions) =>
        new(Facts.Root, conditions, new FixedFacts(Array.Empty<FactValue>().ToLookup(_ => string.Empty), _ => false));

    private static List<Condition> ConditionsOf(string condition, int number, int from = 100)
    {
        var rules = Enumerable.Range(from, number).Select(i => $$"""
            { "id": "r-{{i}}", "stage": "s", "require": {{condition.Replace(
                "NUMBER", i.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)}} }
            """);
        return [.. RuleSet.Parse(
            $$"""{ "name": "r", "stages": ["s"], "rules": [{{string.Join(", ", rules)}}] }""",
            new RuleSetOptions { Vocabulary = Facts }).Checked.Rules.Select(rule => rule.Require)];
    }
}
