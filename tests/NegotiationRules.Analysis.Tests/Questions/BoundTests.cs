using NegotiationRules.Analysis.Questions;
using NegotiationRules.Evaluation;
using NegotiationRules.Facts;
using NegotiationRules.Tests.Support;
using Xunit.Abstractions;

namespace NegotiationRules.Analysis.Tests.Questions;

/// <summary>What is so in no scenario with as many elements as are enough is so in none with three times as many.</summary>
public class BoundTests(ITestOutputHelper output)
{
    private const string Facts = """
        {
          "type": "object",
          "properties": {
            "a": { "type": "array", "items": { "type": "object", "properties": {
              "x": { "type": "boolean" }, "n": { "type": "integer", "minimum": 0, "maximum": 3 },
              "c": { "type": "array", "items": { "type": "object", "properties": { "y": { "type": "boolean" } } } } } } },
            "b": { "type": "array", "items": { "type": "object", "properties": {
              "x": { "type": "boolean" }, "n": { "type": "integer", "minimum": 0, "maximum": 3 } } } }
          }
        }
        """;

    private static readonly int Cases = CaseCount.Of(40);
    private const int Longer = 3;
    private const int Choices = 200;

    [Fact]
    public void WhatIsSoInNoScenarioWithEnoughElementsIsSoInNoneWithMore()
    {
        var random = new Random(Seed.Of(output));
        var vocabulary = Vocabulary.Parse(Facts);
        var (none, found, open) = (0, 0, 0);
        for (var i = 0; i < Cases; i++)
        {
            var text = Text(random);
            var rules = RuleSet.Parse(text, new RuleSetOptions { Vocabulary = vocabulary }).Checked;
            var scenarios = new AllScenarios([rules], [], AnalysisLimits.Default);
            foreach (var outcome in (RuleOutcome[])[RuleOutcome.NotApplicable, RuleOutcome.Satisfied, RuleOutcome.Violated])
            {
                var rule = rules.Rules[0];
                var sought = scenarios.Seek(
                    AllScenarios.Of(rule), inquiry => inquiry.Rules[0].Of(rule, outcome),
                    scope => RuleEvaluator.Evaluate(rule, scope) == outcome);
                none += sought.IsNone ? 1 : 0;
                found += sought.Facts is null ? 0 : 1;
                open += sought.Why is null ? 0 : 1;
                if (sought.IsNone)
                {
                    Assert.DoesNotContain(Longest(scenarios.At(Longer * scenarios.Largest), random), facts =>
                        RuleEvaluator.Evaluate(rule, Scope.Of(facts, rules.Work)) == outcome);
                }
            }
        }

        output.WriteLine($"{none} nowhere, {found} found, {open} not decided");
        Assert.True(none > Cases / 20 && found > Cases && open < Cases);
    }

    private static IEnumerable<FactRecord> Longest(Inquiry inquiry, Random random) =>
        from choice in Enumerable.Range(0, Choices)
        let sparse = random.Next(2, 6)
        select inquiry.Frame.Materialise(
            [.. inquiry.Circuit.Variables.Select(variable => random.Next(sparse) == 0 ? 0 : random.Next(variable.CellCount))]);

    private static string Text(Random random) => $$"""
        {
          "language": 1, "name": "bounds", "stages": ["talks"],
          "rules": [{ "id": "r", "stage": "talks", "when": {{Both(random)}}, "require": {{Both(random)}} }]
        }
        """;

    private static string Both(Random random) =>
        $$"""{ "{{Pick(random, "all", "any", "none")}}": [{{OfScenario(random)}}, {{OfScenario(random)}}] }""";

    private static string OfScenario(Random random) => random.Next(6) switch
    {
        0 => Count("a", OfA(random), random),
        1 => Count("b", OfB(random), random),
        2 => Quantifier("b", OfB(random), random),
        3 => $$"""{ "{{Pick(random, "min", "max")}}": "{{Pick(random, "a", "b")}}.n", {{Bound(random, random.Next(4))}} }""",
        4 => Count("a.c", $$"""{ "y": {{Is(random)}} }""", random),
        _ => Quantifier("a", OfA(random), random),
    };

    private static string OfA(Random random) => random.Next(3) switch
    {
        0 => Quantifier("c", $$"""{ "y": {{Is(random)}} }""", random),
        1 => Count("c", $$"""{ "y": {{Is(random)}} }""", random),
        _ => OfB(random),
    };

    private static string OfB(Random random) =>
        random.Next(2) == 0 ? $$"""{ "x": {{Is(random)}} }""" : $$"""{ "n": { {{Bound(random, random.Next(1, 3))}} } }""";

    private static string Bound(Random random, int number) => $"\"{Pick(random, "atLeast", "atMost")}\": {number}";

    private static string Quantifier(string list, string inner, Random random) => Pick(random, "every", "some", "no") is var kind
        && kind == "every" ? $$"""{ "every": "{{list}}", "satisfy": {{inner}} }""" : $$"""{ "{{kind}}": "{{list}}", "where": {{inner}} }""";

    private static string Count(string list, string inner, Random random) =>
        $$"""{ "count": "{{list}}", "where": {{inner}}, "{{Pick(random, "atLeast", "atMost", "is")}}": {{random.Next(1, 4)}} }""";

    private static string Is(Random random) => random.Next(2) == 0 ? "true" : "false";

    private static string Pick(Random random, params string[] of) => of[random.Next(of.Length)];
}
