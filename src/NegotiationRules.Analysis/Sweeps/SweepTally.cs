namespace NegotiationRules.Analysis.Sweeps;

/// <summary>What was counted of some scenarios of a sweep: whole numbers alone, so that it does not matter who counted what, and in which
/// order it is added up.</summary>
internal sealed class SweepTally
{
    /// <summary>How many outcomes a stage may have.</summary>
    public const int StageOutcomes = 4;

    /// <summary>How many outcomes a rule may have.</summary>
    public const int RuleOutcomes = 5;

    /// <param name="stages">How many stages.</param>
    /// <param name="rules">How many rules.</param>
    /// <param name="classes">How many classes the values of each dimension are put in.</param>
    public SweepTally(int stages, int rules, int[] classes)
    {
        (OfStages, OfRules) = (new long[stages * StageOutcomes], new long[rules * RuleOutcomes]);
        (Blocked, BlockedAlone) = (new long[rules], new long[rules]);
        Seen = [.. classes.Select(count => new long[count])];
        Valid = [.. classes.Select(count => new long[stages * count])];
    }

    /// <summary>How many scenarios there were.</summary>
    public long Done { get; set; }

    /// <summary>How many could not be evaluated, because a value grew beyond what can be represented.</summary>
    public long Faulty { get; set; }

    /// <summary>For each stage, how often it had each outcome.</summary>
    public long[] OfStages { get; }

    /// <summary>For each rule, how often it had each outcome.</summary>
    public long[] OfRules { get; }

    /// <summary>How often each rule kept its stage from being valid.</summary>
    public long[] Blocked { get; }

    /// <summary>How often it alone did.</summary>
    public long[] BlockedAlone { get; }

    /// <summary>For each dimension, how often a value of each class came, in scenarios that could be evaluated.</summary>
    public long[][] Seen { get; }

    /// <summary>For each dimension, stage after stage, how often it was valid with a value of each class.</summary>
    public long[][] Valid { get; }

    /// <summary>All counts, in one order.</summary>
    public IEnumerable<(string Name, long[] Counts)> Parts =>
    [
        ("stages", OfStages), ("rules", OfRules), ("blocked", Blocked), ("blockedAlone", BlockedAlone),
        .. Seen.Select((counts, i) => ($"seen{i}", counts)), .. Valid.Select((counts, i) => ($"valid{i}", counts)),
    ];

    public SweepTally Copy()
    {
        var copy = new SweepTally(OfStages.Length / StageOutcomes, Blocked.Length, [.. Seen.Select(counts => counts.Length)]);
        copy.Add(this);
        return copy;
    }

    public void Clear()
    {
        (Done, Faulty) = (0, 0);
        foreach (var (_, counts) in Parts)
        {
            Array.Clear(counts);
        }
    }

    public void Add(SweepTally other)
    {
        (Done, Faulty) = (Done + other.Done, Faulty + other.Faulty);
        foreach (var (mine, others) in Parts.Zip(other.Parts))
        {
            for (var i = 0; i < mine.Counts.Length; i++)
            {
                mine.Counts[i] += others.Counts[i];
            }
        }
    }
}
