using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Tests.Support;
using NegotiationRules.Text;

namespace NegotiationRules.Tests.Evaluation;

/// <summary>Where the facts of elements do not depend on each other, what is said of counts, sums, extremes, shares and quantifiers is not
/// only right but the most that can be said.</summary>
/// <remarks>Lists are so short and facts so few-valued that all ways in which a scenario may turn out can be gone through.</remarks>
public class TightnessTests
{
    private const int Longest = 3;

    private static readonly Vocabulary Vocabulary = Vocabulary.Parse($$"""
        { "properties": { "list": { "maxItems": {{Longest}}, "items": { "properties": {
          "v": { "type": "integer", "minimum": -1, "maximum": 1 }, "w": { "type": "integer", "minimum": 0, "maximum": 2 },
          "has": { "type": "boolean" }, "in": { "type": "boolean" }
        } } } } }
        """);

    [ManyCases(100)]
    public void CountsAndSumsReachBothEndsOfTheirIntervals(int seed)
    {
        var scenario = Scenario(seed);
        foreach (
            var quantity in new[]
            {
                """ "count": "list", "where": { "has": true } """, """ "sum": "list.v" """,
                """ "sum": "list.v", "where": { "has": true } """,
            }
        )
        {
            var operand = ((RelationTest)Condition($$"""{ {{quantity}}, "is": { "parameter": "seven" } }""")).Left;
            var known = Quantities.Exact(operand, Scope(scenario), 0);
            var values = scenario.Completions().Select(c => Quantities.Exact(operand, Scope(c), 0).Low!.Value).ToList();
            Assert.Equal((values.Min(), values.Max()), (known.Low, known.High));
        }
    }

    [ManyCases(100)]
    public void SharesAreDecidedAsSoonAsTheyCanBe(int seed)
    {
        var scenario = Scenario(seed);
        foreach (
            var share in new[]
            {
                """ "share": "list" """, """ "share": "list", "of": "w" """,
                """ "share": "list", "among": { "member.in": true } """,
                """ "share": "list", "of": "w", "among": { "member.in": true } """,
            }
        )
        {
            foreach (
                var comparison in new[]
                {
                    "\"atLeast\": \"1/2\"", "\"moreThan\": \"1/2\"", "\"lessThan\": \"2/3\"", "\"atLeast\": 0",
                    "\"atMost\": 1", "\"atMost\": \"1/3\"",
                }
            )
            {
                IsTheMostThatCanBeSaid($$"""{ {{share}}, "as": "member", "where": { "member.has": true }, {{comparison}} }""", scenario);
            }
        }
    }

    [ManyCases(100)]
    public void QuantifiersAndExtremesAreDecidedAsSoonAsTheyCanBe(int seed)
    {
        var scenario = Scenario(seed);
        string[] conditions =
        [
            """{ "every": "list", "satisfy": { "has": true } }""", """{ "some": "list", "where": { "has": true } }""",
            """{ "no": "list", "where": { "has": true } }""",
            """{ "every": "list", "where": { "v": { "atLeast": 1 } }, "satisfy": { "has": true } }""",
            """{ "some": "list" }""", """{ "no": "list" }""", """{ "min": "list.v", "atLeast": 0 }""",
            """{ "max": "list.v", "atLeast": 1 }""",
            """{ "min": "list.w", "where": { "has": true }, "atMost": 1 }""",
            """{ "count": "list", "where": { "has": true }, "atLeast": 2 }""",
        ];
        foreach (var condition in conditions)
        {
            IsTheMostThatCanBeSaid(condition, scenario);
        }
    }

    // Unknown is right only if the ways it may turn out differ, or one of them has no answer.
    private static void IsTheMostThatCanBeSaid(string condition, SmallScenario scenario)
    {
        var found = Condition(condition);
        var truths = scenario.Completions().Select(c => TreeWalk.Evaluate(found, Scope(c))).Distinct().ToList();
        Assert.Equal(truths.Count == 1 ? truths[0] : Truth.Unknown, TreeWalk.Evaluate(found, Scope(scenario)));
    }

    private static Condition Condition(string condition) => RuleSet.Parse(
        $$"""{ "name": "test", "stages": ["talks"], "parameters": { "seven": 7 }, "rules": [ { "id": "a", "require": {{condition}} } ] }""",
        new RuleSetOptions { Vocabulary = Vocabulary }).Checked.Rules[0].Require;

    private static Scope Scope(SmallScenario scenario)
    {
        var bag = new DiagnosticBag();
        var facts = NegotiationRules.Scenario.Parse(scenario.ToString()).Bind(Vocabulary, bag);
        Assert.Equal(0, bag.Count);
        return NegotiationRules.Evaluation.Scope.Of(facts);
    }

    private static SmallScenario Scenario(int seed)
    {
        var random = new Random(seed);
        var unknown = 0;
        var elements = Enumerable.Range(0, random.Next(Longest + 1)).Select(_ => SmallScenario.Values.Select(Any).ToArray()).ToList();

        // Beyond this, the ways in which it may turn out are too many to go through: one element more has 36 of its own.
        var isOpen = unknown <= 2 && elements.Count >= Longest - 1 && random.Next(2) == 0;
        return new SmallScenario(elements, !isOpen);

        string? Any(string[] values) => unknown < 5 && random.Next(3) == 0 && unknown++ >= 0 ? null : values[random.Next(values.Length)];
    }

    /// <summary>A list whose elements have four facts each, of which some are <see langword="null"/>: unknown.</summary>
    private sealed record SmallScenario(IReadOnlyList<string?[]> Elements, bool IsComplete)
    {
        public static readonly string[][] Values = [["-1", "0", "1"], ["0", "1", "2"], ["true", "false"], ["true", "false"]];

        /// <summary>Every way in which it may turn out.</summary>
        public IEnumerable<SmallScenario> Completions()
        {
            var known = Elements.Aggregate<string?[], IEnumerable<SmallScenario>>(
                [new SmallScenario([], true)],
                (all, element) => all.SelectMany(s => s.With(element))
            );
            var room = IsComplete ? 0 : Longest - Elements.Count;
            return known.SelectMany(s => s.WithFurther(room));
        }

        public override string ToString()
        {
            var elements = Elements.Select(e =>
                $$"""{ "v": {{e[0] ?? "null"}}, "w": {{e[1] ?? "null"}}, "has": {{e[2] ?? "null"}}, "in": {{e[3] ?? "null"}} }"""
            );
            return $$"""{ "list": { "known": [ {{string.Join(", ", elements)}} ], "complete": {{(IsComplete ? "true" : "false")}} } }""";
        }

        private IEnumerable<SmallScenario> WithFurther(int room) =>
            room == 0 ? [this] : With(new string?[Values.Length]).SelectMany(s => s.WithFurther(room - 1)).Prepend(this);

        private IEnumerable<SmallScenario> With(string?[] element) =>
            element
                .Select((value, i) => value is null ? Values[i] : [value])
                .Aggregate<string[], IEnumerable<string[]>>(
                    [
                        [],
                    ],
                    (all, values) => all.SelectMany(start => values.Select(v => (string[])[.. start, v]))
                )
                .Select(e => this with { Elements = [.. Elements, e] });
    }
}
