using System.Globalization;

namespace NegotiationRules;

/// <summary>What part of all scenarios something is so in, estimated from some that were drawn at random: never an exact count.</summary>
/// <remarks>Immutable. The interval is Wilson's at 95 %: of a hundred such intervals, the true part lies in about 95.</remarks>
public readonly record struct EstimatedShare
{
    // So many standard deviations from the middle leave 2.5 % out at either end.
    private const double Deviations = 1.959963984540054;

    internal EstimatedShare(long drawn, long samples) => (Drawn, Samples) = (drawn, samples);

    /// <summary>In how many of the scenarios that were drawn it is so.</summary>
    public long Drawn { get; }

    /// <summary>How many scenarios were drawn.</summary>
    public long Samples { get; }

    /// <summary>The part of those that were drawn: what is likeliest of all.</summary>
    public double Value => (double)Drawn / Samples;

    /// <summary>Where the interval begins.</summary>
    public double Low => Drawn == 0 ? 0 : Middle - Half;

    /// <summary>Where it ends.</summary>
    public double High => Drawn == Samples ? 1 : Middle + Half;

    /// <summary>The part in per cent, said to be about so: <c>about 37.20 %</c>. Of what was drawn never, or always, nothing more is
    /// said.</summary>
    internal string About => Drawn == 0 ? "none drawn" : Drawn == Samples ? "all drawn"
        : $"about {Percent(Math.Round(Value * 10_000, MidpointRounding.AwayFromZero))}";

    /// <summary>Where the interval begins in per cent, never rounded up.</summary>
    internal string From => Percent(Math.Floor(Low * 10_000));

    /// <summary>Where it ends in per cent, never rounded down.</summary>
    internal string To => Percent(Math.Ceiling(High * 10_000));

    private static double Square => Deviations * Deviations;

    private double Middle => (Value + (Square / (2.0 * Samples))) / (1 + (Square / Samples));

    private double Half => Deviations / (1 + (Square / Samples))
        * Math.Sqrt((Value * (1 - Value) / Samples) + (Square / (4.0 * Samples * Samples)));

    /// <summary>The part and the interval in per cent: "about 37.20 %, between 36.25 % and 38.16 %".</summary>
    public override string ToString() => $"{About}, between {From} and {To}";

    private static string Percent(double steps) => (steps / 100).ToString("0.00", CultureInfo.InvariantCulture) + " %";
}
