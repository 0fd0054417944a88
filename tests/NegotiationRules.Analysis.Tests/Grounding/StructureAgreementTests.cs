using System.Globalization;
using NegotiationRules.Analysis.Grounding;
using NegotiationRules.Tests.Support;
using Xunit.Abstractions;

namespace NegotiationRules.Analysis.Tests.Grounding;

/// <summary>Steps in order, and least and greatest values beside each other, have circuits that say what the evaluator says, whatever is
/// known of times, elements and lists.</summary>
public class StructureAgreementTests(ITestOutputHelper output)
{
    private static readonly int Cases = CaseCount.Of(30);
    private const int Choices = 40;

    private static readonly Vocabulary Facts = Vocabulary.Parse(
        """
        { "type": "object", "properties": {
            "day": { "type": "string", "format": "date" },
            "isSo": { "type": "boolean" },
            "events": { "type": "array", "maxItems": 4, "items": { "type": "object", "properties": {
                "kind": { "enum": ["a", "b", "c"] }, "on": { "type": "string", "format": "date" },
                "worth": { "type": "integer", "minimum": -9, "maximum": 90 },
                "size": { "type": "integer", "minimum": 0, "maximum": 20 },
                "parts": { "type": "array", "maxItems": 3, "items": { "type": "object", "properties": {
                    "sort": { "enum": ["a", "b"] }, "n": { "type": "integer", "minimum": -2, "maximum": 4 } } } },
                "share": { "type": "number", "multipleOf": 0.1, "minimum": 0, "maximum": 5 },
                "cost": { "type": "number", "multipleOf": 0.1 } } } },
            "others": { "type": "array", "items": { "type": "object", "properties": {
                "kind": { "enum": ["a", "b", "c"] }, "worth": { "type": "integer" } } } } } }
        """);

    [Fact]
    public void StepsInOrderAreWhatTheEvaluatorSays() => Compare(random =>
    {
        var steps = Enumerable.Range(0, random.Next(1, 5)).Select(_ => Pick(random,
            """{ "kind": "a" }""", """{ "kind": { "in": ["a", "b"] } }""", """{ "worth": { "atLeast": 3 } }""",
            """{ "kind": { "isNot": "c" } }""",
            """{ "all": [{ "kind": "b" }, { "on": { "after": { "fact": "day" } } }] }""")).ToList();
        var list = Pick(random, "\"events\"", "\"events\"",
            """{ "list": "events", "where": { "worth": { "moreThan": 0 } } }""");
        var least = random.Next(2) == 0 ? string.Empty : $", \"atLeast\": {random.Next(1, steps.Count + 1)}";
        return $$"""{ "inOrder": {{list}}, "by": "on", "steps": [{{string.Join(", ", steps)}}]{{least}} }""";
    });

    [Fact]
    public void LeastAndGreatestValuesBesideEachOtherAreWhatTheEvaluatorSays() => Compare(random =>
    {
        string Extreme() => Pick(
            random,
            $$""" "{{Pick(random, "min", "max")}}": "events.{{Pick(random, "worth", "cost")}}" """,
            $$""" "{{Pick(random, "min", "max")}}": "others.worth" """)
            + Pick(random, string.Empty, """, "where": { "kind": "a" } """, """, "where": { "kind": { "isNot": "b" } } """)
            + Pick(random, string.Empty, """, "times": 0.4 """, """, "times": -2 """, """, "times": 3 """)
            + Pick(random, string.Empty, string.Empty, """, "plus": 1.5 """, """, "minus": 2 """);
        var relation = Pick(random, "atLeast", "atMost", "moreThan", "lessThan", "is", "isNot");
        return $$"""{ "value": { {{Extreme()}} }, "{{relation}}": { {{Extreme()}} } }""";
    });

    [Fact]
    public void SharesOfOneAmountInAnotherAreWhatTheEvaluatorSays() => Compare(random =>
    {
        string Amount() => Pick(
            random, """{ "count": "events", "where": { "kind": "a" } }""", """{ "count": "events" }""",
            """{ "sum": "events.size", "where": { "kind": { "isNot": "b" } } }""", """{ "sum": "events.size" }""",
            """{ "sum": "events.share", "where": { "worth": { "atLeast": 3 } } }""");
        var relation = Pick(random, "atLeast", "atMost", "moreThan", "lessThan", "is", "isNot");
        var bound = Pick(random, "\"1/2\"", "\"2/3\"", "0", "1", "0.55", "0.9");
        var ifNone = Pick(random, string.Empty, ", \"ifNone\": 0", ", \"ifNone\": 1");
        return $$"""{ "share": [{{Amount()}}, {{Amount()}}], "{{relation}}": {{bound}}{{ifNone}} }""";
    });

    [Fact]
    public void SumsOfGreatestAndLeastValuesAreWhatTheEvaluatorSays() => Compare(random =>
    {
        var extreme = $$""" "{{Pick(random, "min", "max")}}": "parts.n" """
            + Pick(random, string.Empty, """, "where": { "sort": "a" } """) + Pick(random, string.Empty, """, "ifNone": 0 """);
        var where = Pick(random, string.Empty, """, "where": { "kind": { "isNot": "b" } } """);
        var relation = Pick(random, "atLeast", "atMost", "moreThan", "lessThan", "is", "isNot");
        return $$"""{ "sum": "events", "of": { {{extreme}} }{{where}}, "{{relation}}": {{random.Next(-2, 6)}} }""";
    });

    // With more values than are looked at one by one.
    [Fact]
    public void DaysBesideEachOtherAreWhatTheEvaluatorSays() => Compare(random =>
    {
        var told = string.Join(", ", Enumerable.Range(1, 9).Select(day => $"\"2022-0{day}-{random.Next(10, 29)}\""));
        var moved = Pick(random, """, "plus": "P30D" """, """, "plus": "P1M" """, """, "to": "startOfNextMonth" """, string.Empty);
        var relation = Pick(random, "onOrAfter", "onOrBefore", "after", "before", "is", "isNot");
        var compared = $$"""{ "value": { "fact": "on"{{moved}} }, "{{relation}}": { "fact": "day" } }""";
        var some = $$"""{ "some": "events", "where": { "all": [{{compared}}, { "on": { "notIn": [{{told}}] } }] } }""";
        return $$"""{ "any": [{{some}}, { "day": { "in": [{{told}}] } }] }""";
    });

    private void Compare(Func<Random, string> condition)
    {
        var seed = Seed.Of(output);
        var (compared, of, opaque) = (0, new int[3], 0);
        for (var number = 0; number < Cases; number++)
        {
            var random = new Random((seed * 1_000_003) + number);
            var require = condition(random);
            var rules = RuleSet.Parse(
                $$"""{ "name": "r", "stages": ["s"], "rules": [{ "id": "r", "stage": "s", "require": {{require}} }] }""",
                new RuleSetOptions { Vocabulary = Facts });
            var limits = GroundLimits.Default with { Rows = 300, Scenarios = 1 };
            var grounded = new GroundedCase(rules, Scenario.Parse(Stated(random)), added: random.Next(3), limits);
            opaque += grounded.Grounder.Opaque.Count;
            for (var choice = 0; choice < Choices; choice++)
            {
                var cells = grounded.Choose(random);
                if (grounded.Evaluate(grounded.Conditions[0], cells) is not { } truth)
                {
                    continue;
                }

                compared++;
                of[(int)truth]++;
                Assert.True(
                    grounded.Read(grounded.Rails[0], cells) == truth,
                    $"SEED={seed}, case {number}\n{require}\n{truth}, not {grounded.Read(grounded.Rails[0], cells)}, in "
                        + grounded.Tell(cells));
            }
        }

        output.WriteLine($"{compared} compared, {string.Join(", ", of)} of each truth, {opaque} opaque");
        Assert.True(of.All(count => count > compared / 50));
        Assert.True(opaque < Cases / 10);
    }

    // Some of it known, some in part, some not at all.
    private static string Stated(Random random)
    {
        var events = Enumerable.Range(0, random.Next(4)).Select(_ => $"{{ {string.Join(", ", new[]
        {
            random.Next(3) == 0 ? string.Empty : $"\"kind\": \"{Pick(random, "a", "b", "c")}\"",
            random.Next(4) == 0 ? string.Empty : $"\"on\": \"{Pick(random, "2022-01", "2022", $"2022-01-{random.Next(10, 14)}")}\"",
            random.Next(3) == 0 ? string.Empty : $"\"worth\": {random.Next(-3, 9)}",
            random.Next(3) == 0 ? string.Empty : $"\"size\": {random.Next(4)}",
            random.Next(3) == 0 ? string.Empty : $"\"share\": 0.{random.Next(4)}",
            random.Next(3) == 0 ? string.Empty : $"\"parts\": {Parts(random)}",
            random.Next(2) == 0 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"\"cost\": {random.Next(-3, 90) / 10m}"),
        }.Where(fact => fact.Length > 0))} }}");
        var list = $"[{string.Join(", ", events)}]";
        var open = random.Next(2) == 0 ? list : $$"""{ "known": {{list}}, "complete": false }""";
        var others = $$"""[{ "kind": "a", "worth": {{random.Next(9)}} }, { "worth": 4 }]""";
        return $$"""{ "day": "2022-01-11", "events": {{open}}, "others": {{others}} }""";
    }

    private static string Parts(Random random)
    {
        string Part() => Pick(
            random, $$"""{ "sort": "a", "n": {{random.Next(-2, 5)}} }""", $$"""{ "n": {{random.Next(-2, 5)}} }""", """{ "sort": "b" }""");
        var list = $"[{string.Join(", ", Enumerable.Range(0, random.Next(3)).Select(_ => Part()))}]";
        return Pick(random, list, $$"""{ "known": {{list}}, "complete": false }""");
    }

    private static string Pick(Random random, params string[] of) => of[random.Next(of.Length)];
}
