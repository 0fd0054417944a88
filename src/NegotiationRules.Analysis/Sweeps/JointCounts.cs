using System.Numerics;
using System.Runtime.InteropServices;
using NegotiationRules.Facts.Columns;

namespace NegotiationRules.Analysis.Sweeps;

/// <summary>Counts of scenarios by the values of some facts together, and by which of some stages are valid: so each scenario is counted
/// once, however many facts and stages there are. What is wanted of each comes of adding counts up in the end.</summary>
internal sealed class JointCounts
{
    private const int MostStages = 4;

    // What is counted stays near the processor.
    private const int MostCounts = 32_768;
    private const int AtOnce = 512;
    private const int GoodRun = 64;

    private readonly SweepPlan _plan;
    private readonly int[] _facts;
    private readonly int[] _strides;
    private readonly int[] _counts;

    private JointCounts(SweepPlan plan, int[] facts, int firstStage, int endStage)
    {
        (_plan, _facts, FirstStage, EndStage) = (plan, facts, firstStage, endStage);
        _strides = new int[facts.Length];
        var counts = 1 << Stages;
        for (var i = facts.Length - 1; i >= 0; i--)
        {
            _strides[i] = counts;
            counts *= ValuesOf(plan, facts[i]);
        }

        _counts = new int[counts];
    }

    /// <summary>The first of the stages.</summary>
    public int FirstStage { get; }

    /// <summary>Behind the last of them.</summary>
    public int EndStage { get; }

    /// <summary>How many there are.</summary>
    public int Stages => EndStage - FirstStage;

    /// <summary>All facts with more than two values, as many together as fit; but for those that have each for many scenarios in a
    /// row.</summary>
    public static IEnumerable<JointCounts> Of(SweepPlan plan)
    {
        var facts = Enumerable.Range(0, plan.Dimensions.Count - plan.Parameters)
            .Where(fact => ValuesOf(plan, fact) > 2 && !VariesInRuns(plan, fact)).ToList();
        for (var first = 0; first < facts.Count;)
        {
            var (end, values) = (first + 1, ValuesOf(plan, facts[first]));
            var stages = Math.Clamp(BitOperations.Log2((uint)Math.Max(1, MostCounts / values)), 1, Math.Min(MostStages, plan.Stages));
            for (; end < facts.Count && (long)values * ValuesOf(plan, facts[end]) << stages <= MostCounts; end++)
            {
                values *= ValuesOf(plan, facts[end]);
            }

            for (var stage = 0; stage < plan.Stages; stage += stages)
            {
                yield return new JointCounts(plan, [.. facts[first..end]], stage, Math.Min(stage + stages, plan.Stages));
            }

            first = end;
        }
    }

    /// <summary>Whether a fact has each value for many scenarios in a row.</summary>
    public static bool VariesInRuns(SweepPlan plan, int fact) => plan.Grid?.StrideOf(plan.Parameters + fact + 1) >= GoodRun;

    /// <summary>Whether scenarios have to be looked at one by one, because their facts differ.</summary>
    public bool Counts(VariedPlaces[] places) => Array.Exists(_facts, fact => places[fact].Only < 0);

    /// <summary>The same, with a fact among them.</summary>
    public bool Counts(int fact, VariedPlaces[] places) => Array.IndexOf(_facts, fact) >= 0 && Counts(places);

    /// <summary>Counts.</summary>
    /// <param name="places">Which value each fact that varies has in each scenario.</param>
    /// <param name="stages">Which of the stages are valid in each, a bit for each.</param>
    /// <param name="good">Which scenarios have outcomes; empty if all have.</param>
    /// <param name="count">How many scenarios there are.</param>
    public void Count(VariedPlaces[] places, int[] stages, ReadOnlySpan<ulong> good, int count)
    {
        Span<int> keys = stackalloc int[AtOnce];
        for (var at = 0; at < count; at += AtOnce)
        {
            var some = keys[..Math.Min(AtOnce, count - at)];
            stages.AsSpan(at, some.Length).CopyTo(some);
            for (var i = 0; i < _facts.Length; i++)
            {
                AddTo(some, places[_facts[i]], at, _strides[i]);
            }

            foreach (var key in some)
            {
                _counts[key]++;
            }

            // A scenario that has no outcomes was counted as one without a valid stage.
            for (var i = 0; i < some.Length && !good.IsEmpty; i++)
            {
                _counts[some[i]] -= Bits.Get(good, at + i) ? 0 : 1;
            }
        }
    }

    /// <summary>Adds the counts of each fact to a tally, and begins anew.</summary>
    public void MoveTo(SweepTally tally)
    {
        for (var i = 0; i < _facts.Length; i++)
        {
            var (values, stride, dimension) = (ValuesOf(_plan, _facts[i]), _strides[i], _plan.Parameters + _facts[i]);
            var sums = new int[values * stride];
            for (var start = 0; start < _counts.Length; start += sums.Length)
            {
                Add(_counts.AsSpan(start, sums.Length), sums);
            }

            for (var place = 0; place < values; place++)
            {
                Add(sums.AsSpan(place * stride, stride), dimension, _plan.Classes[dimension][place], tally);
            }
        }

        Array.Clear(_counts);
    }

    private static int ValuesOf(SweepPlan plan, int fact) => plan.Dimensions[plan.Parameters + fact].Values.Count;

    private static void AddTo(Span<int> keys, VariedPlaces places, int at, int stride)
    {
        var same = new Vector<int>(Math.Max(places.Only, 0) * stride);
        var each = places.Only >= 0 ? [] : places.Each().Slice(at, keys.Length);
        var vectors = MemoryMarshal.Cast<int, Vector<int>>(each);
        var sums = MemoryMarshal.Cast<int, Vector<int>>(keys);
        for (var i = 0; i < sums.Length; i++)
        {
            sums[i] += vectors.IsEmpty ? same : vectors[i] * stride;
        }

        for (var i = sums.Length * Vector<int>.Count; i < keys.Length; i++)
        {
            keys[i] += (places.Only >= 0 ? places.Only : each[i]) * stride;
        }
    }

    private static void Add(ReadOnlySpan<int> counts, Span<int> sums)
    {
        var vectors = MemoryMarshal.Cast<int, Vector<int>>(counts);
        var to = MemoryMarshal.Cast<int, Vector<int>>(sums);
        for (var i = 0; i < to.Length; i++)
        {
            to[i] += vectors[i];
        }

        for (var i = to.Length * Vector<int>.Count; i < sums.Length; i++)
        {
            sums[i] += counts[i];
        }
    }

    private void Add(ReadOnlySpan<int> counts, int dimension, int of, SweepTally tally)
    {
        Span<int> byStages = stackalloc int[1 << MostStages];
        byStages.Clear();
        var mask = (1 << Stages) - 1;
        for (var i = 0; i < counts.Length; i++)
        {
            byStages[i & mask] += counts[i];
        }

        var (classes, valid) = (tally.Seen[dimension].Length, tally.Valid[dimension]);
        for (var which = 0; which <= mask; which++)
        {
            tally.Seen[dimension][of] += FirstStage == 0 ? byStages[which] : 0;
            for (var stage = 0; stage < Stages; stage++)
            {
                valid[((FirstStage + stage) * classes) + of] += (which >> stage & 1) != 0 ? byStages[which] : 0;
            }
        }
    }
}
