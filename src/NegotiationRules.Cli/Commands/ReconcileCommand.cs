using System.CommandLine;
using NegotiationRules.Cli.Files;
using NegotiationRules.Cli.Output;
using NegotiationRules.Cli.Reconciling;

namespace NegotiationRules.Cli.Commands;

/// <summary><c>negotiate reconcile</c>: whether the preconditions of several sides can be met together.</summary>
internal sealed class ReconcileCommand : ToolCommand
{
    private const int Few = 5;

    private readonly Argument<string[]> _rules = new("RULES")
    {
        Arity = ArgumentArity.OneOrMore,
        Description = "The rule files of the sides, or folders that hold one; one alone for the parties that hold its rules",
    };

    private readonly Option<string?> _given = new("--given")
    {
        HelpName = "SCENARIO",
        Description = "A scenario whose facts are as they are",
    };

    private readonly ListOption _lists = new();

    private readonly Option<int> _most = new("--most")
    {
        HelpName = "N",
        Description = "How many choices, collisions or ways out to print",
        DefaultValueFactory = _ => Few,
    };

    private readonly TimeOption _time = new();
    private readonly RootOption _root = new();

    private readonly FormatOption _format = new("How to print: text, or json (one line)", FormatOption.Text, FormatOption.Json);

    private readonly OutputOption _output = new();

    public ReconcileCommand()
        : base(
            "reconcile",
            "Tells whether the preconditions of several sides can be met together, or what collides.",
            "rules have errors, or it is not decided in the time allowed",
            "rules/security-guarantees rules/security-guarantees/counter-demands/yielding.rules.json",
            "rules/security-guarantees rules/security-guarantees/counter-demands/unyielding.rules.json --most 20",
            "rules/four-empires --format json")
    {
        Add(_rules);
        Add(_given);
        Add(_lists);
        Add(_most);
        Add(_root);
        Add(_time);
        Add(_format);
        Add(_output);
    }

    public override int Run(ParseResult arguments, Terminal terminal) =>
        _output.Run(arguments, terminal, output => RunTo(arguments, output));

    private int RunTo(ParseResult arguments, Terminal terminal)
    {
        var sets = new List<RuleSet>();
        foreach (var path in arguments.GetRequiredValue(_rules))
        {
            if (RuleSet.TryLoad(path, new RuleSetOptions { Root = arguments.GetValue(_root) }, out var rules, out var diagnostics))
            {
                sets.Add(rules);
            }

            terminal.Report(diagnostics);
        }

        if (sets.Count < arguments.GetRequiredValue(_rules).Length || !TryReadGiven(arguments, terminal, out var given))
        {
            return ExitCode.Errors;
        }

        var options = new AnalysisOptions
        {
            Given = given,
            Lists = _lists.Of(arguments),
            Limits = _time.LimitsOf(arguments, terminal.Stop),
        };
        try
        {
            var answer = sets is [var only] ? only.ReconcileHolders(options) : RuleSet.Reconcile(sets, options);
            if (arguments.GetValue(_format) == FormatOption.Json)
            {
                ReconciliationLines.Print(answer, terminal);
            }
            else
            {
                new ReconciliationText(terminal, arguments.GetValue(_most)).Print(answer);
            }

            return answer.IsPossible is null ? ExitCode.Errors : ExitCode.Fine;
        }
        catch (RuleFileException fault)
        {
            terminal.Report(fault.Diagnostics);
            return ExitCode.Errors;
        }
        catch (ScenarioException fault)
        {
            terminal.Report(fault.Diagnostics);
            return ExitCode.Errors;
        }
    }

    private bool TryReadGiven(ParseResult arguments, Terminal terminal, out Scenario? given)
    {
        given = null;
        if (arguments.GetValue(_given) is not { } name)
        {
            return true;
        }

        var rules = arguments.GetRequiredValue(_rules)[0];
        return ScenarioPaths.TryLoad(rules, ScenarioPaths.Resolve(rules, name), terminal, out given);
    }
}
