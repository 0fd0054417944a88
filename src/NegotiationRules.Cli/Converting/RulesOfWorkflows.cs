using NegotiationRules.Cli.Files;
using NegotiationRules.Cli.Output;
using NegotiationRules.Facts;
using NegotiationRules.Text;
using NegotiationRules.Workflows;

namespace NegotiationRules.Cli.Converting;

/// <summary>Makes a rule file and a vocabulary of each workflow, and tells what was inferred and what has no place in them.</summary>
/// <param name="path">The workflow file.</param>
/// <param name="target">Where the files go.</param>
/// <param name="terminal">Where it is told.</param>
internal sealed class RulesOfWorkflows(string path, ConversionTarget target, Terminal terminal)
{
    private const int MostNames = 5;

    public IReadOnlyList<ConvertedFile> Convert(IReadOnlyList<Workflow> workflows)
    {
        var files = new List<ConvertedFile>();
        var names = target.FileName is { } one ? [FileKinds.NameOf(one)] : FileNames.Distinct(workflows.Select(w => w.Name));
        foreach (var (workflow, name) in workflows.Zip(names))
        {
            var vocabulary = name + FileKinds.Endings[FileKind.Vocabulary];
            files.Add(new ConvertedFile(target.FileName ?? name + FileKinds.Endings[FileKind.Rules], workflow.ToRuleFile(vocabulary)));
            files.Add(new ConvertedFile(vocabulary, workflow.Vocabulary.ToJsonSchema()));
            terminal.Report(LeftBehind(workflow));
            terminal.Report(LeftOpen(workflow));
            PrintInferred(workflow);
        }

        return files;
    }

    private void PrintInferred(Workflow workflow)
    {
        if (workflow.ListInferred() is not { Length: > 0 } lines)
        {
            return;
        }

        terminal.Error.WriteLine();
        terminal.Error.WriteLine($"{terminal.ErrorStyle.Bold(OneLine.Of(workflow.Name))}: what its inputs are taken to be");
        foreach (var line in lines.TrimEnd('\n').Split('\n'))
        {
            terminal.Error.WriteLine($"  {OneLine.Of(line)}");
        }
    }

    private IEnumerable<Finding> LeftBehind(Workflow workflow)
    {
        (string What, Func<WorkflowRule, bool> Has)[] kinds =
        [
            ("the success events of", rule => rule.SuccessEvent is not null),
            ("the properties of", rule => rule.Properties.Count > 0),
            ("the actions of", rule => rule.OnSuccess is not null || rule.OnFailure is not null),
            ("rules that are not enabled:", rule => !rule.IsEnabled),
        ];
        var rules = workflow.Rules.SelectMany(AllIn).ToList();
        return from kind in kinds
               let having = rules.Where(kind.Has).Select(rule => rule.Name).ToList()
               where having.Count > 0
               select ToolDiagnostics.LeftBehind(path, $"{kind.What} {Named(having)} in `{OneLine.Of(workflow.Name)}`");
    }

    private IEnumerable<Finding> LeftOpen(Workflow workflow) =>
        workflow.Rules.Where(rule => rule.Faults.Count > 0).Select(rule => rule.Name).ToList() is { Count: > 0 } open
            ? [ToolDiagnostics.LeftOpen(path, Named(open), OneLine.Of(workflow.Name), open.Count)]
            : [];

    private static string Named(List<string> rules) =>
        rules.Count <= MostNames
            ? Spelling.List(rules.Select(OneLine.Of), "and")
            : $"{string.Join(", ", rules.Take(MostNames).Select(rule => $"`{OneLine.Of(rule)}`"))} and "
                + $"{Counts.Of(rules.Count - MostNames, "more rule")}";

    private static IEnumerable<WorkflowRule> AllIn(WorkflowRule rule) => [rule, .. rule.Rules.SelectMany(AllIn)];
}
