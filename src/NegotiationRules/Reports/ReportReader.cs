using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Text;

namespace NegotiationRules.Reports;

/// <summary>Reads what <see cref="ReportTree"/> wrote.</summary>
internal sealed class ReportReader
{
    private readonly ReadTree _report;

    private ReportReader(ReadTree report) => _report = report;

    /// <exception cref="FormatException">It is no report.</exception>
    public static VerdictReport Read(string json) => new ReportReader(ReadTree.Of(json, "verdict")).Read();

    private VerdictReport Read()
    {
        var stages = Outcomes<StageOutcome>(ReportTree.Stages);
        var rules = Outcomes<RuleOutcome>(ReportTree.Rules);
        var blocking = About("blocking", ReportTree.Stages, stages, _report.TextsOf);
        var scores = About("scores", ReportTree.Stages, stages, (value, name) => (Score?)ScoreOf(ReadTree.ObjectOf(value, name)));
        var reasons = About("reasons", ReportTree.Rules, rules, _report.TextOf);
        var unsettled = About("unsettled", ReportTree.Rules, rules, _report.TextsOf);
        var elements = About(
            "elements", ReportTree.Rules, rules, (value, name) => _report.ObjectsOf(value, name).Select(ElementOf).ToArray());

        // The tool says what became of each stage, and no more.
        var outcome = _report.TextOrNull("outcome") is { } word
            ? Word<StageOutcome>(word, "outcome")
            : StageEvaluator.Together([.. stages.Select(stage => stage.Outcome)]);
        return new VerdictReport(
            outcome,
            [.. stages.Select(stage => new ReportedStage(
                stage.Name, stage.Outcome, scores.GetValueOrDefault(stage.Name), blocking.GetValueOrDefault(stage.Name, [])))],
            [.. rules.Select(rule => new ReportedRule(
                rule.Name, rule.Outcome, reasons.GetValueOrDefault(rule.Name), unsettled.GetValueOrDefault(rule.Name, []),
                elements.GetValueOrDefault(rule.Name, [])))])
        {
            RuleSetName = _report.TextOrNull("ruleSet"),
            Version = _report.TextOrNull("version"),
            ScenarioName = _report.TextOrNull("scenario"),
            Holder = _report.TextOrNull("holder"),
            Warnings = _report.Texts("warnings"),
            Score = _report.ObjectOrNull("score") is { } score ? ScoreOf(score) : null,
        };
    }

    private (string Name, T Outcome)[] Outcomes<T>(string name)
        where T : struct, Enum =>
        _report.Has(name)
            ? [.. _report.Members(name).Select(member => (member.Name, Word<T>(_report.TextOf(member.Value, name), member.Name)))]
            : throw _report.Missing(name);

    // What is told of stages or rules beside their outcomes.
    private Dictionary<string, T> About<TOutcome, T>(
        string name, string those, (string Name, TOutcome Outcome)[] known, Func<JsonValue, string, T> read)
    {
        var names = known.Select(one => one.Name).ToHashSet(StringComparer.Ordinal);
        return _report.Members(name).ToDictionary(
            member => names.Contains(member.Name) ? member.Name
                : throw new FormatException($"`{name}` of a verdict tells of `{member.Name}`, which is not among its `{those}`."),
            member => read(member.Value, member.Name),
            StringComparer.Ordinal);
    }

    private static ReportedElement ElementOf(ReadTree element) => new(
        element.Text("label"), element.TextOrNull("path") ?? string.Empty, element.TextOrNull("holder"),
        Word<RuleOutcome>(element.Text("outcome"), "outcome"), element.TextOrNull("reason"));

    private static Score ScoreOf(ReadTree score) => new(score.Number("low"), score.Number("high"));

    private static T Word<T>(string word, string name)
        where T : struct, Enum =>
        Words.TryRead<T>(word, out var outcome)
            ? outcome
            : throw new FormatException($"The outcome of `{name}` is {Words.Choice<T>()}, not `{word}`.");
}
