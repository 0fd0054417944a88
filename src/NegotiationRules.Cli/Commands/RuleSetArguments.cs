using System.CommandLine;
using System.Diagnostics.CodeAnalysis;
using NegotiationRules.Cli.Files;
using NegotiationRules.Cli.Output;
using NegotiationRules.Cli.Sources;

namespace NegotiationRules.Cli.Commands;

/// <summary><c>RULES</c> with <c>--set</c>, <c>--root</c> for rule files and <c>--workflow</c>, <c>--vocabulary</c>,
/// <c>--missing-is-null</c> for workflow files: which rules, and how they are read.</summary>
internal sealed class RuleSetArguments
{
    public Argument<string> Rules { get; } =
        new("RULES") { Description = "A .rules.json file, a workflow file of Microsoft RulesEngine, or a folder that holds one" };

    public RootOption Root { get; } = new();

    private readonly MostStepsOption _steps = new();

    private readonly WorkflowOption _workflow = new();
    private readonly WorkflowReadingOptions _reading = new();

    private readonly bool _isSweep;

    private readonly Option<string[]> _set = new("--set")
    {
        HelpName = "NAME=VALUE",
        Description = "Another value for a parameter, as JSON or plain text; may be given several times",
    };

    /// <param name="isSweep">Whether a parameter may be given several values, of which the command makes use itself.</param>
    public RuleSetArguments(bool isSweep = false)
    {
        _isSweep = isSweep;
        if (isSweep)
        {
            _set.HelpName = "NAME=VALUES";
            _set.Description = "A parameter: another value, or several, a list (P0D,P1M) or a range of numbers or days with a step "
                + "(5..20/5); may be given several times";
        }

        _set.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => token.Value.IndexOf('=', StringComparison.Ordinal) <= 0))
            {
                result.AddError($"--set takes NAME=VALUE, not `{token.Value}`");
            }
        });
    }

    public void AddTo(Command command)
    {
        command.Add(Rules);
        command.Add(_set);
        command.Add(Root);
        command.Add(_steps);
        command.Add(_workflow);
        _reading.AddTo(command);
    }

    /// <summary>Reads the rules; what is wrong with them goes to standard error.</summary>
    /// <param name="arguments">What was typed.</param>
    /// <param name="terminal">Where it goes.</param>
    /// <param name="samples">For a workflow whose inputs are inferred: the scenarios that the command is about.</param>
    /// <param name="rules">The rules.</param>
    public bool TryLoad(
        ParseResult arguments, Terminal terminal, Func<IEnumerable<Scenario>> samples,
        [NotNullWhen(true)] out IRuleSource? rules
    )
    {
        rules = null;
        var path = arguments.GetRequiredValue(Rules);
        var workflow = WorkflowPath.Of(path, out var choices);
        if (choices.Count > 0)
        {
            terminal.Report(ToolDiagnostics.SeveralWorkflowFiles(path, choices));
            return false;
        }

        if (Misplaced(arguments, path, workflow is not null) is { Count: > 0 } misplaced)
        {
            terminal.Report(misplaced);
            return false;
        }

        rules = workflow is null ? LoadRules(arguments, path, terminal) : LoadWorkflow(arguments, workflow, samples, terminal);
        return rules is not null;
    }

    /// <summary>The parameters that were given several values, with these.</summary>
    public IEnumerable<(string Name, string Values)> Several(ParseResult arguments) =>
        Settings(arguments).Where(one => SweptValuesText.AreSeveral(one.Value));

    private RuleFileSource? LoadRules(ParseResult arguments, string path, Terminal terminal)
    {
        var options = new RuleSetOptions
        {
            Root = arguments.GetValue(Root),
            Parameters = Parameters(arguments),
            Work = _steps.Of(arguments),
        };
        if (RuleSet.TryLoad(path, options, out var rules, out var diagnostics))
        {
            return new RuleFileSource(rules);
        }

        terminal.Report(diagnostics);
        return null;
    }

    private WorkflowSource? LoadWorkflow(ParseResult arguments, string path, Func<IEnumerable<Scenario>> samples, Terminal terminal)
    {
        if (!_reading.TryRead(arguments, terminal, out var reading))
        {
            return null;
        }

        if (!reading.TryRead(path, samples, out var file, out var diagnostics))
        {
            terminal.Report(diagnostics);
            return null;
        }

        switch (_workflow.Choose(arguments, path, file, terminal))
        {
            case null:
                return null;
            case [var workflow]:
                return new WorkflowSource(workflow);
            case var several:
                terminal.Report(
                    ToolDiagnostics.SeveralWorkflows(path, several.Select(w => w.Name), "name one of them with `--workflow NAME`")
                );
                return null;
        }
    }

    private List<Finding> Misplaced(ParseResult arguments, string path, bool isWorkflow)
    {
        if (isWorkflow)
        {
            return
            [
                .. arguments.GetValue(_set) is { Length: > 0 }
                    ? [ToolDiagnostics.OptionOfRules(path, _set.Name)]
                    : (IEnumerable<Finding>)[],
                .. arguments.GetValue(Root) is not null ? [ToolDiagnostics.OptionOfRules(path, Root.Name)] : (IEnumerable<Finding>)[],
                .. _steps.IsGiven(arguments) ? [ToolDiagnostics.OptionOfRules(path, _steps.Name)] : (IEnumerable<Finding>)[],
            ];
        }

        var given = arguments.GetValue(_workflow) is null ? _reading.Given(arguments) : [_workflow.Name, .. _reading.Given(arguments)];
        return [.. given.Select(option => ToolDiagnostics.OptionOfWorkflows(path, option))];
    }

    private Dictionary<string, object?> Parameters(ParseResult arguments)
    {
        var parameters = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (name, value) in Settings(arguments).Where(one => !_isSweep || !SweptValuesText.AreSeveral(one.Value)))
        {
            parameters[name] = ParameterText.Read(value);
        }

        return parameters;
    }

    private IEnumerable<(string Name, string Value)> Settings(ParseResult arguments) =>
        (arguments.GetValue(_set) ?? []).Select(setting => setting.Split('=', 2)).Select(parts => (parts[0], parts[1]));
}
