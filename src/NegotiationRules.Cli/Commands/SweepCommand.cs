using System.CommandLine;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using NegotiationRules.Cli.Files;
using NegotiationRules.Cli.Output;
using NegotiationRules.Cli.Streaming;
using NegotiationRules.Cli.Sweeping;
using NegotiationRules.Text;

namespace NegotiationRules.Cli.Commands;

/// <summary><c>negotiate sweep</c>: what becomes of rules while facts and parameters vary.</summary>
internal sealed class SweepCommand : ToolCommand
{
    private readonly RuleSetArguments _rules = new(isSweep: true);

    private readonly Argument<string?> _scenario = new("SCENARIO")
    {
        Arity = ArgumentArity.ZeroOrOne,
        Description = "A scenario file, or a name in the folder `scenarios` beside the rules: what is the same in all "
            + "[default: nothing is stated]",
    };

    private readonly SweptDimensionOptions _dimensions = new();
    private readonly SweepSampleOptions _sample = new();

    private readonly Option<int?> _threads = new("--threads")
    {
        HelpName = "NUMBER",
        Description = "How many threads work at it; the figures do not depend on it [default: one for each processor]",
    };

    private readonly SweepCheckpoint _checkpoint = new();
    private readonly SweepShardOption _shard = new();
    private readonly FormatOption _format = new(SweepFormats.Help, SweepFormats.Names);
    private readonly OutputOption _output = new();

    public SweepCommand()
        : base(
            "sweep",
            "Evaluates rules while facts and parameters vary: how often each stage is valid, what stands in the way, and what matters.",
            "the rules or the scenario have errors, a value cannot be, or a file cannot be written",
            "rules/security-guarantees as-reported --set tolerance=P0D,P1M --vary talks.start=2022-01-01..2022-03-31",
            "rules/security-council seven-of-eleven --vary \"members[0].vote\" --vary \"members[8].vote\" --sample 1e6 --seed 7 "
                + "--format html -o sweep.html",
            "my-rules --distribution my.distribution.json --sample 1e9 --checkpoint my.checkpoint.json --resume",
            "my-rules --vary votes=0..10000 --shard 17/400 -o part-17.json")
    {
        _rules.AddTo(this);
        Add(_scenario);
        _dimensions.AddTo(this);
        _sample.AddTo(this);
        Add(_threads);
        _checkpoint.AddTo(this);
        Add(_shard);
        Add(_format);
        Add(_output);
        Validators.Add(result =>
        {
            if (result.GetResult(_shard) is not null && result.GetResult(_format) is { Implicit: false })
            {
                result.AddError("--shard writes a part: say to `merge` how to print the whole");
            }

            if (result.GetResult(_threads)?.Tokens is [var token] && !(int.TryParse(token.Value, out var threads) && threads > 0))
            {
                result.AddError($"--threads takes a whole number above 0, not `{token.Value}`");
            }
        });
    }

    public override int Run(ParseResult arguments, Terminal terminal)
    {
        try
        {
            return TryPlan(arguments, terminal, out var sweep) && _shard.TryRead(arguments, terminal, out var shard)
                && PartFiles.HasFolder(arguments.GetValue(_output), terminal)
                && _checkpoint.TryBegin(arguments, sweep, shard, terminal, out var begun)
                    ? Run(arguments, sweep, shard, begun, terminal) : ExitCode.Errors;
        }
        catch (RuleFileException fault)
        {
            terminal.Report(fault.Diagnostics);
        }
        catch (ArgumentException fault)
        {
            UsageFaults.ReportFault(
                char.ToLowerInvariant(fault.Message[0]) + fault.Message[1..].Split(" (Parameter")[0].TrimEnd('.'),
                "`negotiate sweep --help` shows what can be said", terminal);
        }

        return ExitCode.Errors;
    }

    private bool TryPlan(ParseResult arguments, Terminal terminal, [NotNullWhen(true)] out Sweep? sweep)
    {
        sweep = null;
        var path = arguments.GetRequiredValue(_rules.Rules);
        var file = arguments.GetValue(_scenario) is { } named ? ScenarioPaths.Resolve(path, named) : null;
        var given = new SweepOptions().Given;
        if (!_rules.TryLoad(arguments, terminal, () => file is null ? [] : SampleScenarios.Load([file]), out var rules)
            || (file is not null && !ScenarioPaths.TryLoad(path, file, terminal, out given))
            || !_dimensions.TryRead(arguments, _rules.Several(arguments), rules.Rules, terminal, out var dimensions))
        {
            return false;
        }

        sweep = new Sweep(rules.Rules, _sample.In(new SweepOptions { Given = rules.Fit(given!), Dimensions = dimensions }, arguments));
        return true;
    }

    private int Run(ParseResult arguments, Sweep sweep, SweepShard shard, SweepResult? begun, Terminal terminal)
    {
        var write = _checkpoint.Writer(arguments, terminal);
        var planned = shard.End(sweep.Scenarios) - shard.Start(sweep.Scenarios);
        var before = begun?.Done ?? 0;
        SweepResult result = null!;
        StreamProgress.Show(terminal, planned, tell => result = sweep.Run(
            arguments.GetValue(_threads), shard, begun,
            now =>
            {
                write(now, false);
                tell(now.Done, now.Done - before);
            },
            terminal.Stop), evenBesideAnswers: true);
        var isWritten = write(result, true);
        if (!result.IsWhole)
        {
            terminal.Error.WriteLine(OneLine.Of(
                $"interrupted: {Counts.Number(result.Done)} of {Counts.Number(planned)} scenarios were evaluated"
                    + (_checkpoint.Help(arguments) is { } help ? $"; {help}" : string.Empty)));
        }

        return Print(arguments, result, terminal) && isWritten ? result.IsWhole ? ExitCode.Fine : ExitCode.Interrupted : ExitCode.Errors;
    }

    // Of a shard that was interrupted nothing is written: half a part is none.
    private bool Print(ParseResult arguments, SweepResult result, Terminal terminal)
    {
        var path = arguments.GetValue(_output);
        if (!_shard.IsGiven(arguments))
        {
            return SweepFormats.TryPrint(result, arguments.GetRequiredValue(_format), path, terminal);
        }

        if (!result.IsWhole)
        {
            return true;
        }

        if (path is not null)
        {
            return PartFiles.TryWrite(path, Encoding.UTF8.GetBytes(result.ToPartJson()), terminal);
        }

        terminal.Out.Write(result.ToPartJson());
        return true;
    }
}
