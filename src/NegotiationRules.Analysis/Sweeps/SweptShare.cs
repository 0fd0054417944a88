using System.Globalization;

namespace NegotiationRules;

/// <summary>In how many scenarios of a sweep something is so.</summary>
/// <remarks>Immutable. Of a sample it has Wilson's interval at 95 %, which is that of scenarios drawn independently; where every
/// combination was evaluated it is exact, and has none.</remarks>
public readonly record struct SweptShare
{
    internal SweptShare(long count, long scenarios, bool isSampled) => (Count, Scenarios, IsSampled) = (count, scenarios, isSampled);

    /// <summary>In how many.</summary>
    public long Count { get; }

    /// <summary>Of how many.</summary>
    public long Scenarios { get; }

    /// <summary>Whether the scenarios were drawn, so that it says something of others too.</summary>
    public bool IsSampled { get; }

    /// <summary>In what part of them; 0 where there are none.</summary>
    public double Part => Scenarios == 0 ? 0 : (double)Count / Scenarios;

    /// <summary>Where the interval begins; <see langword="null"/> where there is none.</summary>
    public double? Low => IsSampled && Scenarios > 0 ? Estimate.Low : null;

    /// <summary>Where the interval ends; <see langword="null"/> where there is none.</summary>
    public double? High => IsSampled && Scenarios > 0 ? Estimate.High : null;

    internal EstimatedShare Estimate => new(Count, Scenarios);

    internal Proportion Proportion => new(Count, Math.Max(1, Scenarios));

    /// <summary>The count and the part in per cent, with the interval if there is one: <c>372 of 1,000 (37.20 %)</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Count:N0} of {Scenarios:N0} ({(Low is null ? $"{Proportion.Percent()} %" : Estimate.ToString())})");
}
