using NegotiationRules.Analysis.Sweeps;

namespace NegotiationRules;

/// <summary>Evaluates rules in very many scenarios that differ in a few facts and parameters, and tells how often each stage and rule has
/// which outcome, what stands in the way, and what matters.</summary>
/// <remarks>
/// <para>Either every combination of values is evaluated once, and all figures are exact, or a sample is drawn, and all have intervals.
/// Which scenario stands in which place hangs on the options alone: figures are the same on every machine, for any number of threads, and
/// whether they come from one run, from one that was interrupted, or from shards put together.</para>
/// <para>Immutable and safe to use from several threads, each for a run of its own. Making one checks all that was given.</para>
/// </remarks>
/// <example>
/// <code>
/// var sweep = new Sweep(rules, new SweepOptions
/// {
///     Given = scenario,
///     Dimensions =
///     [
///         SweepDimension.OfParameter("leastTermYears", SweepDimension.Numbers(5, 20)),
///         SweepDimension.OfFact("talks.start", SweepDimension.Days(new(2022, 1, 1), new(2022, 3, 31))),
///     ],
/// });
/// var talks = sweep.Run().Stages[0];
/// Console.WriteLine(talks.Of(StageOutcome.Valid));
/// </code>
/// </example>
public sealed class Sweep
{
    private readonly SweepPlan _plan;
    private readonly SweepHeader _header;

    /// <summary>A sweep of these rules.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="options">What is given, and what varies.</param>
    /// <exception cref="ArgumentException">Nothing varies, or not so: the message says what.</exception>
    /// <exception cref="ScenarioException">What is given, or a value of a fact, is not of the vocabulary.</exception>
    /// <exception cref="RuleFileException">There is no such parameter, or its first or its last value does not fit where it is
    /// used.</exception>
    public Sweep(RuleSet rules, SweepOptions options)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(options);
        (Rules, Options) = (rules, options);
        _plan = new SweepPlan(rules, options);

        // What cannot be is said now, and not when somebody has waited for it.
        _plan.Rules.Of(0);
        _plan.Rules.Of(_plan.Rules.Count - 1);
        _header = SweepHeader.Of(rules, options, _plan);
    }

    /// <summary>The rules.</summary>
    public RuleSet Rules { get; }

    /// <summary>What is given, and what varies.</summary>
    public SweepOptions Options { get; }

    /// <summary>How many scenarios there are.</summary>
    public long Scenarios => _plan.Scenarios;

    /// <summary>Evaluates them.</summary>
    /// <param name="threads">How many threads work at it; one for each processor if left out. The figures do not depend on it.</param>
    /// <param name="shard">Which part of the scenarios; all if left out.</param>
    /// <param name="begun">What an earlier run of the same shard left when it was interrupted, to go on from there.</param>
    /// <param name="progress">Is told what is there by now, some times a second, by the thread that called.</param>
    /// <param name="cancellation">Ends the run; what was done by then is answered (<see cref="SweepResult.IsWhole"/>).</param>
    /// <exception cref="ArgumentException">What was begun is of other rules, of other options, of another shard or of another version; the
    /// message says which.</exception>
    /// <exception cref="RuleFileException">The value of a parameter does not fit where it is used.</exception>
    public SweepResult Run(
        int? threads = null, SweepShard? shard = null, SweepResult? begun = null, Action<SweepResult>? progress = null,
        CancellationToken cancellation = default)
    {
        if (threads is { } given)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(given, 1, nameof(threads));
        }

        shard ??= SweepShard.Whole;
        if (begun is not null && WhyNotFrom(begun, shard) is { } why)
        {
            throw new ArgumentException($"What was begun cannot be gone on with: {why}.", nameof(begun));
        }

        var tally = begun?.Tally.Copy() ?? _plan.NewTally();
        new SweepRunner(_plan, threads ?? Environment.ProcessorCount).Run(
            tally, shard.Start(Scenarios), shard.End(Scenarios),
            progress is null ? null : () => progress(new SweepResult(_header, shard, tally.Copy())), cancellation);
        return new SweepResult(_header, shard, tally);
    }

    /// <summary>Why a run cannot go on from what an earlier one left, in a few words; <see langword="null"/> if it can.</summary>
    internal string? WhyNotFrom(SweepResult begun, SweepShard shard) =>
        _header.DifferenceOf(begun.Header) is { } difference ? difference
        : begun.Shard != shard ? $"it is of shard {begun.Shard}, and not {shard}"
        : null;
}
