using System.Numerics;

namespace NegotiationRules;

/// <summary>How much the vote of one voter decides.</summary>
/// <remarks>Immutable and safe to share between threads.</remarks>
public sealed class VoterPower
{
    internal VoterPower(string name, string path, string kind, BigInteger swings, Proportion banzhaf, Proportion shapleyShubik) =>
        (Name, Path, Kind, Swings, Banzhaf, ShapleyShubik) = (name, path, kind, swings, banzhaf, shapleyShubik);

    /// <summary>What explanations call it: <c>France</c>.</summary>
    public string Name { get; }

    /// <summary>Its place in the scenario: <c>members[3]</c>.</summary>
    public string Path { get; }

    /// <summary>What it is called together with all whose votes decide as much: <c>permanent member</c>, or <c>Malta and Luxembourg</c>.
    /// Its own name if there is no other.</summary>
    public string Kind { get; }

    /// <summary>In how many ways of voting of the others it decides: with it for it the stage is valid, else it is not.</summary>
    public BigInteger Swings { get; }

    /// <summary>The normalized Banzhaf index: its part of the swings of all voters. Zero for all if no vote ever decides.</summary>
    public Proportion Banzhaf { get; }

    /// <summary>The Shapley–Shubik index: in how many of all orders in which the voters may come to be for it, one after the other, it is
    /// the one with which the stage becomes valid.</summary>
    public Proportion ShapleyShubik { get; }

    /// <summary>The name, and both indices in per cent.</summary>
    public override string ToString() =>
        $"{Name}: Banzhaf {Swings} swings, {Banzhaf.Percent()} %; Shapley–Shubik {ShapleyShubik.Percent()} %";
}
