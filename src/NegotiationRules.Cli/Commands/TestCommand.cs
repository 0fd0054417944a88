using System.CommandLine;
using NegotiationRules.Cli.Files;
using NegotiationRules.Cli.Output;
using NegotiationRules.Cli.Sources;
using NegotiationRules.Cli.Trials;
using NegotiationRules.Facts;
using NegotiationRules.Workflows;

namespace NegotiationRules.Cli.Commands;

/// <summary><c>negotiate test</c>: runs tests beside rules, and tells what of the rules they have tested.</summary>
internal sealed class TestCommand : ToolCommand
{
    private static readonly Dictionary<string, Func<Terminal, ITrialPrinter>> Formats = new(StringComparer.Ordinal)
    {
        ["text"] = terminal => new TrialText(terminal),
        ["json"] = terminal => new TrialJson(terminal),
        ["junit"] = terminal => new TrialJUnit(terminal),
    };

    private readonly Argument<string[]> _paths = new("PATH")
    {
        Arity = ArgumentArity.OneOrMore,
        Description = "Tests files (.tests.json), or folders of such",
    };

    private readonly Option<bool> _coverage = new("--coverage")
    {
        Description = "Tell which outcomes of rules and conditions the tests reached, and which not",
    };

    private readonly Option<bool> _mutate = new("--mutate")
    {
        Description = "Change one thing in the rules at a time, and tell which changes no test notices, each with a test that would",
    };

    private readonly Option<bool> _suggest = new("--suggest")
    {
        Description = "Write the tests that are missing for each condition of each rule to be seen to decide, either way, as a tests file",
    };

    private readonly Option<string?> _rule = new("--rule")
    {
        HelpName = "RULE",
        Description = "Only this rule, by its id; with --mutate and --suggest",
    };

    private readonly TimeOption _time = new("How long it may take to find each test that is missing; with --mutate and --suggest");

    private readonly Option<string[]> _names = new("--name", "-n")
    {
        HelpName = "TEXT",
        Description =
            "Run only the tests with this text in their names, whatever the case of its letters; of a file of lines, the cases. May be "
                + "given several times",
    };

    private readonly FormatOption _format = new(
        "How to print: text, json, or junit (the XML in which build services show tests)", Formats.Keys);

    private readonly OutputOption _output = new();
    private readonly RootOption _root = new();
    private readonly MostStepsOption _steps = new();
    private readonly WorkflowReadingOptions _reading = new();

    public TestCommand()
        : base(
            "test",
            "Runs the tests beside rules.",
            "a test failed or could not be run, or there is none",
            "rules",
            "rules/security-guarantees --coverage",
            "rules/security-guarantees --name April",
            "rules/council-of-the-eu --mutate --rule fifteen",
            "rules/council-of-the-eu --suggest --output more.tests.json",
            "rules --format junit --output tests.xml")
    {
        Add(_paths);
        Add(_names);
        Add(_coverage);
        Add(_mutate);
        Add(_suggest);
        Add(_rule);
        Add(_time);
        Add(_format);
        Add(_output);
        Add(_root);
        Add(_steps);
        _reading.AddTo(this);
        Validators.Add(result =>
        {
            var asked = new[] { _coverage, _mutate, _suggest }.Where(result.GetValue).ToList();
            if (asked.Count > 0 && result.GetValue(_format) == "junit")
            {
                result.AddError($"{asked[0].Name} has no place in JUnit's XML: take `--format json`");
            }

            var changes = result.GetValue(_mutate) || result.GetValue(_suggest);
            if (result.GetValue(_suggest) && (asked.Count > 1 || result.GetValue(_format) is not (null or "text")))
            {
                result.AddError("--suggest writes a tests file and nothing else: leave out what else is asked");
            }
            else if (changes ? result.GetValue(_names) is { Length: > 0 } : result.GetValue(_rule) is not null)
            {
                result.AddError(changes ? $"--name leaves out tests that may show it: not with {asked[^1].Name}"
                    : "--rule says which rule to change or to test: only with --mutate or --suggest");
            }
        });
    }

    public override int Run(ParseResult arguments, Terminal terminal) =>
        _output.Run(arguments, terminal, output => Test(arguments, output));

    private int Test(ParseResult arguments, Terminal terminal)
    {
        if (!_reading.TryRead(arguments, terminal, out var reading))
        {
            return ExitCode.Errors;
        }

        var finder = new FileFinder([FileKind.Tests], []);
        var files = finder.Find(arguments.GetRequiredValue(_paths));
        terminal.Report(finder.Findings);

        var options = new RuleSetOptions { Root = arguments.GetValue(_root), Work = _steps.Of(arguments) };
        if (arguments.GetValue(_suggest))
        {
            return finder.Findings.Count == 0
                && SuggestionRun.Of([.. files.Select(file => file.Path)], options, reading, arguments.GetValue(_rule),
                    _time.LimitsOf(arguments, terminal.Stop), terminal) ? ExitCode.Fine : ExitCode.Errors;
        }

        using var printer = Formats[arguments.GetRequiredValue(_format)](terminal);
        var names = arguments.GetValue(_names) ?? [];
        Func<string, bool>? isWanted = names.Length == 0 ? null : name =>
            names.Any(text => name.Contains(text, StringComparison.OrdinalIgnoreCase));
        var isFine = finder.Findings.Count == 0;
        var run = 0L;
        var mutants = !arguments.GetValue(_mutate) ? null
            : new MutantsOfFiles(arguments.GetValue(_rule), _time.LimitsOf(arguments, terminal.Stop));
        foreach (var (_, file) in files)
        {
            isFine &= Run(file, options, reading, arguments.GetValue(_coverage), mutants, isWanted, printer, terminal, ref run);
        }

        printer.End();
        if (isFine && mutants?.MissedRule is { } missed)
        {
            UsageFaults.ReportNoSuchName("rule", missed, mutants.Rules, terminal);
            return ExitCode.Errors;
        }

        if (run == 0 && isWanted is not null && isFine)
        {
            UsageFaults.ReportNoSuchTest(names, terminal);
            return ExitCode.Errors;
        }

        return isFine ? ExitCode.Fine : ExitCode.Errors;
    }

    private static bool Run(
        string file, RuleSetOptions options, WorkflowReading reading, bool covers, MutantsOfFiles? mutants, Func<string, bool>? isWanted,
        ITrialPrinter printer, Terminal terminal, ref long run)
    {
        if (!WorkflowTests.TryLoad(file, options, reading.Options, out var tests, out var diagnostics))
        {
            printer.PrintFault(file, diagnostics);
            return false;
        }

        var coverage = covers ? new RuleTestCoverage(tests.Rules) : null;
        var isFine = true;
        printer.Begin(file);
        foreach (var result in isWanted is null ? tests.Stream() : tests.Stream(isWanted))
        {
            run++;
            terminal.Stop.ThrowIfCancellationRequested();
            printer.Print(result);
            coverage?.Add(result);
            isFine &= result.Passed;
        }

        // What failing tests would notice cannot be told.
        printer.EndOfFile(coverage, isFine ? mutants?.Of(tests) : null);
        return isFine;
    }
}
