using System.CommandLine;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using NegotiationRules.Cli.Output;
using NegotiationRules.Cli.Sweeping;

namespace NegotiationRules.Cli.Commands;

/// <summary><c>--shard</c>: which part of a sweep, or that the scheduler says it.</summary>
internal sealed class SweepShardOption : Option<string?>
{
    private const string FromScheduler = "auto";

    public SweepShardOption()
        : base("--shard")
    {
        HelpName = "NUMBER/OF";
        Description = "Evaluate only one of so many parts, such as 17/400, and write what `merge` puts together; `auto` as a job array of "
            + "Slurm or AWS Batch says, `auto/400` for an indexed job of Kubernetes";
        Validators.Add(result =>
        {
            if (result.Tokens is [var token] && Parse(token.Value) is null)
            {
                result.AddError($"--shard takes a part and how many there are, such as 17/400, or auto, not `{token.Value}`");
            }
        });
    }

    public bool IsGiven(ParseResult arguments) => arguments.GetValue(this) is not null;

    /// <summary>The shard; if the scheduler does not say it, standard error tells so.</summary>
    public bool TryRead(ParseResult arguments, Terminal terminal, [NotNullWhen(true)] out SweepShard? shard)
    {
        shard = SweepShard.Whole;
        if (arguments.GetValue(this) is not { } text)
        {
            return true;
        }

        var (number, of) = Parse(text)!.Value;
        if (number is { } said)
        {
            shard = new SweepShard(said, of!.Value);
            return true;
        }

        shard = SchedulerShard.Find(Environment.GetEnvironmentVariable, of, out var fault);
        if (shard is null)
        {
            UsageFaults.ReportFault(fault!, "say it: --shard 17/400, or, where only the index is told, --shard auto/400", terminal);
        }

        return shard is not null;
    }

    private static (int? Number, int? Of)? Parse(string text) => text.Split('/') switch
    {
        [FromScheduler] => (null, null),
        [FromScheduler, var of] when Positive(of) is { } count => (null, count),
        [var number, var of] when Positive(number) is { } which && Positive(of) is { } count && which <= count => (which, count),
        _ => null,
    };

    private static int? Positive(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}
