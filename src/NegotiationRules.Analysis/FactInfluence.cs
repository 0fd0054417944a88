namespace NegotiationRules;

/// <summary>How much a fact matters: how far what is valid goes up and down with its values.</summary>
/// <remarks>Immutable and safe to share between threads.</remarks>
public sealed class FactInfluence
{
    internal FactInfluence(string name, string path, (string Values, Proportion Valid) best, (string Values, Proportion Valid) worst)
    {
        (Name, Path) = (name, path);
        (BestValues, Best) = best;
        (WorstValues, Worst) = worst;
    }

    /// <summary>What explanations call it: <c>the vote of France</c>.</summary>
    public string Name { get; }

    /// <summary>Its path in the scenario: <c>members[3].vote</c>.</summary>
    public string Path { get; }

    /// <summary>The values with which the stage is valid most often: <c>yes or abstain</c>, <c>10 to 20</c>.</summary>
    public string BestValues { get; }

    /// <summary>In what part of the scenarios with these values it is.</summary>
    public Proportion Best { get; }

    /// <summary>The values with which it is valid least often.</summary>
    public string WorstValues { get; }

    /// <summary>In what part of the scenarios with these values it is.</summary>
    public Proportion Worst { get; }

    /// <summary>What lies between the two: zero if the fact does not matter.</summary>
    public Proportion Difference => new(
        (Best.Numerator * Worst.Denominator) - (Worst.Numerator * Best.Denominator), Best.Denominator * Worst.Denominator);

    /// <summary>The path, and both parts in per cent.</summary>
    public override string ToString() => $"{Path}: {BestValues} {Best.Percent()} %, {WorstValues} {Worst.Percent()} %";
}
