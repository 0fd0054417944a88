using NegotiationRules.Cli.Sources;

namespace NegotiationRules.Cli.Streaming;

/// <summary>Evaluates lines one after the other, where an answer says more than outcomes: that is worked out for each scenario
/// anyway.</summary>
/// <param name="rules">The rules.</param>
/// <param name="holder">Whose rules alone count; <see langword="null"/> for all.</param>
/// <param name="envelope">Where in a line the scenario and its name stand.</param>
internal sealed class AnswerLineEvaluator(IRuleSource rules, string? holder, Envelope envelope) : ILineEvaluator
{
    public void Evaluate(IReadOnlyList<ScenarioLine> lines, IAnswers answers)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var line = OpenedLine.Open(lines[i], envelope);
            var answer = line.Fault is null ? TryAnswer(ref line) : null;
            if (answer is null)
            {
                answers.WriteFault(line.Number, line.Name.Span, line.Fault!);
            }
            else
            {
                answers.Write(line.Number, line.Name.Span, answer);
            }
        }
    }

    private Answer? TryAnswer(ref OpenedLine line)
    {
        if (!Scenario.TryParseJson(line.Facts.Span, out var scenario, out var diagnostics))
        {
            line = line.WithFault(diagnostics);
            return null;
        }

        if (!rules.TryAnswer(scenario, holder, out var answer, out diagnostics))
        {
            line = line.WithFault(diagnostics);
        }

        return answer;
    }
}
