using System.CommandLine;
using System.Globalization;
using System.Text;
using NegotiationRules.Cli.Files;
using NegotiationRules.Cli.Output;
using NegotiationRules.Cli.Sweeping;

namespace NegotiationRules.Cli.Commands;

/// <summary><c>--checkpoint</c> and <c>--resume</c>: what was counted so far is kept in a file, to go on from there.</summary>
internal sealed class SweepCheckpoint
{
    private const double Often = 2;

    private readonly Option<string?> _file = new("--checkpoint")
    {
        HelpName = "FILE",
        Description = "Keep what was counted in this file [default: nothing is kept]",
    };

    private readonly Option<double> _every = new("--checkpoint-every")
    {
        HelpName = "SECONDS",
        Description = "How often the checkpoint is written anew",
        DefaultValueFactory = _ => Often,
    };

    private readonly Option<bool> _resume = new("--resume")
    {
        Description = "Go on from the checkpoint; from the beginning if there is none yet",
    };

    public void AddTo(Command command)
    {
        command.Add(_file);
        command.Add(_every);
        command.Add(_resume);
        command.Validators.Add(result =>
        {
            if (result.GetValue(_resume) && result.GetResult(_file) is null)
            {
                result.AddError("--resume is for --checkpoint: name the file to go on from");
            }

            if (result.GetResult(_every)?.Tokens is [var token]
                && !(double.TryParse(token.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
                    && seconds is > 0 and < 1e6))
            {
                result.AddError($"--checkpoint-every takes a number of seconds above 0, not `{token.Value}`");
            }
        });
    }

    /// <summary>Whether it can be written, and what is in it; if not so, standard error says why.</summary>
    public bool TryBegin(ParseResult arguments, Sweep sweep, SweepShard shard, Terminal terminal, out SweepResult? begun)
    {
        begun = null;
        if (arguments.GetValue(_file) is not { } path)
        {
            return true;
        }

        if (!PartFiles.HasFolder(path, terminal))
        {
            return false;
        }

        if (!File.Exists(path))
        {
            return true;
        }

        if (!arguments.GetValue(_resume))
        {
            terminal.Report(ToolDiagnostics.CheckpointThere(path));
            return false;
        }

        begun = PartFiles.Read(path, terminal);
        if (begun is not null && sweep.WhyNotFrom(begun, shard) is { } why)
        {
            terminal.Report(ToolDiagnostics.OtherCheckpoint(path, why));
            return false;
        }

        return begun is not null;
    }

    /// <summary>What writes the checkpoint when it is time; when the run is over, in any case.</summary>
    public Func<SweepResult, bool, bool> Writer(ParseResult arguments, Terminal terminal)
    {
        var (last, often) = (terminal.Clock.GetTimestamp(), TimeSpan.FromSeconds(arguments.GetValue(_every)));
        return (result, isOver) =>
        {
            if (arguments.GetValue(_file) is not { } path || (!isOver && terminal.Clock.GetElapsedTime(last) < often))
            {
                return true;
            }

            last = terminal.Clock.GetTimestamp();
            return PartFiles.TryWrite(path, Encoding.UTF8.GetBytes(result.ToPartJson()), terminal);
        };
    }

    /// <summary>How to go on, if it can be gone on.</summary>
    public string? Help(ParseResult arguments) => arguments.GetValue(_file) is null ? null : "the same command with `--resume` goes on";
}
