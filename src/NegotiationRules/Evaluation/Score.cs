using System.Globalization;

namespace NegotiationRules;

/// <summary>How far the preferred rules are met: the weight of those that are satisfied among those that apply, from 0 to 1.</summary>
/// <remarks>While facts are unknown it is an interval: no way of settling them gives less than <see cref="Low"/> or more than
/// <see cref="High"/>.</remarks>
/// <param name="Low">The least it can be.</param>
/// <param name="High">The most it can be.</param>
public readonly record struct Score(double Low, double High)
{
    /// <summary>Whether the facts decide it.</summary>
    public bool IsDetermined => Low.Equals(High);

    /// <summary>The score with two decimals, or its bounds joined by a dash.</summary>
    public override string ToString() => IsDetermined
        ? Low.ToString("0.00", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{Low:0.00}–{High:0.00}");
}
