using System.CommandLine;
using NegotiationRules.Analysis.Sweeps;
using NegotiationRules.Cli.Files;
using NegotiationRules.Cli.Output;
using NegotiationRules.Cli.Sweeping;

namespace NegotiationRules.Cli.Commands;

/// <summary><c>negotiate merge</c>: puts the shards of a sweep together.</summary>
internal sealed class MergeCommand : ToolCommand
{
    private readonly Argument<string[]> _parts = new("PART")
    {
        Arity = ArgumentArity.OneOrMore,
        Description = "What `sweep --shard` wrote: all parts of one sweep, in any order",
    };

    private readonly FormatOption _format = new(SweepFormats.Help, SweepFormats.Names);
    private readonly OutputOption _output = new();

    public MergeCommand()
        : base(
            "merge",
            "Puts the parts of a sweep together: the answer is that of a sweep that was never cut.",
            "a part is missing, comes twice, was interrupted, or belongs to another sweep",
            "part-*.json",
            "part-*.json --format html --output sweep.html")
    {
        Add(_parts);
        Add(_format);
        Add(_output);
    }

    public override int Run(ParseResult arguments, Terminal terminal)
    {
        var parts = new List<(string Name, SweepResult Part)>();
        var isGood = true;
        foreach (var path in arguments.GetRequiredValue(_parts))
        {
            terminal.Stop.ThrowIfCancellationRequested();
            var part = PartFiles.Read(path, terminal);
            isGood &= part is not null;
            if (part is not null)
            {
                parts.Add((path, part));
            }
        }

        // What cannot be read may be what would be missing.
        if (!isGood)
        {
            return ExitCode.Errors;
        }

        if (SweepMerge.Of(parts, out var faults) is not { } whole)
        {
            terminal.Report(faults.Select(fault => ToolDiagnostics.NoWhole(fault.Kind, fault.Name, fault.Message)));
            return ExitCode.Errors;
        }

        return SweepFormats.TryPrint(whole, arguments.GetRequiredValue(_format), arguments.GetValue(_output), terminal)
            ? ExitCode.Fine : ExitCode.Errors;
    }
}
