using System.CommandLine;
using NegotiationRules.Cli.Files;
using NegotiationRules.Cli.Output;
using NegotiationRules.Workflows;

namespace NegotiationRules.Cli.Commands;

/// <summary><c>--workflow</c>: which of the workflows in a file.</summary>
internal sealed class WorkflowOption : Option<string?>
{
    public WorkflowOption()
        : base("--workflow")
    {
        HelpName = "NAME";
        Description = "Of a workflow file: which of its workflows, if it holds several";
    }

    /// <summary>The workflows that are asked for, all if none is named; <see langword="null"/> if there is none of that name, and standard
    /// error says so.</summary>
    public IReadOnlyList<Workflow>? Choose(ParseResult arguments, string path, WorkflowFile file, Terminal terminal)
    {
        if (arguments.GetValue(this) is not { } name)
        {
            return file.Workflows;
        }

        if (file.Workflows.FirstOrDefault(w => w.Name == name) is { } named)
        {
            return [named];
        }

        terminal.Report(ToolDiagnostics.UnknownWorkflow(path, name, file.Workflows.Select(w => w.Name)));
        return null;
    }
}
