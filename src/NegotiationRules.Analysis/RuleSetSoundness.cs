using NegotiationRules.Analysis.Cells;
using NegotiationRules.Analysis.Questions;
using NegotiationRules.Analysis.Telling;
using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Text;

namespace NegotiationRules.Analysis;

/// <summary>Makes the checks of a rule set, and what users hold of them.</summary>
internal static class RuleSetSoundness
{
    public static Soundness Of(RuleSet rules, AnalysisOptions options)
    {
        var assumed = Conditions(rules, options);
        var checks = new SoundnessChecks(rules.Checked, Scenarios([rules.Checked], options, assumed));
        checks.Run();
        var parameters = new ParameterChecks(rules, other => Scenarios([other], options, assumed));
        var words = new SoundnessDiagnostics(rules.Checked);
        var order = rules.Rules.Select(rule => rule.Span.Source?.Name).Distinct().ToList();
        return new Soundness(
            rules,
            [
                .. checks.Defects.Select(parameters.Look).Select(defect => Finding(rules, defect, words.Of(defect)))
                    .OrderBy(finding => order.IndexOf(finding.Diagnostic.Span.Source?.Name))
                    .ThenBy(finding => finding.Diagnostic.Span.Start)
                    .ThenBy(finding => finding.Diagnostic.Code, StringComparer.Ordinal),
            ],
            [
                .. checks.Open.Select(open => new SoundnessGap(
                    SoundnessDiagnostics.CodeOf(open.Kind), open.Stage, open.Rule, SoundnessDiagnostics.Question(open), open.Why)),
            ]);
    }

    /// <summary>The scenarios that options ask about.</summary>
    public static AllScenarios Scenarios(
        IReadOnlyList<CheckedRuleSet> sets, AnalysisOptions options, IReadOnlyList<Condition> assumed, Asked? asked = null)
    {
        var vocabulary = sets[0].Vocabulary;
        var known = ListPaths.In(vocabulary.Root);
        if (options.Lists.Keys.FirstOrDefault(list => !known.Contains(list)) is { } unknown)
        {
            throw new ArgumentException($"The vocabulary has no list `{unknown}`.", nameof(options));
        }

        var bag = new DiagnosticBag();
        var given = options.Given?.Bind(vocabulary, bag);
        return bag.HasErrors ? throw new ScenarioException(bag.ToSorted())
            : new AllScenarios(sets, [], options.Limits, given, assumed, options.Lists, asked);
    }

    /// <summary>Conditions that are written out, or called by a name of the rules.</summary>
    /// <exception cref="RuleFileException">One of them cannot be read.</exception>
    public static IReadOnlyList<Condition> Conditions(RuleSet rules, AnalysisOptions options)
    {
        var bag = new DiagnosticBag();
        List<JsonValue> written =
        [
            .. options.Assume
                .Select(text => text.TrimStart().StartsWith('{') ? text : $"{{ \"condition\": {JsonPrinter.Quote(text)} }}")
                .Select(text => JsonReader.Read(new SourceText("<assumption>", text), ReadingLimits.Default, bag)).OfType<JsonValue>(),
            .. options.Assumed,
        ];
        return bag.HasErrors ? throw new RuleFileException(bag.ToSorted())
            : written.Count == 0 ? []
            : rules.TryCheckConditions(written, out var conditions, out var diagnostics) ? conditions
            : throw new RuleFileException(diagnostics);
    }

    private static SoundnessFinding Finding(RuleSet rules, Defect defect, Diagnostic diagnostic)
    {
        var witness = Witness.Of(defect.Witness);

        // What is told is what anybody finds who evaluates it.
        var isAccepted = witness is not null && rules.TryEvaluate(witness, out _, out _);
        return new SoundnessFinding(
            diagnostic, defect.Stage, defect.Rule, defect.Core, isAccepted ? witness : null,
            defect.UpTo.ToDictionary(limit => SoundnessDiagnostics.NameOf(limit.List), limit => limit.Most, StringComparer.Ordinal));
    }
}
