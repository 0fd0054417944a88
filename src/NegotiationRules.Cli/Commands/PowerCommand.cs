using System.CommandLine;
using System.Diagnostics.CodeAnalysis;
using NegotiationRules.Analysis.Questions;
using NegotiationRules.Cli.Files;
using NegotiationRules.Cli.HowMuch;
using NegotiationRules.Cli.Output;
using NegotiationRules.Cli.Sources;
using NegotiationRules.Facts;

namespace NegotiationRules.Cli.Commands;

/// <summary><c>negotiate power</c>: how much each vote decides.</summary>
internal sealed class PowerCommand : ToolCommand
{
    private static readonly Dictionary<string, Action<PowerTable, string, Terminal>> Formats = new(StringComparer.Ordinal)
    {
        ["text"] = PowerText.Print,
        ["json"] = PowerJson.Print,
        ["html"] = (power, _, terminal) => terminal.Out.Write(power.ToHtml()),
    };

    private readonly RuleSetArguments _rules = new();

    private readonly Argument<string> _scenario = new("SCENARIO")
    {
        Description = "A scenario file, or a name in the folder `scenarios` beside the rules: who votes, and all but the votes",
    };

    private readonly Option<string> _votes = new("--votes")
    {
        HelpName = "FACT=FOR|AGAINST",
        Description = "How a vote for it and a vote against it are stated, such as members.vote=yes|no",
        Required = true,
    };

    private readonly StageOption _stage = new("The stage that is voted on [default: the only one]");
    private readonly AnalysisLimitOptions _limits = new();

    private readonly FormatOption _format = new("How to print: text, json, or html (a page with charts)", Formats.Keys);

    private readonly OutputOption _output = new();

    public PowerCommand()
        : base(
            "power",
            "Tells how much each vote decides: the power indices of Banzhaf and of Shapley and Shubik.",
            "the rules or the scenario have errors, or the indices are not decided",
            "rules/security-council veto --votes \"members.vote=yes|no\"",
            "rules/council-of-the-eu abstentions-block --stage adoption --votes \"members.vote=for|against\" --format html -o eu.html")
    {
        _rules.AddTo(this);
        Add(_scenario);
        Add(_votes);
        Add(_stage);
        _limits.AddTo(this);
        Add(_format);
        Add(_output);
        _votes.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && Parse(token.Value) is null)
            {
                result.AddError($"--votes takes FACT=FOR|AGAINST, such as members.vote=yes|no, not `{token.Value}`");
            }
        });
    }

    public override int Run(ParseResult arguments, Terminal terminal) =>
        _output.Run(arguments, terminal, output => Run(arguments, output, arguments.GetRequiredValue(_rules.Rules)));

    private int Run(ParseResult arguments, Terminal terminal, string path)
    {
        var file = ScenarioPaths.Resolve(path, arguments.GetRequiredValue(_scenario));
        if (!_rules.TryLoad(arguments, terminal, () => SampleScenarios.Load([file]), out var rules)
            || !_stage.TryRead(arguments, rules.Rules, terminal, out var stage)
            || !TryReadVotes(arguments, rules.Rules.Vocabulary, terminal, out var votes)
            || !ScenarioPaths.TryLoad(path, file, terminal, out var scenario))
        {
            return ExitCode.Errors;
        }

        var power = rules.Rules.Power(rules.Fit(scenario), stage, votes, _limits.Of(arguments, terminal.Stop));
        Formats[arguments.GetRequiredValue(_format)](power, FileKinds.NameOf(file), terminal);
        return power.NotDecided is null ? ExitCode.Fine : ExitCode.Errors;
    }

    private bool TryReadVotes(ParseResult arguments, Vocabulary vocabulary, Terminal terminal, [NotNullWhen(true)] out Votes? votes)
    {
        var (path, @for, against) = Parse(arguments.GetRequiredValue(_votes))!.Value;
        var fact = FactByPath.Find(vocabulary, path) is { Lists.IsEmpty: false } found ? found : null;
        if (fact is null)
        {
            UsageFaults.ReportFault(
                $"the vocabulary has no fact `{path}` of the elements of a list",
                FactByPath.Nearest(path, vocabulary) is { } meant ? $"did you mean `{meant}`?"
                    : "name the fact by which each of those that vote says how, such as --votes \"members.vote=yes|no\"", terminal);
        }

        votes = fact is null ? null : new Votes(fact.ListPath, fact.Fact.Path, ParameterText.Read(@for)!, ParameterText.Read(against)!);
        return votes is not null;
    }

    private static (string Path, string For, string Against)? Parse(string text) =>
        text.Split('=', 2) is [{ Length: > 0 } path, var values] && values.Split('|') is [{ Length: > 0 } @for, { Length: > 0 } against]
            ? (path, @for, against) : null;
}
