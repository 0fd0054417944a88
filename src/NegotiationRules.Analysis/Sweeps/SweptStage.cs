namespace NegotiationRules;

/// <summary>What became of a stage in a sweep, what stood in its way, and what it hangs on.</summary>
/// <remarks>Immutable and safe to share between threads.</remarks>
public sealed class SweptStage
{
    private readonly SweepResult _sweep;
    private readonly int _index;

    internal SweptStage(SweepResult sweep, int index) => (_sweep, _index) = (sweep, index);

    /// <summary>Its name.</summary>
    public string Name => _sweep.Header.Stages[_index];

    /// <summary>The rules that kept it from being valid at times, those that did so most often first.</summary>
    public IReadOnlyList<SweptRule> Blocking =>
    [
        .. _sweep.Rules.Where(rule => rule.Stage == Name && rule.Blocks.Count > 0)
            .OrderByDescending(rule => rule.Blocks.Count).ThenByDescending(rule => rule.BlocksAlone.Count),
    ];

    /// <summary>In how many scenarios it had an outcome.</summary>
    /// <param name="outcome">The outcome.</param>
    public SweptShare Of(StageOutcome outcome) =>
        _sweep.ShareOf(_sweep.Tally.OfStages[(_index * Analysis.Sweeps.SweepTally.StageOutcomes) + (int)outcome]);

    /// <summary>In how many of the scenarios with a value of a class it is valid.</summary>
    /// <param name="dimension">The place of the dimension, in <see cref="SweepResult.Dimensions"/>.</param>
    /// <param name="of">The place of the class, in <see cref="SweptDimension.Classes"/>.</param>
    public SweptShare ValidWith(int dimension, int of)
    {
        var classes = _sweep.Header.Dimensions[dimension].Classes.Count;
        ArgumentOutOfRangeException.ThrowIfNegative(of);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(of, classes);
        return new SweptShare(
            _sweep.Tally.Valid[dimension][(_index * classes) + of], _sweep.Tally.Seen[dimension][of], _sweep.IsSampled);
    }

    /// <summary>
    /// How much of whether it is valid hangs on a dimension alone, from 0 to 1: the variance of how often it is valid for each value, as a
    /// part of the whole variance (the first-order index of Sobol). <see langword="null"/> where it is always valid or never.
    /// </summary>
    /// <remarks>Where every combination was evaluated, it is exact. Of a sample it is estimated from classes of values: the correlation
    /// ratio with Kelley's correction for what differs by chance ("An Unbiased Correlation Ratio Measure", Proceedings of the National
    /// Academy of Sciences 21, 1935); what is below 0 is 0.</remarks>
    /// <param name="dimension">The place of the dimension.</param>
    public double? SensitivityTo(int dimension)
    {
        var seen = _sweep.Tally.Seen[dimension];
        var valid = _sweep.Tally.Valid[dimension].AsSpan(_index * seen.Length, seen.Length);
        return Analysis.Sweeps.Sensitivity.Of(seen, valid, _sweep.IsSampled);
    }

    /// <summary>The name, and how often the stage was valid.</summary>
    public override string ToString() => $"{Name}: valid in {Of(StageOutcome.Valid)}";
}
