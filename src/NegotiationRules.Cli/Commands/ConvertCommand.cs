using System.CommandLine;
using NegotiationRules.Cli.Converting;
using NegotiationRules.Cli.Files;
using NegotiationRules.Cli.Output;
using NegotiationRules.Cli.Sources;
using NegotiationRules.Facts;
using NegotiationRules.Workflows;

namespace NegotiationRules.Cli.Commands;

/// <summary><c>negotiate convert</c>: workflows of Microsoft RulesEngine become rules, and rules become workflows.</summary>
internal sealed class ConvertCommand : ToolCommand
{
    private const string ToRules = "rules";
    private const string ToWorkflow = "workflow";

    private static readonly Dictionary<string, WorkflowInputs> InputKinds = new(StringComparer.Ordinal)
    {
        ["scenario"] = WorkflowInputs.Scenario,
        ["facts"] = WorkflowInputs.Facts,
    };

    private readonly Argument<string> _file = new("FILE")
    {
        Description = "A workflow file or a .rules.json file, or a folder that holds one",
    };

    private readonly Option<string> _to = new Option<string>("--to")
    {
        HelpName = "KIND",
        Description = "What to make of it: rules or workflow",
        Required = true,
    }.OnlyOneOf(ToRules, ToWorkflow);

    private readonly Option<string?> _output = new("--output", "-o")
    {
        HelpName = "PATH",
        Description = "The folder to write files into, or the .json file to write [default: standard output]; nothing is overwritten",
    };

    private readonly WorkflowOption _workflow = new();

    private readonly Option<string[]> _samples = new("--samples")
    {
        HelpName = "PATH",
        Description =
            "Scenario files, or folders of such, to infer the inputs of a workflow from [default: the folder `scenarios` beside it]",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly WorkflowReadingOptions _reading = new();

    private readonly Option<string> _inputs = new Option<string>("--inputs")
    {
        HelpName = "KIND",
        Description =
            "Of a workflow that is made: one input `input1` that is the whole scenario, or an input for each of the facts at its top: "
                + "scenario or facts",
        DefaultValueFactory = _ => "scenario",
    }.OnlyOneOf([.. InputKinds.Keys]);

    private readonly Option<bool> _partial = new("--partial")
    {
        Description = "Leave the rules that cannot be converted undecided, instead of writing nothing; the exit code is then 3",
    };
    private readonly RootOption _root = new();

    public ConvertCommand()
        : base(
            "convert",
            "Makes rules of a workflow of Microsoft RulesEngine, or a workflow of rules.",
            "something cannot be converted, or written",
            "discount.workflow.json --to rules",
            "discount.workflow.json --to rules --samples orders --output my-rules",
            "rules/security-guarantees --to workflow --output guarantees.workflow.json")
    {
        Add(_file);
        Add(_to);
        Add(_output);
        Add(_workflow);
        Add(_samples);
        _reading.AddTo(this);
        Add(_inputs);
        Add(_partial);
        Add(_root);
        Validators.Add(result =>
        {
            if (result.GetValue(_reading.Vocabulary) is not null && result.GetValue(_samples) is { Length: > 0 })
            {
                result.AddError("--vocabulary and --samples both tell what the inputs are: give one of them");
            }
        });
    }

    public override int Run(ParseResult arguments, Terminal terminal)
    {
        var path = arguments.GetRequiredValue(_file);
        var toRules = arguments.GetRequiredValue(_to) == ToRules;
        var workflow = WorkflowPath.Of(path, out var choices);
        var faults = choices.Count > 0 ? [ToolDiagnostics.SeveralWorkflowFiles(path, choices)]
            : !Path.Exists(path) ? [ToolDiagnostics.NoSuchPath(path)]
            : toRules == workflow is null ? NothingToConvert(path, toRules)
            : Misplaced(arguments, path, toRules).ToList();
        if (faults.Count > 0)
        {
            terminal.Report(faults);
            return ExitCode.Errors;
        }

        var target = ConversionTarget.Of(arguments.GetValue(_output));
        var isWhole = true;
        var files = toRules
            ? RulesOf(arguments, workflow!, target, terminal, out isWhole)
            : WorkflowOf(arguments, path, target, terminal, out isWhole);
        return files is null || !target.TryWrite(files, terminal) ? ExitCode.Errors
            : isWhole ? ExitCode.Fine
            : ExitCode.InPart;
    }

    // What is no workflow is a rule file only if it can be read as one.
    private static List<Finding> NothingToConvert(string path, bool toRules) =>
        toRules && !RuleSet.TryLoad(path, null, out _, out var diagnostics) ? [.. diagnostics.Select(Finding.Of)]
            : [ToolDiagnostics.NothingToConvert(path, toRules ? "rule file" : "workflow file", toRules ? ToWorkflow : ToRules)];

    private IReadOnlyList<ConvertedFile>? RulesOf(
        ParseResult arguments, string path, ConversionTarget target, Terminal terminal, out bool isWhole
    )
    {
        isWhole = true;
        if (!_reading.TryRead(arguments, terminal, out var reading) || !TryReadSamples(arguments, path, terminal, out var samples))
        {
            return null;
        }

        // What is written stays: here a sample that contradicts an expression, or another sample, is an error.
        var options = reading.Options with { Samples = samples, LeavesFaultyRulesOpen = arguments.GetValue(_partial) };
        var isRead = WorkflowFile.TryLoad(path, options, out var file, out var diagnostics);
        isWhole = diagnostics.All(d => d.Severity != DiagnosticSeverity.Error);
        terminal.Report(diagnostics);
        if (!isRead || file!.Workflows.Count == 0)
        {
            PrintNothingConverted(arguments, terminal);
            return null;
        }

        var chosen = _workflow.Choose(arguments, path, file, terminal);
        if (chosen is { Count: > 1 } && target.FileName is not null)
        {
            terminal.Report(
                ToolDiagnostics.SeveralWorkflows(
                    path,
                    chosen.Select(w => w.Name),
                    "let `--output` name a folder, or name one workflow with `--workflow NAME`"
                )
            );
            return null;
        }

        return chosen is null ? null : new RulesOfWorkflows(path, target, terminal).Convert(chosen);
    }

    private List<ConvertedFile>? WorkflowOf(
        ParseResult arguments, string path, ConversionTarget target, Terminal terminal, out bool isWhole
    )
    {
        isWhole = true;
        if (!RuleSet.TryLoad(path, new RuleSetOptions { Root = arguments.GetValue(_root) }, out var rules, out var diagnostics))
        {
            terminal.Report(diagnostics);
            return null;
        }

        var written = WorkflowWriter.Write(rules, InputKinds[arguments.GetRequiredValue(_inputs)]);
        terminal.Report(written.Losses);
        isWhole = written.Losses.All(loss => loss.Severity != DiagnosticSeverity.Error);
        if (written.WorkflowNames.Count == 0 || (!arguments.GetValue(_partial) && !isWhole))
        {
            PrintNothingConverted(arguments, terminal);
            return null;
        }

        return [new ConvertedFile(target.FileName ?? FileNames.Of(rules.Name, FileKind.Workflow), written.Json)];
    }

    private bool TryReadSamples(ParseResult arguments, string path, Terminal terminal, out IReadOnlyList<Scenario> samples)
    {
        samples = [];
        if (arguments.GetValue(_reading.Vocabulary) is not null)
        {
            return true;
        }

        if (arguments.GetValue(_samples) is not { Length: > 0 } named)
        {
            samples = [.. SampleScenarios.Load(SampleScenarios.Beside(path))];
            return true;
        }

        var finder = new FileFinder([FileKind.Scenario], []);
        var read = new List<Scenario>();
        var diagnostics = new List<Diagnostic>();
        foreach (var file in named.SelectMany(name => File.Exists(name) ? [name] : finder.Find([name]).Select(found => found.Path)))
        {
            if (Scenario.TryLoad(file, out var sample, out var wrong))
            {
                read.Add(sample);
            }

            diagnostics.AddRange(wrong);
        }

        samples = read;
        terminal.Report(finder.Findings);
        terminal.Report(diagnostics);
        return finder.Findings.Count + diagnostics.Count == 0;
    }

    private IEnumerable<Finding> Misplaced(ParseResult arguments, string path, bool toRules)
    {
        (Option Option, bool IsOfWorkflows)[] options =
        [
            (_workflow, true),
            (_samples, true),
            (_reading.Vocabulary, true),
            (_reading.MissingIsNull, true),
            (_reading.Helper, true),
            (_inputs, false),
            (_root, false),
        ];
        foreach (var (option, isOfWorkflows) in options)
        {
            if (arguments.GetResult(option) is { Implicit: false } && isOfWorkflows != toRules)
            {
                yield return isOfWorkflows
                    ? ToolDiagnostics.OptionOfWorkflows(path, option.Name)
                    : ToolDiagnostics.OptionOfRules(path, option.Name);
            }
        }
    }

    private void PrintNothingConverted(ParseResult arguments, Terminal terminal)
    {
        var cure = arguments.GetValue(_partial) ? string.Empty : "; `--partial` leaves rules with errors undecided and converts the others";
        terminal.Error.WriteLine();
        terminal.Error.WriteLine($"nothing was converted{cure}");
    }
}
