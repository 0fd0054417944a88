using System.CommandLine;
using System.Diagnostics.CodeAnalysis;
using NegotiationRules.Analysis;
using NegotiationRules.Cli.Files;
using NegotiationRules.Cli.HowMuch;
using NegotiationRules.Cli.Output;
using NegotiationRules.Facts;

namespace NegotiationRules.Cli.Commands;

/// <summary><c>negotiate share</c>: in how many of all scenarios a stage is valid.</summary>
internal sealed class ShareCommand : ToolCommand
{
    private const string Nothing = "nothing given";

    private static readonly Dictionary<string, Action<Share, string, Terminal>> Formats = new(StringComparer.Ordinal)
    {
        ["text"] = ShareText.Print,
        ["json"] = ShareJson.Print,
        ["html"] = (share, _, terminal) => terminal.Out.Write(share.ToHtml()),
    };

    private readonly RuleSetArguments _rules = new();

    private readonly Argument<string?> _scenario = new("SCENARIO")
    {
        Arity = ArgumentArity.ZeroOrOne,
        Description = "A scenario file, or a name in the folder `scenarios` beside the rules: what is as stated "
            + "[default: nothing is stated]",
    };

    private readonly Option<string[]> _free = new("--free")
    {
        HelpName = "PATH",
        Description = "What may have any value: a fact, such as members.vote, or what holds several; may be given several times "
            + "[default: all of which nothing is stated]",
    };

    private readonly DistributionOption _distribution = new();
    private readonly StageOption _stage = new("The stage [default: the only one]");
    private readonly AnalysisLimitOptions _limits = new();
    private readonly SamplingOptions _sampling = new();

    private readonly FormatOption _format = new("How to print: text, json, or html (a page with charts)", Formats.Keys);

    private readonly OutputOption _output = new();

    public ShareCommand()
        : base(
            "share",
            "Tells in how many of all scenarios a stage is valid, which rules stand in its way, and which facts matter most.",
            "the rules or the scenario have errors, or the share is neither counted nor estimated",
            "rules/security-council veto --free members.vote",
            "rules/council-of-the-eu abstentions-block --stage adoption --distribution "
                + "'{ \"members.vote\": { \"for\": 0.8, \"against\": 0.2 } }'")
    {
        _rules.AddTo(this);
        Add(_scenario);
        Add(_free);
        Add(_distribution);
        Add(_stage);
        _limits.AddTo(this);
        _sampling.AddTo(this);
        Add(_format);
        Add(_output);
    }

    public override int Run(ParseResult arguments, Terminal terminal) =>
        _output.Run(arguments, terminal, output => Run(arguments, output, arguments.GetRequiredValue(_rules.Rules)));

    private int Run(ParseResult arguments, Terminal terminal, string path)
    {
        var file = arguments.GetValue(_scenario) is { } named ? ScenarioPaths.Resolve(path, named) : null;
        if (!_rules.TryLoad(arguments, terminal, () => file is null ? [] : SampleScenarios.Load([file]), out var rules)
            || !_stage.TryRead(arguments, rules.Rules, terminal, out var stage)
            || !TryGive(path, file, terminal, out var given)
            || !_distribution.TryRead(arguments, terminal, out var distribution)
            || !AreKnown([.. arguments.GetValue(_free) ?? [], .. distribution.Keys], rules.Rules.Vocabulary, terminal))
        {
            return ExitCode.Errors;
        }

        var options = _sampling.In(
            new ShareOptions { Given = rules.Fit(given), Free = arguments.GetValue(_free) ?? [], Distribution = distribution }, arguments);
        try
        {
            var share = rules.Rules.ShareOfValid(stage, options, _limits.Of(arguments, terminal.Stop));
            Formats[arguments.GetRequiredValue(_format)](share, file is null ? Nothing : FileKinds.NameOf(file), terminal);
            return share.NotDecided is null || share.Estimate is not null ? ExitCode.Fine : ExitCode.Errors;
        }
        catch (ArgumentException fault)
        {
            UsageFaults.ReportFault(
                char.ToLowerInvariant(fault.Message[0]) + fault.Message[1..].TrimEnd('.'),
                "say it so: --distribution '{ \"members.vote\": { \"for\": 0.6, \"against\": 0.4 } }'", terminal);
            return ExitCode.Errors;
        }
    }

    private static bool TryGive(string rules, string? file, Terminal terminal, [NotNullWhen(true)] out Scenario? given)
    {
        given = new ShareOptions().Given;
        return file is null || ScenarioPaths.TryLoad(rules, file, terminal, out given);
    }

    private static bool AreKnown(IReadOnlyList<string> paths, Vocabulary vocabulary, Terminal terminal)
    {
        var unknown = paths.FirstOrDefault(path => !FreePaths.IsPath(vocabulary, path));
        if (unknown is not null)
        {
            UsageFaults.ReportFault(
                $"the vocabulary has nothing called `{unknown}`",
                "name facts as rules do, such as `members.vote`, or as scenarios do, such as `members[0].vote`", terminal);
        }

        return unknown is null;
    }
}
