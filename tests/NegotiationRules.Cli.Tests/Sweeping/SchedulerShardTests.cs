using NegotiationRules.Cli.Sweeping;

namespace NegotiationRules.Cli.Tests.Sweeping;

/// <summary>The part of a sweep is the one that the scheduler means.</summary>
public sealed class SchedulerShardTests
{
    [Theory]
    [InlineData("SLURM_ARRAY_TASK_ID=17 SLURM_ARRAY_TASK_MIN=1 SLURM_ARRAY_TASK_COUNT=400 SLURM_ARRAY_TASK_STEP=1", null, "17/400")]
    [InlineData("SLURM_ARRAY_TASK_ID=0 SLURM_ARRAY_TASK_MIN=0 SLURM_ARRAY_TASK_COUNT=20", null, "1/20")]
    [InlineData("SLURM_ARRAY_TASK_ID=9 SLURM_ARRAY_TASK_MIN=3 SLURM_ARRAY_TASK_STEP=3 SLURM_ARRAY_TASK_COUNT=5", null, "3/5")]
    [InlineData("JOB_COMPLETION_INDEX=0", 40, "1/40")]
    [InlineData("AWS_BATCH_JOB_ARRAY_INDEX=39", 40, "40/40")]
    [InlineData("AWS_BATCH_JOB_ARRAY_INDEX=3 AWS_BATCH_JOB_ARRAY_SIZE=8", null, "4/8")]
    public void TheShardIsTheOneThatIsMeant(string environment, int? of, string shard) =>
        Assert.Equal(shard, Find(environment, of, out _)?.ToString());

    [Theory]
    [InlineData("", null, "no scheduler says")]
    [InlineData("JOB_COMPLETION_INDEX=3", null, "nothing says how many")]
    [InlineData("JOB_COMPLETION_INDEX=40", 40, "beyond the 40 shards")]
    [InlineData("JOB_COMPLETION_INDEX=x", 40, "no whole number")]
    [InlineData("SLURM_ARRAY_TASK_ID=4 SLURM_ARRAY_TASK_MIN=1 SLURM_ARRAY_TASK_STEP=2 SLURM_ARRAY_TASK_COUNT=5", null, "no whole number")]
    [InlineData("SLURM_ARRAY_TASK_ID=4 SLURM_ARRAY_TASK_MIN=1 SLURM_ARRAY_TASK_COUNT=5", 6, "5 shards by the scheduler, and 6")]
    public void WhatIsNotSaidIsTold(string environment, int? of, string fault)
    {
        Assert.Null(Find(environment, of, out var told));
        Assert.Contains(fault, told, StringComparison.Ordinal);
    }

    private static SweepShard? Find(string environment, int? of, out string? fault)
    {
        var variables = environment.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(one => one.Split('='))
            .ToDictionary(one => one[0], one => one[1]);
        return SchedulerShard.Find(variables.GetValueOrDefault, of, out fault);
    }
}
