using Microsoft.Extensions.Primitives;

namespace NegotiationRules.Extensions.Tests.Support;

/// <summary>Waits for what another thread will do; that it takes so long means that it never will.</summary>
internal static class Waiting
{
    private static readonly TimeSpan Never = TimeSpan.FromSeconds(60);

    public static async Task UntilAsync(Func<bool> isSo)
    {
        using var stop = new CancellationTokenSource(Never);
        while (!isSo())
        {
            await Task.Delay(10, stop.Token);
        }
    }

    /// <summary>Does something, and waits until other rules are in force.</summary>
    public static async Task UntilOthersAsync(this IRuleSets sets, string name, Action change)
    {
        var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var registration = sets.GetChangeToken(name).RegisterChangeCallback(_ => told.TrySetResult(), null);
        change();
        await told.Task.WaitAsync(Never);
    }

    /// <summary>How many years a talk has to last, as the rules in force have it.</summary>
    public static string LeastYears(this IRuleSets sets) => sets["talks"].Parameters.Single().Value;
}
