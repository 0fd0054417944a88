using NegotiationRules.Tests.Support;

namespace NegotiationRules.Tests.Fuzz;

/// <summary>What is twice as long takes no more than about twice the memory to tell, in any format.</summary>
public sealed class GrowthTests
{
    private const double AboutTwice = 2.6;

    private const string Some = """{ "some": "list", "where": { "x": 2 } }""";

    private static readonly Vocabulary Facts = Vocabulary.Parse(
        """
        { "properties": { "flag": { "type": "boolean" }, "n": { "type": "integer" },
          "list": { "items": { "properties": { "x": { "type": "integer" }, "bb": { "type": "boolean" },
            "kids": { "items": { "properties": { "z": { "type": "integer" } } } } } } } } }
        """
    );

    public static TheoryData<string> Formats => new() { "text", "html", "markdown", "mermaid", "json" };

    [Theory]
    [MemberData(nameof(Formats))]
    public void ExplainingTwiceTheRules(string format) =>
        Growth.IsAtMost(AboutTwice, 60, 120, n => RulesOf(n).Evaluate(Scenario.Parse("""{ "n": 7 }""")), v => Told(v, format));

    [Theory]
    [MemberData(nameof(Formats))]
    public void ExplainingTwiceTheElements(string format) =>
        Growth.IsAtMost(AboutTwice, 60, 120, n => OfElements(Some, "\"x\": 1", n), verdict => Told(verdict, format));

    [Theory]
    [InlineData("""{ "share": "list", "where": { "bb": true }, "atLeast": "1/2" }""")]
    [InlineData("""{ "some": "list.kids", "as": "k", "where": { "k.z": 1 } }""")]
    [InlineData("""{ "every": "list", "satisfy": { "x": 1 } }""")]
    [InlineData("""{ "count": "list", "where": { "x": 1 }, "atLeast": 5 }""")]
    [InlineData("""{ "value": { "sum": "list.x" }, "atLeast": 5 }""")]
    public void ExplainingTwiceTheElementsOfWhichNothingIsKnown(string condition) =>
        // What would settle it is tried up to a limit, which these are beyond.
        Growth.IsAtMost(AboutTwice, 1_500, 3_000, n => OfElements(condition, string.Empty, n), verdict => Told(verdict, "text"));

    [Fact]
    public void DescribingTwiceTheRules() => Growth.IsAtMost(AboutTwice, 60, 120, RulesOf, rules => Assert.NotEmpty(rules.Describe()));

    [Fact]
    public void ChangingAFactOfTwiceTheRules() =>
        Growth.IsAtMost(
            AboutTwice, 60, 120,
            n => new Session(RulesOf(n), Scenario.Parse("""{ "n": 1 }""")),
            session =>
            {
                for (var i = 0; i < 20; i++)
                {
                    session.Set("n", i);
                    _ = session.Evaluate();
                }
            });

    private static void Told(Verdict verdict, string format)
    {
        var explanation = verdict.Explain(new ExplanationOptions { ShowAll = true });
        Assert.NotEmpty(
            format switch
            {
                "html" => explanation.ToHtml(),
                "markdown" => explanation.ToMarkdown(),
                "mermaid" => explanation.ToMermaid(),
                "json" => explanation.ToJson(),
                _ => explanation.ToText(),
            }
        );
    }

    private static Verdict OfElements(string condition, string facts, int number) =>
        Parse($$"""{ "id": "a", "require": {{condition}} }""").Evaluate(
            Scenario.Parse($$"""{ "list": [ {{string.Join(", ", Enumerable.Repeat($"{{ {facts} }}", number))}} ] }""")
        );

    private static RuleSet RulesOf(int number) =>
        Parse(string.Join(", ", Enumerable.Range(0, number).Select(i => $$"""{ "id": "r{{i}}", "require": { "n": {{i}} } }""")));

    private static RuleSet Parse(string rules) =>
        RuleSet.Parse(
            $$"""{ "name": "growth", "stages": ["s"], "rules": [ {{rules}} ] }""",
            new RuleSetOptions { Vocabulary = Facts }
        );
}
