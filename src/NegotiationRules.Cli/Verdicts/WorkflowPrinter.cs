using NegotiationRules.Cli.Checking;
using NegotiationRules.Cli.Streaming;
using NegotiationRules.Workflows;

namespace NegotiationRules.Cli.Verdicts;

/// <summary>For people: under each scenario all rules of a workflow, for each may raise an event; with their messages, reasons, events and
/// outputs, and the rules nested in them.</summary>
internal sealed class WorkflowPrinter(Workflow workflow, Terminal terminal) : IVerdictPrinter
{
    private const int Indent = 4;
    private const int Step = 2;

    private readonly Ink _ink = terminal.Ink;
    private readonly OutlinePrinter _outline = new(terminal);
    private int _widestName;

    public void Begin(IReadOnlyList<string> files)
    {
        _widestName = files.Max(file => FileKinds.NameOf(file).Length);
        var enabled = workflow.Rules.Count(rule => rule.Id is not null);
        var others = workflow.Rules.Count - enabled;
        terminal.Out.WriteLine(
            $"{_ink.Bold(Words.OneLine(workflow.Name))}: "
                + $"{Words.Count(enabled, "rule")}{(others == 0 ? string.Empty : $", {Words.Number(others)} not enabled")}"
        );
    }

    public void Print(string file, Answer answer)
    {
        var sign = _outline.Sign(OutlinePrinter.MarkOf(answer.Verdict.Outcome));
        terminal.Out.WriteLine();
        terminal.Out.WriteLine(
            $"{sign} {_ink.Bold(Words.OneLine(FileKinds.NameOf(file)).PadRight(_widestName))}  {Paint(answer.Verdict.Outcome)}"
        );
        var lines = answer
            .Verdict.Explain(new ExplanationOptions { ShowAll = true })
            .Outline.Children.SelectMany(stage => stage.Children)
            .Where(node => node.RuleId is not null)
            .ToDictionary(node => node.RuleId!);
        foreach (var rule in answer.OfWorkflow!.Rules)
        {
            Print(rule, answer.Verdict, lines, Indent);
        }
    }

    public void PrintFault(string file, IReadOnlyList<Diagnostic> diagnostics)
    {
        terminal.Out.WriteLine();
        ScenarioLines.PrintFault(file, _widestName, diagnostics, terminal);
    }

    public void End(Tally tally) => ScenarioLines.PrintEnd(tally, terminal);

    private void Print(WorkflowRuleVerdict rule, Verdict verdict, Dictionary<string, ExplanationNode> lines, int indent)
    {
        Write(indent, $"{_outline.Sign(OutlinePrinter.MarkOf(rule.Outcome))} ", rule.Rule.Name, text => text);
        foreach (var told in Told(rule, verdict, lines.GetValueOrDefault(rule.Rule.Id!), isNested: indent > Indent))
        {
            Write(indent + Indent, string.Empty, told, _ink.Dim);
        }

        foreach (var child in rule.Children)
        {
            Print(child, verdict, lines, indent + Step);
        }
    }

    private static IEnumerable<string> Told(WorkflowRuleVerdict rule, Verdict verdict, ExplanationNode? line, bool isNested)
    {
        // Rules nested in a rule tell why it is as it is.
        var reason = rule.Children.Count > 0 ? null : rule.Outcome switch
        {
            RuleOutcome.Unknown => VerdictReasons.NotKnown(verdict.Rule(rule.Rule.Id!)),
            RuleOutcome.Violated when line is not null => VerdictReasons.DecisiveFact(line),
            _ => null,
        };
        return new[] { rule.Message, reason }.OfType<string>().Concat(isNested ? [] : Events(rule)).Concat(Done(rule));
    }

    // Without one of its own, the event is the name, which stands there anyway.
    private static IEnumerable<string> Events(WorkflowRuleVerdict rule) =>
        rule.Rule.SuccessEvent is null || rule.Event is not { } raised ? [] : [$"event: {raised}"];

    private static IEnumerable<string> Done(WorkflowRuleVerdict rule)
    {
        for (var next = rule.Next; next is not null; next = next.Next)
        {
            yield return $"then {next.Rule.Name}: {Words.Of(next.Outcome)}";
        }

        if (rule.Output is { } output)
        {
            yield return $"output: {WorkflowJson.Print(output)}";
        }
        else if (rule.Action is { } action)
        {
            yield return $"action: {action.Name}";
        }
    }

    // Whoever reads on a screen wants whole words; whoever reads by a program wants whole lines.
    private void Write(int indent, string before, string text, Func<string, string> paint)
    {
        const int LeastWidth = 40;
        const int Sign = 2;
        text = Words.OneLine(text);
        foreach (var line in terminal.OutIsTerminal ? Words.Wrap(text, Math.Max(LeastWidth, terminal.Width - indent - Sign - 1)) : [text])
        {
            terminal.Out.WriteLine($"{new string(' ', indent)}{before}{paint(line)}");
            before = before.Length == 0 ? string.Empty : new string(' ', Sign);
        }
    }

    private string Paint(StageOutcome outcome) => outcome switch
    {
        StageOutcome.Valid => _ink.Green(Words.Of(outcome)),
        StageOutcome.Invalid => _ink.Red(Words.Of(outcome)),
        _ => _ink.Cyan(Words.Of(outcome)),
    };
}
