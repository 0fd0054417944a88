using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace NegotiationRules.Cli.Streaming;

/// <summary>Evaluates the scenarios of a block of lines together.</summary>
/// <param name="rules">The rules.</param>
/// <param name="holder">Whose rules alone count; <see langword="null"/> for all.</param>
/// <param name="envelope">Where in a line the scenario and its name stand.</param>
internal sealed class LineEvaluator(RuleSet rules, string? holder, Envelope envelope) : ILineEvaluator
{
    private readonly ScenarioBatch _batch = new(rules);
    private readonly List<OpenedLine> _opened = [];
    private readonly StageOutcome[] _stages = new StageOutcome[rules.Stages.Count];
    private readonly RuleOutcome[] _rules = new RuleOutcome[rules.Rules.Count];
    private RuleOutcome[] _outcomes = [];

    public void Evaluate(IReadOnlyList<ScenarioLine> lines, AnswerWriter answers)
    {
        _batch.Clear();
        _opened.Clear();
        for (var i = 0; i < lines.Count; i++)
        {
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

    private void Answer(OpenedLine line, int scenario, AnswerWriter answers)
    {
        if (_batch.DiagnosticsOf(scenario) is { Count: > 0 } diagnostics)
        {
            answers.WriteFault(line.Number, line.Name.Span, Describe(diagnostics, default));
            return;
        }

        if (holder is not null)
        {
            var held = _batch.ToVerdict(scenario).For(holder);
            answers.WriteOutcomes(line.Number, line.Name.Span, [.. held.Stages.Select(s => s.Outcome)], [.. held.Rules.Select(r => r.Outcome)]);
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
        if (line.IsTooLong)
        {
            return new OpenedLine(line.Number, default, "the line is too long to be read");
        }

        if (!Utf8.IsValid(line.Text.Span))
        {
            return new OpenedLine(line.Number, default, "the line is not UTF-8 text");
        }

        Range? at;
        Range facts;
        string? fault;
        try
        {
            envelope.Open(line.Text.Span, out at, out facts, out fault);
        }
        catch (JsonException)
        {
            // The library's own reader says more clearly what is wrong.
            return new OpenedLine(line.Number, default, Scenario.TryParse(line.Text.Span, out _, out var unreadable) ? "the line is not JSON" : Describe(unreadable, default));
        }

        if (fault is null && !_batch.TryAddJson(line.Text[facts], out var diagnostics))
        {
            fault = Describe(diagnostics, line.Text.Span[..facts.Start]);
        }

        return new OpenedLine(line.Number, at is null ? default : line.Text[at.Value], fault);
    }

    private static string Describe(IReadOnlyList<Diagnostic> diagnostics, ReadOnlySpan<byte> before)
    {
        var errors = diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).ToList();
        var first = errors[0];
        var more = errors.Count > 1 ? $", and {Words.Count(errors.Count - 1, "more error")}" : string.Empty;
        var help = first.Help is null ? string.Empty : $" ({first.Help})";
        return first.Place.Line == 0
            ? $"{first.Message}{help}{more}"
            : $"column {first.Place.Column + Encoding.UTF8.GetCharCount(before)}: {first.Message}{help}{more}";
    }

    // Without a fault, its scenario is in the batch.
    private readonly record struct OpenedLine(long Number, ReadOnlyMemory<byte> Name, string? Fault);
}
