using System.Globalization;
using Xunit.Abstractions;

namespace NegotiationRules.Tests.Support;

/// <summary>What random tests start from: another number each time, unless <c>SEED</c> says which.</summary>
internal static class Seed
{
    /// <summary>A seed, which is printed, so that what failed can be run again.</summary>
    public static int Of(ITestOutputHelper output)
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("SEED"), CultureInfo.InvariantCulture, out var given)
            ? given
            : Random.Shared.Next();
        output.WriteLine($"SEED={seed.ToString(CultureInfo.InvariantCulture)}");
        return seed;
    }
}
