using NegotiationRules.Analysis.Sweeps;

namespace NegotiationRules;

/// <summary>What a sweep, or a part of one, found.</summary>
/// <remarks>Immutable and safe to share between threads. It needs its rules no more, and can be written down and read back.</remarks>
public sealed class SweepResult
{
    internal SweepResult(SweepHeader header, SweepShard shard, SweepTally tally)
    {
        (Header, Shard, Tally) = (header, shard, tally);
        Stages = [.. header.Stages.Select((_, i) => new SweptStage(this, i))];
        Rules = [.. header.RuleNames.Select((_, i) => new SweptRule(this, i))];
        Dimensions = [.. header.Dimensions.Select(one => new SweptDimension(one.Name, one.IsParameter, one.Values, one.Classes))];
    }

    internal SweepHeader Header { get; }

    internal SweepTally Tally { get; }

    /// <summary>The name of the rules.</summary>
    public string RuleSet => Header.Rules;

    /// <summary>Which part of the sweep it is.</summary>
    public SweepShard Shard { get; }

    /// <summary>How many scenarios the whole sweep has.</summary>
    public long Scenarios => Header.Scenarios;

    /// <summary>How many scenarios the part has.</summary>
    public long Planned => Shard.End(Scenarios) - Shard.Start(Scenarios);

    /// <summary>How many of these were gone through.</summary>
    public long Done => Tally.Done;

    /// <summary>Whether that was all of them.</summary>
    public bool IsWhole => Done == Planned;

    /// <summary>How many could not be evaluated, because a value grew beyond what can be represented. They are in no other
    /// figure.</summary>
    public long NotEvaluated => Tally.Faulty;

    /// <summary>Whether scenarios were drawn; otherwise each combination of values is one.</summary>
    public bool IsSampled => Header.Method is not null;

    /// <summary>How scenarios were drawn; <see langword="null"/> if each combination is one.</summary>
    public SamplingMethod? Method => Header.Method;

    /// <summary>From what they were drawn; 0 where none were.</summary>
    public int Seed => Header.Seed;

    /// <summary>What varied: parameters first.</summary>
    public IReadOnlyList<SweptDimension> Dimensions { get; }

    /// <summary>What became of each stage, in the order of the rules.</summary>
    public IReadOnlyList<SweptStage> Stages { get; }

    /// <summary>What became of each rule, in their order.</summary>
    public IReadOnlyList<SweptRule> Rules { get; }

    /// <summary>Reads back what <see cref="ToPartJson"/> wrote.</summary>
    /// <param name="json">The text.</param>
    /// <exception cref="FormatException">It is no part of a sweep.</exception>
    public static SweepResult Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        var (header, shard, tally) = SweepPartJson.Read(json);
        return new SweepResult(header, shard, tally);
    }

    /// <summary>Puts the parts of a sweep together.</summary>
    /// <param name="parts">All shards, in any order.</param>
    /// <exception cref="ArgumentException">One is missing, comes twice, was interrupted, or is of another sweep: the message says
    /// which.</exception>
    public static SweepResult Merge(IEnumerable<SweepResult> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var all = parts.Select(part => ($"shard {part.Shard}", part)).ToList();
        return SweepMerge.Of(all, out var faults) ?? throw new ArgumentException(string.Join(" ", faults.Select(fault => $"{fault}.")));
    }

    /// <summary>The part as JSON, to go on from it, or to put it together with others. The form may change from version to
    /// version.</summary>
    public string ToPartJson() => SweepPartJson.Write(Header, Shard, Tally);

    /// <summary>How many scenarios were gone through, and how often each stage is valid.</summary>
    public override string ToString() => $"{Done} of {Planned} scenarios; {string.Join("; ", Stages)}";

    internal SweptShare ShareOf(long count) => new(count, Done - NotEvaluated, IsSampled);
}
