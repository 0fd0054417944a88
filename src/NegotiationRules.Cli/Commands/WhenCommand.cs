using System.CommandLine;
using NegotiationRules.Analysis.Questions;
using NegotiationRules.Cli.Files;
using NegotiationRules.Cli.Output;
using NegotiationRules.Cli.Sources;
using NegotiationRules.Cli.Timelines;
using NegotiationRules.Facts;

namespace NegotiationRules.Cli.Commands;

/// <summary><c>negotiate when</c>: on which days outcomes change while the facts stay as they are, and on what.</summary>
internal sealed class WhenCommand : ToolCommand
{

    private readonly RuleSetArguments _rules = new();

    private readonly Argument<string[]> _scenarios = new("SCENARIO")
    {
        Arity = ArgumentArity.OneOrMore,
        Description = $"Scenario files, or names in the folder `scenarios` beside the rules; {ScenarioPaths.FromInput}",
    };

    private readonly DayOption _from =
        new("--from", "The first day, such as 2022-01-31, 2022-01 or 2022 [default: the earliest in the scenario and the rules]");

    private readonly DayOption _to = new("--to", "The last day [default: five years after the latest of these]");

    private readonly Option<string?> _stage = new("--stage")
    {
        HelpName = "STAGE",
        Description = "Only this stage and its rules",
    };

    private readonly Option<string?> _rule = new("--rule")
    {
        HelpName = "RULE",
        Description = "Only this rule, by its id",
    };

    private readonly Option<string> _fact = new("--fact")
    {
        HelpName = "FACT",
        Description = "The fact that the rules read the day by",
        DefaultValueFactory = _ => "asOf",
    };

    private readonly TimeOption _time = new();

    private readonly FormatOption _format = new(
        "How to print: text, or json (one line for each scenario)", FormatOption.Text, FormatOption.Json);

    private readonly OutputOption _output = new();

    public WhenCommand()
        : base(
            "when",
            "Tells on which days outcomes change, and on what.",
            "the rules have errors, a scenario cannot be evaluated, or something is not decided in the time allowed",
            "rules/treaty-entry-into-force kyoto-eve",
            "rules/treaty-entry-into-force kyoto-eve --from 1985 --to 2035 --rule kyoto-emissions",
            "rules/security-guarantees as-reported --stage talks --format json")
    {
        _rules.AddTo(this);
        Add(_scenarios);
        Add(_from);
        Add(_to);
        Add(_stage);
        Add(_rule);
        Add(_fact);
        Add(_time);
        Add(_format);
        Add(_output);
        Validators.Add(result =>
        {
            if (_from.DaysIn(result) is { } from && _to.DaysIn(result) is { } to && from.First > to.Last)
            {
                result.AddError("--to is before --from");
            }
        });
    }

    public override int Run(ParseResult arguments, Terminal terminal) =>
        _output.Run(arguments, terminal, output => Run(arguments, output, arguments.GetRequiredValue(_rules.Rules)));

    private int Run(ParseResult arguments, Terminal terminal, string path)
    {
        var files = arguments.GetRequiredValue(_scenarios).Select(scenario => ScenarioPaths.Resolve(path, scenario)).ToList();
        if (!_rules.TryLoad(arguments, terminal, () => SampleScenarios.Load(files), out var rules)
            || !TryReadWhat(arguments, rules, terminal, out var what)
            || !IsDate(arguments.GetRequiredValue(_fact), rules.Rules.Vocabulary, terminal))
        {
            return ExitCode.Errors;
        }

        ITimelinePrinter printer = arguments.GetValue(_format) == FormatOption.Json ? new TimelineLines(what, terminal)
            : new TimelineText(what, terminal);
        var isFine = true;
        foreach (var file in files)
        {
            terminal.Stop.ThrowIfCancellationRequested();
            isFine &= TryPrint(file, arguments, rules, printer, terminal);
        }

        return isFine ? ExitCode.Fine : ExitCode.Errors;
    }

    private bool TryPrint(string file, ParseResult arguments, IRuleSource rules, ITimelinePrinter printer, Terminal terminal)
    {
        if (!ScenarioPaths.TryLoad(arguments.GetRequiredValue(_rules.Rules), file, terminal, out var scenario))
        {
            return false;
        }

        try
        {
            var timeline = rules.Rules.Timeline(
                rules.Fit(scenario),
                _from.DaysIn(arguments.CommandResult) is { } from ? DateOnly.FromDayNumber(from.First) : null,
                _to.DaysIn(arguments.CommandResult) is { } to ? DateOnly.FromDayNumber(to.Last) : null,
                arguments.GetRequiredValue(_fact),
                _time.LimitsOf(arguments, terminal.Stop));
            printer.Print(file, timeline);
            return timeline.Gaps.Count == 0;
        }
        catch (ScenarioException fault)
        {
            terminal.Report(fault.Diagnostics);
            return false;
        }
        catch (ArgumentException fault) when (fault.ParamName is "from" or "to")
        {
            UsageFaults.ReportFault(
                $"{FileKinds.NameOf(file)}: which days are meant cannot be told from the scenario and the rules",
                "say `--from` and `--to`", terminal);
            return false;
        }
    }

    private static bool IsDate(string fact, Vocabulary vocabulary, Terminal terminal)
    {
        var isDate = DayFact.Find(vocabulary, fact) is not null;
        if (!isDate)
        {
            UsageFaults.ReportFault(
                $"there is no date `{fact}` outside of lists among the facts",
                "name the fact that the rules read the day by with `--fact FACT`", terminal);
        }

        return isDate;
    }

    private bool TryReadWhat(ParseResult arguments, IRuleSource rules, Terminal terminal, out ToldOfTimeline what)
    {
        var (stage, rule) = (arguments.GetValue(_stage), arguments.GetValue(_rule));
        what = new ToldOfTimeline(rules, stage, rule);
        if (stage is not null && !rules.Rules.Stages.Contains(stage))
        {
            UsageFaults.ReportNoSuchName("stage", stage, [.. rules.Rules.Stages], terminal);
            return false;
        }

        if (rule is not null && rules.Told.All(told => told.Id != rule))
        {
            UsageFaults.ReportNoSuchName("rule", rule, [.. rules.Told.Select(told => told.Id)], terminal);
            return false;
        }

        return true;
    }
}
