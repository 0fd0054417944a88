using System.CommandLine;
using NegotiationRules.Cli.Analyses;
using NegotiationRules.Cli.Files;
using NegotiationRules.Cli.Output;
using NegotiationRules.Facts;

namespace NegotiationRules.Cli.Commands;

/// <summary><c>negotiate diff</c>: which outcomes change from older rules to newer ones.</summary>
internal sealed class DiffCommand : ToolCommand
{

    private readonly Argument<string> _old = new("OLD")
    {
        Description = "The older rules: a .rules.json file, a folder that holds one, or a revision that git knows, such as HEAD~1",
    };

    private readonly Argument<string> _new = new("NEW") { Description = "The newer rules: a .rules.json file, or a folder that holds one" };

    private readonly Argument<string[]> _scenarios = new("SCENARIO")
    {
        Arity = ArgumentArity.ZeroOrMore,
        Description = "Scenario files, or names in the folder `scenarios` beside the newer rules, whose outcomes are compared first; "
            + ScenarioPaths.FromInput,
    };

    private readonly Option<string?> _given = new("--given")
    {
        HelpName = "SCENARIO",
        Description = "Facts that all scenarios share: what it leaves out may be anything",
    };

    private readonly ListOption _lists = new();
    private readonly TimeOption _time = new() { Description = "How long it may take; what is not found out by then is listed" };

    private readonly FormatOption _format = new(
        "How to print: text, or json (with the scenarios in full)", FormatOption.Text, FormatOption.Json);

    private readonly RootOption _root = new();
    private readonly OutputOption _output = new();

    public DiffCommand()
        : base(
            "diff",
            "Tells which outcomes change from older rules to newer ones.",
            "rules or a scenario have errors, or something is not decided in the time allowed",
            "old.rules.json new.rules.json",
            "HEAD~1 rules/four-empires",
            "v1.0 rules/council-of-the-eu before-the-vote --list members=27")
    {
        Add(_old);
        Add(_new);
        Add(_scenarios);
        Add(_given);
        Add(_lists);
        Add(_time);
        Add(_format);
        Add(_root);
        Add(_output);
    }

    public override int Run(ParseResult arguments, Terminal terminal) =>
        _output.Run(arguments, terminal, output => Compare(arguments, output));

    private int Compare(ParseResult arguments, Terminal terminal)
    {
        var (old, @new) = (arguments.GetRequiredValue(_old), arguments.GetRequiredValue(_new));
        if (Path.Exists(old))
        {
            return Compare(old, @new, arguments, terminal);
        }

        if (!Path.Exists(@new))
        {
            terminal.Report(ToolDiagnostics.NoSuchPath(@new));
            return ExitCode.Errors;
        }

        if (!GitRevision.TryRead(old, @new, out var revision, out var fault))
        {
            UsageFaults.ReportFault(
                $"there is no file, folder or revision `{old}`: {fault}", "name the older rules, or a revision such as HEAD~1", terminal);
            return ExitCode.Errors;
        }

        using (revision)
        {
            return Compare(revision.Path, @new, arguments, terminal);
        }
    }

    private int Compare(string old, string @new, ParseResult arguments, Terminal terminal)
    {
        if (!TryLoad(old, arguments, terminal, out var older) || !TryLoad(@new, arguments, terminal, out var newer))
        {
            return ExitCode.Errors;
        }

        Scenario? given = null;
        if (arguments.GetValue(_given) is { } path && !Scenario.TryLoad(path, out given, out var faults))
        {
            terminal.Report(faults);
            return ExitCode.Errors;
        }

        try
        {
            var comparison = newer!.CompareWith(older!, new AnalysisOptions
            {
                Given = given,
                Lists = _lists.Of(arguments),
                Limits = _time.LimitsOf(arguments, terminal.Stop),
            });
            var changes = Changes(@new, comparison, arguments, terminal);
            if (changes is null)
            {
                return ExitCode.Errors;
            }

            if (arguments.GetValue(_format) == FormatOption.Json)
            {
                ComparisonJson.Print(comparison, changes, terminal);
            }
            else
            {
                ComparisonText.Print(comparison, changes, terminal);
            }

            return comparison.Open.Count + comparison.OpenWhileUnknown.Count == 0 ? ExitCode.Fine : ExitCode.Errors;
        }
        catch (RuleFileException fault)
        {
            terminal.Report(fault.Diagnostics);
            return ExitCode.Errors;
        }
        catch (ArgumentException fault) when (fault.ParamName == "options")
        {
            UsageFaults.ReportFault(fault.Message.Split(" (")[0].TrimEnd('.'), "name a list with --list LIST=N", terminal);
            return ExitCode.Errors;
        }
    }

    // What becomes of the scenarios that are named; null, with a report, if one of them cannot be evaluated.
    private List<ScenarioChange>? Changes(string rules, Comparison comparison, ParseResult arguments, Terminal terminal)
    {
        var changes = new List<ScenarioChange>();
        foreach (var name in arguments.GetValue(_scenarios) ?? [])
        {
            var file = ScenarioPaths.Resolve(rules, name);
            if (!ScenarioPaths.TryLoad(rules, file, terminal, out var scenario))
            {
                return null;
            }

            if (!comparison.Older.TryEvaluate(scenario, out var before, out var diagnostics)
                || !comparison.Rules.TryEvaluate(scenario, out var after, out diagnostics))
            {
                terminal.Report(diagnostics);
                return null;
            }

            changes.Add(new ScenarioChange(FileKinds.NameOf(file), before, after));
        }

        return changes;
    }

    private bool TryLoad(string path, ParseResult arguments, Terminal terminal, out RuleSet? rules)
    {
        if (RuleSet.TryLoad(path, new RuleSetOptions { Root = arguments.GetValue(_root) }, out rules, out var diagnostics))
        {
            return true;
        }

        terminal.Report(diagnostics);
        return false;
    }
}
