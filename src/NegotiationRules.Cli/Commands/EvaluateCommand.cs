using System.CommandLine;
using NegotiationRules.Cli.Files;
using NegotiationRules.Cli.Output;
using NegotiationRules.Cli.Sources;
using NegotiationRules.Cli.Tables;
using NegotiationRules.Cli.Verdicts;
using NegotiationRules.Conditions;
using NegotiationRules.Facts;

namespace NegotiationRules.Cli.Commands;

/// <summary><c>negotiate evaluate</c>: verdicts on a few scenarios for people, or on any number for programs.</summary>
internal sealed class EvaluateCommand : ToolCommand
{
    private readonly RuleSetArguments _rules = new();
    private readonly HolderOption _holder = new();
    private readonly StreamOptions _stream = new();

    private readonly Argument<string[]> _scenarios = new("SCENARIO")
    {
        Arity = ArgumentArity.ZeroOrMore,
        Description = $"Scenario files, folders of such, or names in the folder `scenarios` beside the rules; {ScenarioPaths.FromInput} "
            + "[default: all in that folder]",
    };

    private readonly FormatOption _format = new(
        "How to print: text, or json (one line for each scenario, as --scenarios does)", FormatOption.Text, FormatOption.Json);

    private readonly OutputOption _output = new();

    private readonly Option<string?> _failOn = new Option<string?>("--fail-on")
    {
        HelpName = "OUTCOME",
        Description = "Exit with 1 if a verdict is invalid, or (undetermined) anything but valid",
    }.OnlyOneOf(Words.Of(StageOutcome.Invalid), Words.Of(StageOutcome.Undetermined));

    public EvaluateCommand()
        : base(
            "evaluate",
            "Gives the verdict on scenarios, with the reasons.",
            "the rules have errors, a scenario cannot be evaluated, or --fail-on says so",
            "rules/security-guarantees",
            "rules/security-guarantees postponed --set tolerance=P3M",
            "rules/security-council --scenarios votes.jsonl --facts /facts --id /id --output verdicts.jsonl",
            "my-rules --scenarios trades.parquet --id /tradeId --output verdicts.parquet",
            "discount.workflow.json orders/today.scenario.json --missing-is-null",
            "my-rules --scenarios - < simulated.jsonl | grep '\"talks\":\"valid\"'")
    {
        _rules.AddTo(this);
        Add(_scenarios);
        Add(_holder);
        Add(_format);
        Add(_output);
        Add(_failOn);
        _stream.AddTo(this);
        Validators.Add(result =>
        {
            var lines = result.GetValue(_stream.Lines);
            if (lines is not null && result.GetValue(_scenarios) is { Length: > 0 })
            {
                result.AddError("--scenarios takes the place of SCENARIO: give one of them");
            }

            if (lines is not null && result.GetResult(_format) is { Implicit: false, Tokens: [{ Value: FormatOption.Text }] })
            {
                result.AddError("--scenarios answers in JSON lines: leave `--format text` out");
            }

            var wanted = TableKinds.Of(result.GetValue(_output));
            if (lines is null && wanted != TableKind.JsonLines)
            {
                result.AddError($"--output takes the outcomes of --scenarios into {TableKinds.NameOf(wanted)}: name those too");
            }

            if (!TableKinds.HasParquet && (wanted == TableKind.Parquet || TableKinds.Of(lines) == TableKind.Parquet))
            {
                result.AddError(
                    "this build of the tool has no Parquet: name an .arrow or .csv file, or take the .NET tool, "
                        + "`dotnet tool install -g NegotiationRules.Tool`");
            }

            // What is written would take the place of what is to be read.
            if (
                lines is not null
                && result.GetValue(_output) is { Length: > 0 } output
                && Path.GetFullPath(output) == Path.GetFullPath(lines)
            )
            {
                result.AddError("--scenarios and --output name the same file");
            }
        });
    }

    public override int Run(ParseResult arguments, Terminal terminal)
    {
        if (arguments.GetValue(_stream.Lines) is null)
        {
            return _output.Run(arguments, terminal, output => Evaluate(arguments, output));
        }

        // Lines are of use as soon as they are there, a table is only as a whole: with all rows, or those up to where it was stopped.
        var wanted = TableKinds.Of(arguments.GetValue(_output));
        return wanted == TableKind.JsonLines
            ? _output.Run(arguments, terminal, output => RunStream(arguments, wanted, output).Code)
            : _output.RunWhole(arguments, terminal, output => RunStream(arguments, wanted, output));
    }

    private int Evaluate(ParseResult arguments, Terminal terminal)
    {
        var finder = new FileFinder([FileKind.Scenario], []);
        var files = FindScenarios(arguments, finder);
        if (
            !_rules.TryLoad(arguments, terminal, () => SampleScenarios.Load(files), out var rules)
            || !_holder.TryRead(arguments, rules.Rules, terminal, out var holder)
        )
        {
            return ExitCode.Errors;
        }

        terminal.Report(finder.Findings);
        if (files.Count == 0)
        {
            terminal.Report(finder.Findings.Count > 0 ? [] : [ToolDiagnostics.NoScenarios(arguments.GetRequiredValue(_rules.Rules))]);
            return ExitCode.Errors;
        }

        var tally = NewTally(rules, holder);
        IVerdictPrinter printer = arguments.GetValue(_format) == FormatOption.Json
            ? new VerdictLines(new OutcomeLine(tally.Stages, tally.Rules), terminal)
            : new VerdictText(rules, holder, terminal);
        printer.Begin(files);
        foreach (var file in files)
        {
            terminal.Stop.ThrowIfCancellationRequested();
            Evaluate(file, rules, holder, printer, tally, terminal);
        }

        printer.End(tally);
        return finder.Findings.Count > 0 ? ExitCode.Errors : CodeOf(arguments, tally);
    }

    private (int Code, bool IsWhole) RunStream(ParseResult arguments, TableKind wanted, Terminal terminal)
    {
        var isAtEnd = new StreamRun(_rules, _holder, _stream, arguments).Run(wanted, terminal, out var tally);
        return tally is null ? (ExitCode.Errors, false) : (isAtEnd ? CodeOf(arguments, tally) : ExitCode.Interrupted, true);
    }

    private static void Evaluate(
        string file, IRuleSource rules, string? holder, IVerdictPrinter printer, OutcomeTally tally, Terminal terminal)
    {
        var isRead = ScenarioPaths.TryRead(file, terminal, out var scenario, out var diagnostics);
        if (isRead && rules.TryAnswer(scenario!, holder, out var answer, out diagnostics))
        {
            printer.Print(file, answer);
            tally.Add(answer.StageOutcomes, answer.RuleOutcomes);
            return;
        }

        printer.PrintFault(file, diagnostics);
        if (!isRead)
        {
            ScenarioPaths.ReportLines(file, terminal);
        }

        tally.AddFault();
    }

    private IReadOnlyList<string> FindScenarios(ParseResult arguments, FileFinder finder)
    {
        var rules = arguments.GetRequiredValue(_rules.Rules);
        if (arguments.GetValue(_scenarios) is { Length: > 0 } named)
        {
            // A file that is named is a scenario, whatever its name.
            return
            [
                .. named
                    .Select(path => ScenarioPaths.Resolve(rules, path))
                    .SelectMany(path =>
                        ScenarioPaths.IsOne(path) ? [path] : finder.Find([path], ScenarioPaths.NamesBeside(rules)).Select(file => file.Path)
                    ),
            ];
        }

        var folder = SampleScenarios.FolderBeside(rules);
        return Directory.Exists(folder) ? [.. finder.Find([folder]).Select(file => file.Path)] : [];
    }

    public static OutcomeTally NewTally(IRuleSource rules, string? holder) =>
        new(rules.Rules.Stages, [.. rules.Told.Where(rule => holder is null || rule.MayBeHeldBy(holder))]);

    private int CodeOf(ParseResult arguments, OutcomeTally tally)
    {
        var isUnwanted =
            arguments.GetValue(_failOn) is { } failOn
            && (
                tally.Of(StageOutcome.Invalid) > 0
                || (failOn == Words.Of(StageOutcome.Undetermined) && tally.Of(StageOutcome.Undetermined) > 0)
            );
        return tally.Faults > 0 || isUnwanted ? ExitCode.Errors : ExitCode.Fine;
    }
}
