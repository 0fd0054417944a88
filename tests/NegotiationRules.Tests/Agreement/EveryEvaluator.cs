using System.Text;
using System.Text.Json;
using NegotiationRules.Evaluation;
using NegotiationRules.Facts;
using NegotiationRules.Text;

namespace NegotiationRules.Tests.Agreement;

/// <summary>
/// Puts scenarios through every evaluator and every way in, and holds what comes out against the tree walk: outcomes of rules, of stages,
/// and the score.
/// </summary>
internal static class EveryEvaluator
{
    // To state an object or a list costs as much as to read the whole scenario.
    private const int MostOfASession = 12;

    /// <returns>How many pairs of a scenario and a rule were compared.</returns>
    public static int AssertAgree(RuleSet rules, IReadOnlyList<byte[]> scenarios, int threads = 2)
    {
        var expected = scenarios.Select(utf8 => VerdictByTreeWalk(rules, Scenario.Parse(utf8))).ToList();
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
            var about = $"{Encoding.UTF8.GetString(scenarios[i])}";
            AssertSame(rules, expected[i], OutcomesOf(fromJson, i), $"batch from JSON: {about}");
            AssertSame(rules, expected[i], OutcomesOf(bound, i), $"batch from bound facts: {about}");
            AssertSame(
                rules,
                expected[i],
                OutcomesOf(evaluator, () => evaluator.EvaluateJson(scenarios[scenario])),
                $"evaluator from JSON: {about}"
            );
            AssertSame(
                rules,
                expected[i],
                OutcomesOf(evaluator, () => evaluator.Evaluate(rules.Prepare(Scenario.Parse(scenarios[scenario])))),
                $"evaluator from prepared facts: {about}"
            );
        }

        return (scenarios.Count * rules.Rules.Count * 4) + AssertSessionAgrees(rules, [.. scenarios.Take(MostOfASession)], expected);
    }

    /// <summary>Writes scenarios into columns: each as near as columns can say it.</summary>
    /// <param name="rules">Rules of which none is left to the tree walk: these columns take.</param>
    /// <param name="scenarios">The scenarios.</param>
    /// <returns>How many pairs of a scenario and a rule were compared.</returns>
    public static int AssertColumnsAgree(RuleSet rules, IEnumerable<JsonObject> scenarios)
    {
        Assert.Null(rules.FirstRuleThatWalks);
        var all = scenarios
            .Select(facts => Scenario.Parse(JsonPrinter.Print(WrittenColumns.Sayable(facts, rules.Vocabulary.Root), indented: false)))
            .ToList();
        var batch = WrittenColumns.Evaluate(rules, [.. all.Select(scenario => scenario.Bind(rules.Vocabulary, new DiagnosticBag()))]);
        for (var i = 0; i < all.Count; i++)
        {
            AssertSame(rules, VerdictByTreeWalk(rules, all[i]), OutcomesOf(batch, i), $"columns: {all[i]}");
        }

        return all.Count * rules.Rules.Count;
    }

    /// <summary>The outcomes of all rules; <see langword="null"/> if the scenario has faults.</summary>
    public static IReadOnlyList<RuleOutcome>? ByTreeWalk(RuleSet rules, Scenario scenario) =>
        VerdictByTreeWalk(rules, scenario)?.Rules.Select(r => r.Outcome).ToList();

    public static void AssertSame(RuleSet rules, IReadOnlyList<RuleOutcome>? expected, IReadOnlyList<RuleOutcome>? given, string about)
    {
        if (expected is null != given is null)
        {
            Assert.Fail($"the tree walk finds {(expected is null ? "faults, nobody else does" : "no faults")}; {about}\n{TextOf(rules)}");
        }

        for (var rule = 0; rule < (expected?.Count ?? 0); rule++)
        {
            if (expected![rule] != given![rule])
            {
                Assert.Fail($"rule {rules.Rules[rule].Id}: tree walk {expected[rule]}, {given[rule]} by {about}\n{TextOf(rules)}");
            }
        }
    }

    /// <summary>Outcomes of rules and stages, and the verdict with the scores, if there are any.</summary>
    internal sealed record Outcomes(
        IReadOnlyList<RuleOutcome> Rules, IReadOnlyList<StageOutcome> Stages, StageOutcome Together, Verdict? Verdict);

    public static void AssertSame(RuleSet rules, Verdict? expected, Outcomes? given, string about)
    {
        AssertSame(rules, expected?.Rules.Select(r => r.Outcome).ToList(), given?.Rules, about);
        if (expected is null || given is null)
        {
            return;
        }

        if (!expected.Stages.Select(s => s.Outcome).SequenceEqual(given.Stages) || expected.Outcome != given.Together)
        {
            Assert.Fail($"stages: {about}\n{TextOf(rules)}");
        }

        if (given.Verdict is { } verdict)
        {
            Assert.Equal(Scores(expected), Scores(verdict));
        }

        static IEnumerable<Score?> Scores(Verdict verdict) => verdict.Stages.Select(s => s.Score).Append(verdict.Score);
    }

    public static Outcomes? OutcomesOf(ScenarioBatch batch, int scenario) => batch.DiagnosticsOf(scenario).Count > 0 ? null : new(
        [.. Enumerable.Range(0, batch.Rules.Rules.Count).Select(rule => batch.OutcomeOf(scenario, rule))],
        [.. Enumerable.Range(0, batch.Rules.Stages.Count).Select(stage => batch.OutcomeOfStage(scenario, stage))],
        batch.OutcomeOf(scenario),
        HasScore(batch.Rules) ? batch.ToVerdict(scenario) : null);

    public static Outcomes? OutcomesOf(ScenarioEvaluator evaluator, Action evaluate)
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

        var stages = Enumerable.Range(0, evaluator.Rules.Stages.Count).Select(evaluator.OutcomeOfStage);
        return new(outcomes, [.. stages], evaluator.Outcome, null);
    }

    public static Verdict? VerdictByTreeWalk(RuleSet rules, Scenario scenario)
    {
        var bag = new DiagnosticBag();
        var evaluated = EvaluatedScenario.Evaluate(rules.Checked, scenario.Bind(rules.Vocabulary, bag), bag);
        return evaluated is null ? null : new Verdict(evaluated);
    }

    // From one scenario to the next by stating what differs.
    private static int AssertSessionAgrees(RuleSet rules, IReadOnlyList<byte[]> scenarios, List<Verdict?> expected)
    {
        if (VerdictByTreeWalk(rules, Scenario.Parse("{}")) is null)
        {
            return 0;
        }

        var session = new Session(rules, Scenario.Parse("{}"));
        var before = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        for (var i = 0; i < scenarios.Count; i++)
        {
            var facts = Read(scenarios[i]);
            foreach (var name in before.Keys.Union(facts.Keys, StringComparer.Ordinal))
            {
                var now = facts.TryGetValue(name, out var stated) ? stated : (JsonElement?)null;
                if (!before.TryGetValue(name, out var old) || old.GetRawText() != now?.GetRawText())
                {
                    session.Set(name, (object?)now);
                }
            }

            before = facts;
            AssertSame(rules, expected[i], OutcomesOf(session), $"session, stated: {session.Scenario}");
        }

        return scenarios.Count * rules.Rules.Count;
    }

    private static Outcomes? OutcomesOf(Session session)
    {
        try
        {
            session.Evaluate();
        }
        catch (ScenarioException)
        {
            return null;
        }

        return new(
            [.. Enumerable.Range(0, session.Rules.Rules.Count).Select(session.OutcomeOf)],
            [.. Enumerable.Range(0, session.Rules.Stages.Count).Select(session.OutcomeOfStage)],
            session.Outcome,
            HasScore(session.Rules) ? session.ToVerdict() : null);
    }

    // Numbers keep all their digits.
    private static Dictionary<string, JsonElement> Read(byte[] utf8)
    {
        var asPeopleWrite = new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
        using var document = JsonDocument.Parse(utf8, asPeopleWrite);
        return document.RootElement.Clone().EnumerateObject().ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal);
    }

    private static bool HasScore(RuleSet rules) => rules.Rules.Any(rule => rule.Strength == Strength.Preferred);

    private static string? TextOf(RuleSet rules) => rules.Rules.Count == 0 ? null : rules.Rules[0].Span.Source?.Text;
}
