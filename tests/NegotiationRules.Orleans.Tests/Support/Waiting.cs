using System.Diagnostics;

namespace NegotiationRules.Orleans.Tests.Support;

/// <summary>Waits for what happens elsewhere.</summary>
internal static class Waiting
{
    public static async Task UntilAsync(Func<bool> isSo, string what, int seconds = 60)
    {
        for (var watch = Stopwatch.StartNew(); !isSo(); await Task.Delay(10))
        {
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(seconds), $"It did not come about within {seconds} seconds that {what}.");
        }
    }
}
