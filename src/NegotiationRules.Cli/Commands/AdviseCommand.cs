using System.CommandLine;
using System.Globalization;
using NegotiationRules.Cli.Advising;
using NegotiationRules.Cli.Files;
using NegotiationRules.Cli.Output;
using NegotiationRules.Cli.Sources;

namespace NegotiationRules.Cli.Commands;

/// <summary><c>negotiate advise</c>: what it would take to make stages valid that are not.</summary>
internal sealed class AdviseCommand : ToolCommand
{
    private const int MostFound = 60;
    private const int UsualLines = 5;

    private readonly RuleSetArguments _rules = new();
    private readonly HolderOption _holder = new();

    private readonly Argument<string[]> _scenarios = new("SCENARIO")
    {
        Arity = ArgumentArity.OneOrMore,
        Description = $"Scenario files, or names in the folder `scenarios` beside the rules; {ScenarioPaths.FromInput}",
    };

    private readonly Option<string?> _stage = new("--stage") { HelpName = "STAGE", Description = "Only this stage" };

    private readonly Option<string?> _by = new("--by")
    {
        HelpName = "PARTY",
        Description = "Only what this party can do, as far as the vocabulary says who can do what",
    };

    private readonly Option<string[]> _fixed = new("--fixed")
    {
        HelpName = "FACT",
        Description = "A fact, or a list, that stays as it is, such as agreement.form; may be given several times",
    };

    private readonly Option<string[]> _costs = new("--cost")
    {
        HelpName = "FACT=N",
        Description = "What it costs to change a fact, or to add to a list; may be given several times [default: 1 each]",
    };

    private readonly Option<int> _limit = new("--limit")
    {
        HelpName = "N",
        Description = "How many ways are told of at most",
        DefaultValueFactory = _ => UsualLines,
    };

    private readonly TimeOption _time = new();

    private readonly FormatOption _format = new(
        "How to print: text, or json (one line for each scenario and stage)", FormatOption.Text, FormatOption.Json);

    private readonly OutputOption _output = new();

    public AdviseCommand()
        : base(
            "advise",
            "Tells what it would take to make a stage valid, and what to ask first.",
            "the rules have errors, a scenario cannot be evaluated, or nothing was found and it is not decided whether there is anything",
            "rules/security-guarantees diplomats-only",
            "rules/security-guarantees political-declaration --stage agreement --fixed agreement.form",
            "rules/council-of-the-eu before-the-vote --by Italy --format json")
    {
        _rules.AddTo(this);
        Add(_scenarios);
        Add(_stage);
        Add(_holder);
        Add(_by);
        Add(_fixed);
        Add(_costs);
        Add(_limit);
        Add(_time);
        Add(_format);
        Add(_output);
        _costs.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => CostIn(token.Value) is null))
            {
                result.AddError($"--cost takes FACT=N with a number of 0 or more, not `{token.Value}`");
            }
        });
        _limit.Validators.Add(result =>
        {
            if (result.Tokens is [var token]
                && !(int.TryParse(token.Value, CultureInfo.InvariantCulture, out var limit) && limit is > 0 and <= MostFound))
            {
                result.AddError($"--limit takes a number from 1 to {MostFound}, not `{token.Value}`");
            }
        });
    }

    public override int Run(ParseResult arguments, Terminal terminal) =>
        _output.Run(arguments, terminal, output => Run(arguments, output, arguments.GetRequiredValue(_rules.Rules)));

    private int Run(ParseResult arguments, Terminal terminal, string path)
    {
        var files = arguments.GetRequiredValue(_scenarios).Select(scenario => ScenarioPaths.Resolve(path, scenario)).ToList();
        if (!_rules.TryLoad(arguments, terminal, () => SampleScenarios.Load(files), out var rules)
            || !_holder.TryRead(arguments, rules.Rules, terminal, out var holder)
            || !IsStage(arguments.GetValue(_stage), rules.Rules, terminal))
        {
            return ExitCode.Errors;
        }

        var limit = arguments.GetValue(_limit);
        IAdvicePrinter printer = arguments.GetValue(_format) == FormatOption.Json ? new AdviceLines(limit, terminal)
            : new AdviceText(rules, holder, limit, terminal);
        var isFine = true;
        foreach (var file in files)
        {
            terminal.Stop.ThrowIfCancellationRequested();
            isFine &= TryPrint(file, holder, arguments, rules, printer, terminal);
        }

        return isFine ? ExitCode.Fine : ExitCode.Errors;
    }

    private bool TryPrint(
        string file, string? holder, ParseResult arguments, IRuleSource rules, IAdvicePrinter printer, Terminal terminal)
    {
        if (!ScenarioPaths.TryLoad(arguments.GetRequiredValue(_rules.Rules), file, terminal, out var scenario))
        {
            return false;
        }

        if (!rules.TryEvaluate(scenario, out var verdict, out var diagnostics))
        {
            terminal.Report(diagnostics);
            return false;
        }

        verdict = holder is null ? verdict : verdict.For(holder);
        try
        {
            var stages = arguments.GetValue(_stage) is { } only ? [only] : rules.Rules.Stages;
            List<Advice> advice = [.. stages.Select(stage => verdict.Advise(stage, OptionsOf(arguments, terminal)))];
            printer.Print(file, verdict, advice);
            return advice.TrueForAll(stage => stage.NotDecided is null || stage.Remedies.Count > 0);
        }
        catch (ArgumentException fault) when (fault.ParamName == "options")
        {
            UsageFaults.ReportFault(
                fault.Message.Split(" (Parameter")[0].TrimEnd('.'), "name a fact as the rules do, such as agreement.form", terminal);
            return false;
        }
    }

    private RemedyOptions OptionsOf(ParseResult arguments, Terminal terminal) => new()
    {
        Fixed = arguments.GetValue(_fixed) ?? [],
        Costs = (arguments.GetValue(_costs) ?? []).Select(CostIn).OfType<KeyValuePair<string, decimal>>()
            .GroupBy(cost => cost.Key, cost => cost.Value, StringComparer.Ordinal).ToDictionary(cost => cost.Key, cost => cost.Last()),
        By = arguments.GetValue(_by),
        Most = MostFound,
        Limits = _time.LimitsOf(arguments, terminal.Stop),
    };

    private static KeyValuePair<string, decimal>? CostIn(string text)
    {
        var at = text.LastIndexOf('=');
        return at > 0 && decimal.TryParse(text[(at + 1)..], NumberStyles.Number, CultureInfo.InvariantCulture, out var cost) && cost >= 0
            ? new KeyValuePair<string, decimal>(text[..at], cost) : null;
    }

    private static bool IsStage(string? stage, RuleSet rules, Terminal terminal)
    {
        if (stage is null || rules.Stages.Contains(stage))
        {
            return true;
        }

        UsageFaults.ReportNoSuchName("stage", stage, [.. rules.Stages], terminal);
        return false;
    }
}
