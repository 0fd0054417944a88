using System.Globalization;
using System.Text;

namespace NegotiationRules.Tests.Agreement;

/// <summary>Lists that are gone over inside each other: what compares many elements at a time agrees with the tree walk, and takes far
/// fewer steps.</summary>
public sealed class RepeatedListsTests
{
    private const int RuleSets = 120;

    private static readonly Vocabulary Facts = Vocabulary.Parse("""
        { "properties": { "flag": { "type": "boolean" }, "n": { "type": "integer" }, "words": { "items": { "type": "string" } },
          "list": { "items": { "properties": {
            "x": { "type": "integer" }, "y": { "type": "integer", "minimum": -100, "maximum": 100 },
            "m": { "type": "number", "multipleOf": 0.01 }, "r": { "type": "number" },
            "b": { "type": "boolean" }, "t": { "type": "string" }, "d": { "format": "date" }, "at": { "format": "date-time" },
            "kids": { "items": { "properties": { "z": { "type": "integer" } } } }
          } } } } }
        """);

    private static readonly string[] Relations = ["is", "isNot", "lessThan", "atMost", "moreThan", "atLeast"];

    [Fact]
    public void TheyAgreeWithTheTreeWalk()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        for (var i = 0; i < RuleSets; i++)
        {
            var text = RuleSetOf([.. Enumerable.Range(0, 6).Select(_ => Quantified(random, 0, 2 + random.Next(2)))]);
            Assert.True(RuleSet.TryParse(text, new RuleSetOptions { Vocabulary = Facts }, out var rules, out var diagnostics),
                $"seed {seed}: {diagnostics.FirstOrDefault(d => d.Severity == DiagnosticSeverity.Error)}");
            List<byte[]> scenarios = [.. Enumerable.Range(0, 4).Select(_ => Encoding.UTF8.GetBytes(ScenarioOf(random)))];
            EveryEvaluator.AssertAgree(rules, scenarios, threads: 1);
        }
    }

    [Theory]
    [InlineData(
        """{ "some": "list", "as": "e2", "where": { "value": { "fact": "e0.x" },"""
            + """ "moreThan": { "fact": "e1.x", "plus": { "fact": "e2.x" } } } }"""
    )]
    [InlineData(
        """{ "some": "list", "as": "e2", "where": { "all": [ { "value": { "fact": "e2.t" }, "is": { "fact": "e1.t" } },"""
            + """ { "value": { "fact": "e2.x" }, "lessThan": { "fact": "e0.x", "minus": 100 } } ] } }"""
    )]
    [InlineData(
        """{ "value": { "count": "list", "as": "e2", "where": { "value": { "fact": "e2.r", "times": { "fact": "e0.r" } },"""
            + """ "moreThan": { "fact": "e1.r", "plus": 100 } } }, "is": 4 }"""
    )]
    public void TheyTakeFewerSteps(string condition)
    {
        // Three lists of 60 are 216,000 combinations, and the tree walk takes several steps for each.
        var rules = RuleSet.Parse(
            RuleSetOf([$$"""{ "some": "list", "as": "e0", "where": { "some": "list", "as": "e1", "where": {{condition}} } }"""]),
            new RuleSetOptions
            {
                Vocabulary = Facts,
                Work = new WorkLimits { Steps = 500_000 },
            }
        );
        var list = string.Join(
            ", ",
            Enumerable.Range(0, 60).Select(i => $$"""{ "x": {{10 + (i % 7)}}, "t": "t{{i % 7}}", "r": {{i % 7}}.5 }""")
        );
        var scenario = Scenario.Parse($$"""{ "list": [ {{list}} ] }""");

        Assert.False(rules.TryEvaluate(scenario, out _, out _));
        var evaluator = new ScenarioEvaluator(rules);
        evaluator.Evaluate(rules.Prepare(scenario));
        Assert.Equal(RuleOutcome.Violated, evaluator.OutcomeOf(0));
    }

    [Fact]
    public void ALastElementThatDecidesIsFoundBehindAnyNumberOfOthers()
    {
        foreach (var length in new[] { 8, 63, 64, 65, 511, 512, 513, 700 })
        {
            var rules = RuleSet.Parse(
                RuleSetOf([
                    """{ "every": "list", "as": "e0", "satisfy": { "some": "list", "as": "e1", "where": { "value": { "fact": "e1.x" },"""
                        + """ "atLeast": { "fact": "e0.y", "plus": 5 } } } }""",
                ]),
                new RuleSetOptions { Vocabulary = Facts }
            );
            string Text(int last)
            {
                var items = Enumerable.Range(1, length).Select(i => $$"""{ "x": {{(i == length ? last : 0)}}, "y": 1 }""");
                return $$"""{ "list": [ {{string.Join(", ", items)}} ] }""";
            }

            Assert.Equal([RuleOutcome.Satisfied, RuleOutcome.Violated], Outcomes(rules, Text(6), Text(5)));
        }
    }

    private static RuleOutcome[] Outcomes(RuleSet rules, params string[] scenarios)
    {
        var batch = new ScenarioBatch(rules);
        foreach (var scenario in scenarios)
        {
            batch.Add(Scenario.Parse(scenario));
        }

        batch.Evaluate();
        return [.. Enumerable.Range(0, scenarios.Length).Select(i => batch.OutcomeOf(i, 0))];
    }

    private static string RuleSetOf(IReadOnlyList<string> conditions) =>
        $$"""{ "name": "repeated", "stages": ["s"], "parameters": { "two": 2 },"""
            + $$""" "rules": [ {{string.Join(", ", conditions.Select((c, i) => $$"""{ "id": "r{{i}}", "require": {{c}} }"""))}} ] }""";

    private static string Quantified(Random random, int depth, int deepest)
    {
        var inner =
            depth + 1 == deepest
                ? Test(random, depth, 2)
                : $$"""{ "{{(random.Next(3) > 0 ? "any" : "all")}}": [ {{Quantified(random, depth + 1, deepest)}},"""
                    + $$""" {{Test(random, depth, 1)}} ] }""";
        return random.Next(5) switch
        {
            0 => $$"""{ "every": "list", "as": "e{{depth}}", "where": {{Test(random, depth, 1)}}, "satisfy": {{inner}} }""",
            1 => $$"""{ "every": "list", "as": "e{{depth}}", "satisfy": {{inner}} }""",
            2 => $$"""{ "no": "list", "as": "e{{depth}}", "where": {{inner}} }""",
            3 => $$"""{ "count": "list", "as": "e{{depth}}", "where": {{inner}}, "atLeast": {{random.Next(12)}} }""",
            _ => $$"""{ "some": "list", "as": "e{{depth}}", "where": {{inner}} }""",
        };
    }

    // A condition on the element at a depth and on those around it.
    private static string Test(Random random, int depth, int height) =>
        random.Next(height > 0 ? 14 : 10) switch
        {
            0 => $$"""{ "value": {{Number(random, depth, 2)}}, "{{Pick(random, Relations)}}": {{Number(random, depth, 2)}} }""",
            1 => $$"""{ "value": {{Number(random, depth, 1)}}, "{{Pick(random, Relations)}}": {{random.Next(-3, 12)}} }""",
            2 =>
                $$"""{ "value": {{Fact(random, depth, "t")}}, "{{Pick(random, ["is", "isNot", "startsWith", "contains"])}}":"""
                    + $$""" {{Fact(random, depth, "t")}} }""",
            3 =>
                $$"""{ "value": {{Fact(random, depth, "d")}}, "{{Pick(random, ["is", "before", "onOrAfter"])}}":"""
                    + $$""" {{Fact(random, depth, "d")}} }""",
            4 =>
                $$"""{ "value": {{Fact(random, depth, "d")}}, "{{Pick(random, ["is", "before", "after"])}}":"""
                    + $$""" "2022-0{{random.Next(1, 4)}}" }""",
            5 =>
                $$"""{ "value": {{Fact(random, depth, "at")}}, "{{Pick(random, ["is", "before", "onOrAfter"])}}":"""
                    + $$""" {{Fact(random, depth, "at")}} }""",
            6 => $$"""{ "value": {{Fact(random, depth, "b")}}, "is": {{(random.Next(2) == 0 ? "true" : Fact(random, depth, "b"))}} }""",
            7 =>
                $$"""{ "value": {{Fact(random, depth, "t")}}, "in": """
                    + (random.Next(2) == 0 ? """["t1", "t2"] }""" : """{ "fact": "words" } }"""),
            8 =>
                $$"""{ "{{Of(random, depth)}}.{{Pick(random, ["x", "r", "t"])}}": { "known": {{(random.Next(2) == 0 ? "true" : "false")}}"""
                    + $$""" } }""",
            9 =>
                $$"""{ "some": "{{Of(random, depth)}}.kids", "as": "k{{depth}}", "where": { "value": { "fact": "k{{depth}}.z" },"""
                    + $$""" "moreThan": {{Number(random, depth, 0)}} } }""",
            10 => $$"""{ "not": {{Test(random, depth, height - 1)}} }""",
            _ =>
                $$"""{ "{{Pick(random, ["all", "any", "none"])}}": [ {{Test(random, depth, height - 1)}},"""
                    + $$""" {{Test(random, depth, height - 1)}} ] }""",
        };

    private static string Number(Random random, int depth, int height) =>
        random.Next(height > 0 ? 7 : 5) switch
        {
            0 => """{ "fact": "n" }""",
            1 => """{ "parameter": "two" }""",
            >= 5 =>
                $$"""{ "value": {{Number(random, depth, height - 1)}}, "{{Pick(random, ["plus", "minus", "times"])}}":"""
                    + $$""" {{Number(random, depth, height - 1)}} }""",
            _ => Fact(random, depth, Pick(random, ["x", "x", "y", "m", "r"])),
        };

    private static string Fact(Random random, int depth, string name) => $$"""{ "fact": "{{Of(random, depth)}}.{{name}}" }""";

    // Mostly the innermost, or nothing would be compared with it.
    private static string Of(Random random, int depth) => $"e{(random.Next(2) == 0 ? depth : random.Next(depth + 1))}";

    private static string Pick(Random random, string[] all) => all[random.Next(all.Length)];

    private static string ScenarioOf(Random random)
    {
        // Of most lists all is known: only then many are compared at a time.
        var missing = random.Next(3) == 0 ? 0.03 : 0;
        var elements = string.Join(", ", Enumerable.Range(0, random.Next(6, 20)).Select(_ => ElementOf(random, missing)));
        var list = random.Next(4) == 0 ? $$"""{ "known": [ {{elements}} ], "complete": false }""" : $"[ {elements} ]";
        return $$"""{ "flag": true, "n": {{random.Next(-2, 9)}}, "words": ["t1", "t3"], "list": {{list}} }""";
    }

    private static string ElementOf(Random random, double missing)
    {
        var large = random.Next(40) == 0 ? "9000000000000000000" : random.Next(-3, 12).ToString(CultureInfo.InvariantCulture);
        (string Name, string Value)[] facts =
        [
            ("x", large),
            ("y", $"{random.Next(10)}"),
            ("m", $"{random.Next(5)}.{random.Next(10, 99)}"),
            ("r", $"{random.Next(-4, 9)}.5"),
            ("b", random.Next(2) == 0 ? "true" : "false"),
            ("t", $"\"t{random.Next(4)}\""),
            ("d", random.NextDouble() < missing ? "\"2022-02\"" : $"\"2022-0{random.Next(1, 4)}-1{random.Next(3)}\""),
            ("at", $"\"2022-01-01T0{random.Next(3)}:00:00Z\""),
            ("kids", $$"""[ { "z": {{random.Next(9)}} } ]"""),
        ];
        var known = facts.Where(_ => random.NextDouble() >= missing).Select(fact => $"\"{fact.Name}\": {fact.Value}");
        return $$"""{ {{string.Join(", ", known)}} }""";
    }
}
