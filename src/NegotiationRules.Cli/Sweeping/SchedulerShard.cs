using System.Globalization;

namespace NegotiationRules.Cli.Sweeping;

/// <summary>Which shard a scheduler has given to this process, as it says in the environment.</summary>
internal static class SchedulerShard
{
    private const string SlurmTask = "SLURM_ARRAY_TASK_ID";
    private const string KubernetesIndex = "JOB_COMPLETION_INDEX";
    private const string BatchIndex = "AWS_BATCH_JOB_ARRAY_INDEX";

    /// <summary>The shard; <see langword="null"/>, and why, if nothing says it.</summary>
    /// <param name="environment">Finds a variable.</param>
    /// <param name="of">How many shards there are; <see langword="null"/> if the scheduler is to tell.</param>
    /// <param name="fault">Why there is none.</param>
    public static SweepShard? Find(Func<string, string?> environment, int? of, out string? fault)
    {
        var (name, index, count) = Said(environment);
        fault = name is null ? $"no scheduler says which shard this is: none of {SlurmTask}, {KubernetesIndex} and {BatchIndex} is set"
            : index is null ? $"{name} is no whole number that fits its array"
            : (of ?? count) is null ? $"{name} is set, and nothing says how many shards there are"
            : of is not null && count is not null && of != count ? $"there are {count} shards by the scheduler, and {of} by --shard"
            : index < 1 || index > (of ?? count) ? $"{name} is beyond the {of ?? count} shards there are"
            : null;
        return fault is null ? new SweepShard(index!.Value, (of ?? count)!.Value) : null;
    }

    // The first is 1. An array of Slurm may begin anywhere and take steps; the others count from 0.
    private static (string? Name, int? Index, int? Count) Said(Func<string, string?> environment)
    {
        if (environment(SlurmTask) is { Length: > 0 })
        {
            var (task, least) = (Number(environment(SlurmTask)), Number(environment("SLURM_ARRAY_TASK_MIN")) ?? 0);
            var step = Number(environment("SLURM_ARRAY_TASK_STEP")) is > 0 and var said ? said : 1;
            return (SlurmTask, task >= least && (task - least) % step == 0 ? ((task - least) / step) + 1 : null,
                Number(environment("SLURM_ARRAY_TASK_COUNT")));
        }

        return environment(KubernetesIndex) is { Length: > 0 } index ? (KubernetesIndex, Number(index) + 1, null)
            : environment(BatchIndex) is { Length: > 0 } place
                ? (BatchIndex, Number(place) + 1, Number(environment("AWS_BATCH_JOB_ARRAY_SIZE")))
            : (null, null, null);
    }

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
