using System.Buffers;
using System.Text.Json;
using NegotiationRules.Cli.Verdicts;
using NegotiationRules.Workflows;

namespace NegotiationRules.Cli.Streaming;

/// <summary>Evaluates lines by a workflow, one after the other: messages and outputs belong to the answer, and are worked out for each
/// scenario anyway.</summary>
/// <param name="workflow">The workflow.</param>
/// <param name="envelope">Where in a line the scenario and its name stand.</param>
internal sealed class WorkflowLineEvaluator(Workflow workflow, Envelope envelope) : ILineEvaluator
{
    private readonly ArrayBufferWriter<byte> _effects = new();

    public void Evaluate(IReadOnlyList<ScenarioLine> lines, AnswerWriter answers)
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
                answers.WriteOutcomes(
                    line.Number,
                    line.Name.Span,
                    [answer.Verdict.Outcome],
                    [.. answer.Outcomes],
                    Effects(answer.OfWorkflow!)
                );
            }
        }
    }

    private Answer? TryAnswer(ref OpenedLine line)
    {
        if (!Scenario.TryParse(line.Facts.Span, out var scenario, out var diagnostics))
        {
            line = line.WithFault(diagnostics);
            return null;
        }

        var answer = WorkflowAnswer.TryGive(workflow, scenario, out diagnostics);
        if (answer is null)
        {
            line = line.WithFault(diagnostics);
        }

        return answer;
    }

    // The members of an object, behind those that are written already.
    private ReadOnlySpan<byte> Effects(WorkflowVerdict verdict)
    {
        _effects.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(_effects, JsonOutput.OneLine))
        {
            json.WriteStartObject();
            WorkflowJson.WriteEffects(json, verdict);
            json.WriteEndObject();
        }

        var written = _effects.WrittenSpan.ToArray();
        written[0] = (byte)',';
        return written.AsSpan(..^1);
    }
}
