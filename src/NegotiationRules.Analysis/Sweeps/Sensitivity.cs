using System.Numerics;

namespace NegotiationRules.Analysis.Sweeps;

/// <summary>How much of whether something is so hangs on one dimension.</summary>
internal static class Sensitivity
{
    /// <param name="seen">How many scenarios there were of each class.</param>
    /// <param name="valid">In how many of them it is so.</param>
    /// <param name="isSampled">Whether what differs by chance is taken off.</param>
    public static double? Of(ReadOnlySpan<long> seen, ReadOnlySpan<long> valid, bool isSampled)
    {
        var (scenarios, all, classes, between) = (0L, 0L, 0, 0.0);
        for (var i = 0; i < seen.Length; i++)
        {
            (scenarios, all, classes) = (scenarios + seen[i], all + valid[i], classes + (seen[i] > 0 ? 1 : 0));
        }

        if (all == 0 || all == scenarios)
        {
            return null;
        }

        // The deviation of each class from the mean, as a whole number: nothing is lost where they are next to the same.
        for (var i = 0; i < seen.Length; i++)
        {
            var deviation = (double)(((BigInteger)valid[i] * scenarios) - ((BigInteger)all * seen[i])) / scenarios;
            between += seen[i] == 0 ? 0 : deviation * deviation / seen[i];
        }

        var total = (double)all * (scenarios - all) / scenarios;
        var ratio = between / total;
        return !isSampled ? Math.Min(1, ratio)
            : scenarios <= classes ? null
            : Math.Max(0, 1 - ((1 - ratio) * (scenarios - 1) / (scenarios - classes)));
    }
}
