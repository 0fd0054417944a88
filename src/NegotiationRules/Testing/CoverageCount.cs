using System.Globalization;

namespace NegotiationRules;

/// <summary>How much of something the tests have reached.</summary>
/// <param name="Reached">How many were reached.</param>
/// <param name="Reachable">How many there are to be reached.</param>
public readonly record struct CoverageCount(int Reached, int Reachable)
{
    /// <summary>The share that was reached, from 0 to 100; 100 if there is nothing to be reached.</summary>
    public double Percent => Reachable == 0 ? 100 : 100.0 * Reached / Reachable;

    /// <summary>The percentage without decimals, never rounded up to 100, and the two numbers.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(Percent):0} % ({Reached} of {Reachable})");
}
