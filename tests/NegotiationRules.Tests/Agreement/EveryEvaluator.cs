using NegotiationRules.Evaluation;
using NegotiationRules.Text;

namespace NegotiationRules.Tests.Agreement;

/// <summary>Puts scenarios through every evaluator and every way in, and holds the outcomes against the tree walk.</summary>
internal static class EveryEvaluator
{
    /// <returns>How many pairs of a scenario and a rule were compared.</returns>
    public static int AssertAgree(RuleSet rules, IReadOnlyList<byte[]> scenarios, int threads = 2)
    {
        var expected = scenarios.Select(utf8 => ByTreeWalk(rules, Scenario.Parse(utf8))).ToList();
        var fromJson = new ScenarioBatch(rules);
        var bound = new ScenarioBatch(rules);
        foreach (var utf8 in scenarios)
        {
            fromJson.AddJson(utf8);
            bound.Add(Scenario.Parse(utf8));
        }

        fromJson.Evaluate(threads);
        bound.Evaluate();
        var evaluator = new ScenarioEvaluator(rules);
        for (var i = 0; i < scenarios.Count; i++)
        {
            var scenario = i;
            var about = $"{System.Text.Encoding.UTF8.GetString(scenarios[i])}";
            AssertSame(rules, expected[i], OutcomesOf(fromJson, i), $"batch from JSON: {about}");
            AssertSame(rules, expected[i], OutcomesOf(bound, i), $"batch from bound facts: {about}");
            AssertSame(rules, expected[i], OutcomesOf(evaluator, () => evaluator.EvaluateJson(scenarios[scenario])), $"evaluator from JSON: {about}");
            AssertSame(rules, expected[i], OutcomesOf(evaluator, () => evaluator.Evaluate(rules.Prepare(Scenario.Parse(scenarios[scenario])))), $"evaluator from prepared facts: {about}");
        }

        return scenarios.Count * rules.Rules.Count * 4;
    }

    /// <summary>The outcomes of all rules; <see langword="null"/> if the scenario has faults.</summary>
    public static IReadOnlyList<RuleOutcome>? ByTreeWalk(RuleSet rules, Scenario scenario)
    {
        var bag = new DiagnosticBag();
        return EvaluatedScenario.Evaluate(rules.Checked, scenario.Bind(rules.Vocabulary, bag), bag)?.Outcomes;
    }

    public static void AssertSame(RuleSet rules, IReadOnlyList<RuleOutcome>? expected, IReadOnlyList<RuleOutcome>? given, string about)
    {
        Assert.True(expected is null == given is null, $"the tree walk finds {(expected is null ? "faults, nobody else does" : "no faults")}; {about}\n{TextOf(rules)}");
        for (var rule = 0; rule < (expected?.Count ?? 0); rule++)
        {
            Assert.True(expected![rule] == given![rule], $"rule {rules.Rules[rule].Id}: tree walk {expected[rule]}, {given[rule]} by {about}\n{TextOf(rules)}");
        }
    }

    private static string? TextOf(RuleSet rules) => rules.Rules.Count == 0 ? null : rules.Rules[0].Span.Source?.Text;

    private static RuleOutcome[]? OutcomesOf(ScenarioBatch batch, int scenario) =>
        batch.DiagnosticsOf(scenario).Count > 0 ? null : [.. Enumerable.Range(0, batch.Rules.Rules.Count).Select(rule => batch.OutcomeOf(scenario, rule))];

    private static RuleOutcome[]? OutcomesOf(ScenarioEvaluator evaluator, Action evaluate)
    {
        try
        {
            evaluate();
        }
        catch (ScenarioException)
        {
            return null;
        }

        var outcomes = new RuleOutcome[evaluator.Rules.Rules.Count];
        evaluator.CopyOutcomes(outcomes);
        for (var rule = 0; rule < outcomes.Length; rule++)
        {
            Assert.Equal(outcomes[rule], evaluator.OutcomeOf(rule));
        }

        return outcomes;
    }
}
