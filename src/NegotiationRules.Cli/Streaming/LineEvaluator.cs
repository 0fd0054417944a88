using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace NegotiationRules.Cli.Streaming;

/// <summary>Evaluates one line after the other.</summary>
/// <param name="rules">The rules.</param>
/// <param name="holder">Whose rules alone count; <see langword="null"/> for all.</param>
/// <param name="envelope">Where in a line the scenario and its name stand.</param>
internal sealed class LineEvaluator(RuleSet rules, string? holder, Envelope envelope) : ILineEvaluator
{
    public void Evaluate(IReadOnlyList<ScenarioLine> lines, AnswerWriter answers)
    {
        foreach (var line in lines)
        {
            if (line.IsTooLong)
            {
                answers.WriteFault(line.Number, default, "the line is too long to be read");
            }
            else if (!Utf8.IsValid(line.Text.Span))
            {
                answers.WriteFault(line.Number, default, "the line is not UTF-8 text");
            }
            else
            {
                Evaluate(line.Number, line.Text.Span, answers);
            }
        }
    }

    private void Evaluate(long number, ReadOnlySpan<byte> line, AnswerWriter answers)
    {
        Range? at;
        Range facts;
        string? fault;
        try
        {
            envelope.Open(line, out at, out facts, out fault);
        }
        catch (JsonException)
        {
            // The library's own reader says more clearly what is wrong.
            answers.WriteFault(number, default, Scenario.TryParse(line, out _, out var unreadable) ? "the line is not JSON" : Describe(unreadable, line[..0]));
            return;
        }

        var name = at is null ? default : line[at.Value];
        if (fault is not null)
        {
            answers.WriteFault(number, name, fault);
        }
        else if (Scenario.TryParse(line[facts], out var scenario, out var diagnostics) && rules.TryEvaluate(scenario, out var verdict, out diagnostics))
        {
            var held = holder is null ? verdict : verdict.For(holder);
            answers.WriteOutcomes(number, name, [.. held.Stages.Select(s => s.Outcome)], [.. held.Rules.Select(r => r.Outcome)]);
        }
        else
        {
            answers.WriteFault(number, name, Describe(diagnostics, line[..facts.Start]));
        }
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
}
