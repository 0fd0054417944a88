using System.Numerics;
using System.Runtime.Intrinsics;
using NegotiationRules.Facts.Columns;

namespace NegotiationRules.Analysis.Sweeps;

/// <summary>Counts how often each value of what varies comes, and how often each stage is valid with it.</summary>
/// <remarks>What all scenarios share takes no more than adding up, and of two values bits tell it. All others are counted together,
/// scenario by scenario.</remarks>
internal sealed class ValueCounter
{
    private readonly SweepPlan _plan;
    private readonly SweepTally _tally;
    private readonly List<JointCounts> _joint;

    // Of each scenario, which of some stages are valid.
    private readonly int[] _stages;

    public ValueCounter(SweepPlan plan, SweepTally tally, int scenarios)
    {
        (_plan, _tally, _stages) = (plan, tally, new int[Bits.Words(scenarios) * 64]);
        _joint = [.. JointCounts.Of(plan).OrderBy(counts => counts.FirstStage)];
    }

    /// <summary>Counts.</summary>
    /// <param name="parameters">Which value each parameter has in all scenarios.</param>
    /// <param name="places">Which value each fact that varies has in each.</param>
    /// <param name="good">Which scenarios have outcomes, a bit for each.</param>
    /// <param name="goods">How many these are.</param>
    /// <param name="valid">By stage, where it is valid.</param>
    /// <param name="count">How many scenarios there are.</param>
    public void Count(int[] parameters, VariedPlaces[] places, ulong[] good, int goods, ulong[][] valid, int count)
    {
        for (var dimension = 0; dimension < parameters.Length; dimension++)
        {
            CountAlike(dimension, parameters[dimension], goods, valid, count);
        }

        for (var fact = 0; fact < places.Length; fact++)
        {
            if (places[fact].AreBits)
            {
                CountBits(_plan.Parameters + fact, places[fact].Bits, good, goods, valid, count);
            }
            else if (places[fact].Only is >= 0 and var only && !_joint.Exists(counts => counts.Counts(fact, places)))
            {
                CountAlike(_plan.Parameters + fact, only, goods, valid, count);
            }
            else if (JointCounts.VariesInRuns(_plan, fact))
            {
                CountRuns(_plan.Parameters + fact, places[fact].Each(), good, valid);
            }
        }

        var written = (First: -1, End: -1);
        foreach (var counts in _joint.Where(counts => counts.Counts(places)))
        {
            if (written != (counts.FirstStage, counts.EndStage))
            {
                WriteStages(valid, counts.FirstStage, counts.EndStage, count);
                written = (counts.FirstStage, counts.EndStage);
            }

            counts.Count(places, _stages, goods < count ? good : [], count);
        }
    }

    /// <summary>Adds up what was counted together, and begins anew.</summary>
    public void End()
    {
        foreach (var counts in _joint)
        {
            counts.MoveTo(_tally);
        }
    }

    private void CountAlike(int dimension, int place, int goods, ulong[][] valid, int count)
    {
        var (classes, of) = (_tally.Seen[dimension].Length, _plan.Classes[dimension][place]);
        _tally.Seen[dimension][of] += goods;
        for (var stage = 0; stage < valid.Length; stage++)
        {
            _tally.Valid[dimension][(stage * classes) + of] += Bits.Count(valid[stage], count);
        }
    }

    private void CountBits(int dimension, ReadOnlySpan<ulong> bits, ulong[] good, int goods, ulong[][] valid, int count)
    {
        var (seen, classes) = (_tally.Seen[dimension], _tally.Seen[dimension].Length);
        var second = CountOf(bits, good);
        (seen[0], seen[1]) = (seen[0] + goods - second, seen[1] + second);
        for (var stage = 0; stage < valid.Length; stage++)
        {
            var with = CountOf(bits, valid[stage]);
            _tally.Valid[dimension][stage * classes] += Bits.Count(valid[stage], count) - with;
            _tally.Valid[dimension][(stage * classes) + 1] += with;
        }
    }

    private void CountRuns(int dimension, ReadOnlySpan<int> places, ulong[] good, ulong[][] valid)
    {
        var (seen, classes) = (_tally.Seen[dimension], _plan.Classes[dimension]);
        for (var at = 0; at < places.Length;)
        {
            var (of, run) = (classes[places[at]], places[at..].IndexOfAnyExcept(places[at]));
            var end = run < 0 ? places.Length : at + run;
            seen[of] += CountOf(good, at, end);
            for (var stage = 0; stage < valid.Length; stage++)
            {
                _tally.Valid[dimension][(stage * seen.Length) + of] += CountOf(valid[stage], at, end);
            }

            at = end;
        }
    }

    private static int CountOf(ReadOnlySpan<ulong> one, ulong[] other)
    {
        var count = 0;
        for (var word = 0; word < one.Length; word++)
        {
            count += BitOperations.PopCount(one[word] & other[word]);
        }

        return count;
    }

    // How many bits are set from one to before another.
    private static int CountOf(ulong[] bits, int from, int end)
    {
        var words = bits.AsSpan(from >> 6);
        return Bits.Count(words, end - (from & ~63)) - Bits.Count(words, from & 63);
    }

    private void WriteStages(ulong[][] valid, int first, int end, int count)
    {
        var eight = Vector256.Create(1, 2, 4, 8, 16, 32, 64, 128);
        for (var at = 0; at < count; at += 8)
        {
            var stages = Vector256<int>.Zero;
            for (var stage = first; stage < end; stage++)
            {
                var bits = Vector256.Create((int)(byte)(valid[stage][at >> 6] >> at)) & eight;
                stages |= Vector256.Equals(bits, eight) & Vector256.Create(1 << (stage - first));
            }

            stages.CopyTo(_stages, at);
        }
    }
}
