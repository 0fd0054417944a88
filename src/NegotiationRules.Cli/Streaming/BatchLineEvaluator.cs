using NegotiationRules.Cli.Sources;

namespace NegotiationRules.Cli.Streaming;

/// <summary>Evaluates the scenarios of a block of lines together.</summary>
/// <param name="rules">The rules.</param>
/// <param name="holder">Whose rules alone count; <see langword="null"/> for all.</param>
/// <param name="envelope">Where in a line the scenario and its name stand.</param>
/// <param name="isStrict">Whether the values of facts that no rule reads are looked at too.</param>
internal sealed class BatchLineEvaluator(RuleSet rules, string? holder, Envelope envelope, bool isStrict) : ILineEvaluator
{
    private readonly ScenarioBatch _batch = new(rules);
    private readonly List<OpenedLine> _opened = [];
    private readonly StageOutcome[] _stages = new StageOutcome[rules.Stages.Count];
    private readonly RuleOutcome[] _rules = new RuleOutcome[rules.Rules.Count];
    private RuleOutcome[] _outcomes = [];

    public void Evaluate(IReadOnlyList<ScenarioLine> lines, IAnswers answers)
    {
        _batch.Clear();
        _opened.Clear();
        for (var i = 0; i < lines.Count; i++)
        {
            // Without a fault, its scenario is in the batch.
            _opened.Add(Open(lines[i]));
        }

        _batch.Evaluate();
        CopyOutcomes();
        var scenario = 0;
        foreach (var line in _opened)
        {
            if (line.Fault is { } fault)
            {
                answers.WriteFault(line.Number, line.Name.Span, fault);
            }
            else
            {
                Answer(line, scenario++, answers);
            }
        }
    }

    private void Answer(OpenedLine line, int scenario, IAnswers answers)
    {
        if (_batch.DiagnosticsOf(scenario) is { Count: > 0 } diagnostics)
        {
            answers.WriteFault(line.Number, line.Name.Span, OpenedLine.Describe(diagnostics));
            return;
        }

        if (holder is not null)
        {
            var held = _batch.ToVerdict(scenario).For(holder);
            answers.WriteOutcomes(
                line.Number,
                line.Name.Span,
                [.. held.Stages.Select(s => s.Outcome)],
                [.. held.Rules.Select(r => r.Outcome)]
            );
            return;
        }

        for (var stage = 0; stage < _stages.Length; stage++)
        {
            _stages[stage] = _batch.OutcomeOfStage(scenario, stage);
        }

        for (var rule = 0; rule < _rules.Length; rule++)
        {
            _rules[rule] = _outcomes[(rule * _batch.Count) + scenario];
        }

        answers.WriteOutcomes(line.Number, line.Name.Span, _stages, _rules);
    }

    // Rule by rule, as the batch has them.
    private void CopyOutcomes()
    {
        var count = holder is null ? _batch.Count : 0;
        if (_outcomes.Length < count * _rules.Length)
        {
            _outcomes = new RuleOutcome[2 * count * _rules.Length];
        }

        for (var rule = 0; rule < _rules.Length && count > 0; rule++)
        {
            _batch.CopyOutcomes(rule, _outcomes.AsSpan(rule * count, count));
        }
    }

    private OpenedLine Open(ScenarioLine line)
    {
        var opened = OpenedLine.Open(line, envelope);
        return opened.Fault is null && !TryAdd(opened.Facts, out var diagnostics) ? opened.WithFault(diagnostics) : opened;
    }

    private bool TryAdd(ReadOnlyMemory<byte> facts, out IReadOnlyList<Diagnostic> diagnostics) =>
        !isStrict ? _batch.TryAddJson(facts, out diagnostics)
        : Scenario.TryParseJson(facts.Span, out var scenario, out diagnostics) && _batch.TryAdd(scenario, out diagnostics);
}
