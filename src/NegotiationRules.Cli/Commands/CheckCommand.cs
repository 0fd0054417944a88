using System.CommandLine;
using NegotiationRules.Cli.Checking;
using NegotiationRules.Cli.Files;
using NegotiationRules.Cli.Output;
using NegotiationRules.Cli.Sources;
using NegotiationRules.Facts;
using NegotiationRules.Text;
using NegotiationRules.Workflows;

namespace NegotiationRules.Cli.Commands;

/// <summary><c>negotiate check</c>: everything that is wrong with files, with its place and a cure.</summary>
internal sealed class CheckCommand : ToolCommand
{
    private static readonly Dictionary<string, ICheckFormat> Formats = new(StringComparer.Ordinal)
    {
        ["text"] = new TextFormat(),
        ["json"] = new JsonFormat(),
        ["sarif"] = new SarifFormat(),
        ["github"] = new GitHubFormat(),
        ["gitlab"] = new GitLabFormat(),
        ["azure"] = new AzureFormat(),
    };

    private readonly Argument<string[]> _paths = new("PATH")
    {
        Arity = ArgumentArity.OneOrMore,
        Description = "Rule, scenario, tests, vocabulary, analysis and workflow files, or folders of such",
    };

    private readonly FormatOption _format = new(
        "How to print: text, json, sarif (for code scanners), github or azure (lines that these services show as annotations) or "
                + "gitlab (a code quality report)", Formats.Keys);

    private readonly Option<string[]> _exclude = new("--exclude")
    {
        HelpName = "NAME",
        Description = "Files and folders to pass over inside folders, such as `broken` or `old-*`; may be given several times",
    };

    private readonly WorkflowReadingOptions _reading = new();

    private readonly Option<string?> _rules = new("--rules")
    {
        HelpName = "RULES",
        Description = "The rules whose vocabulary scenario files use [default: those in the scenario's folder, or in the one above]",
    };

    private readonly Option<bool> _program = new("--program")
    {
        Description =
            "Where all is well, also print the steps by which many scenarios are evaluated at once: what is read, and what each rule costs",
    };

    private readonly RootOption _root = new();
    private readonly OutputOption _output = new();

    public CheckCommand()
        : base(
            "check",
            "Lists all that is wrong with files, with place and cure.",
            "a file has an error (warnings alone do not count), or there is nothing to check",
            "rules/security-guarantees",
            "rules --exclude broken --format sarif --output negotiate.sarif")
    {
        Add(_paths);
        Add(_format);
        Add(_exclude);
        _reading.Vocabulary.Description = "The facts that scenario files may state, and that workflow files may talk about";
        _reading.AddTo(this);
        Add(_rules);
        Add(_program);
        Add(_root);
        Add(_output);
        Validators.Add(result =>
        {
            if (result.GetValue(_reading.Vocabulary) is not null && result.GetValue(_rules) is not null)
            {
                result.AddError("--vocabulary and --rules both name the facts: give one of them");
            }
        });
    }

    public override int Run(ParseResult arguments, Terminal terminal) =>
        _output.Run(arguments, terminal, output => Check(arguments, output));

    private int Check(ParseResult arguments, Terminal terminal)
    {
        if (!_reading.TryRead(arguments, terminal, out var reading) || !TryFindFacts(arguments, reading, terminal, out var facts))
        {
            return ExitCode.Errors;
        }

        var finder = new FileFinder(Enum.GetValues<FileKind>(), arguments.GetValue(_exclude) ?? []);
        var files = finder.Find(arguments.GetRequiredValue(_paths));
        var options = new RuleSetOptions { Root = arguments.GetValue(_root) };
        var checkedFiles = new FileChecker(new VocabularyFinder(facts, options, reading), options, reading).Check(files, terminal.Stop);
        var report = checkedFiles with { Findings = [.. finder.Findings, .. checkedFiles.Findings] };
        Formats[arguments.GetRequiredValue(_format)].Print(report, terminal);
        return report.Errors > 0 || (arguments.GetValue(_program) && !TryPrintPrograms(arguments, reading, terminal))
            ? ExitCode.Errors
            : ExitCode.Fine;
    }

    private bool TryPrintPrograms(ParseResult arguments, WorkflowReading reading, Terminal terminal)
    {
        var all = true;
        foreach (var path in arguments.GetRequiredValue(_paths))
        {
            var read = Read(path, arguments, reading, terminal);
            foreach (var (rules, _) in read)
            {
                foreach (var line in $"\n{rules}\n\n{rules.DescribeProgram()}".TrimEnd('\n').Split('\n'))
                {
                    terminal.Out.WriteLine(OneLine.Of(line));
                }

            }

            all &= read.Count > 0;
        }

        return all;
    }

    private bool TryFindFacts(ParseResult arguments, WorkflowReading reading, Terminal terminal, out KnownFacts? facts)
    {
        facts = reading.Vocabulary is { } vocabulary ? new KnownFacts(vocabulary) : null;
        if (facts is not null || arguments.GetValue(_rules) is not { } path)
        {
            return true;
        }

        switch (Read(path, arguments, reading, terminal))
        {
            case []:
                return false;
            case [var (rules, workflow)]:
                facts = new KnownFacts(rules.Vocabulary, workflow);
                return true;
            case var several:
                terminal.Report(
                    ToolDiagnostics.SeveralWorkflows(path, several.Select(r => r.Rules.Name), "name the facts with `--vocabulary FILE`")
                );
                return false;
        }
    }

    // The rule set of a rule file, or those of a workflow file; none, with a report, if it has errors.
    private IReadOnlyList<(RuleSet Rules, Workflow? Workflow)> Read(
        string path, ParseResult arguments, WorkflowReading reading, Terminal terminal
    )
    {
        IReadOnlyList<Diagnostic> diagnostics;
        if (WorkflowPath.Of(path, out _) is { } workflows)
        {
            if (reading.TryRead(workflows, () => [], out var file, out diagnostics))
            {
                return [.. file.Workflows.Select(w => (w.RuleSet, (Workflow?)w))];
            }
        }
        else if (RuleSet.TryLoad(path, new RuleSetOptions { Root = arguments.GetValue(_root) }, out var rules, out diagnostics))
        {
            return [(rules, null)];
        }

        terminal.Report(diagnostics);
        return [];
    }
}
