using System.Numerics;
using NegotiationRules.Facts.Columns;

namespace NegotiationRules.Analysis.Sweeps;

/// <summary>Counts the outcomes of a batch: word by word, and what hangs on which value by the fewer of the scenarios that are valid and
/// those that are not.</summary>
/// <param name="plan">The sweep.</param>
/// <param name="tally">Where counts go.</param>
/// <param name="words">How many words of bits the largest batch has.</param>
internal sealed class OutcomeCounter(SweepPlan plan, SweepTally tally, int words)
{
    private static readonly StageOutcome[] OfStages =
        [StageOutcome.Undetermined, StageOutcome.Valid, StageOutcome.Invalid, StageOutcome.NotApplicable];

    private static readonly RuleOutcome[] OfRules =
        [RuleOutcome.Unknown, RuleOutcome.Satisfied, RuleOutcome.Violated, RuleOutcome.Pending, RuleOutcome.NotApplicable];

    private readonly ulong[] _plane = new ulong[words];
    private readonly ulong[] _good = new ulong[words];
    private readonly ulong[][] _valid = Planes(plan.Stages, words);
    private readonly ulong[][] _applies = Planes(plan.Stages, words);
    private readonly ulong[][] _once = Planes(plan.Stages, words);
    private readonly ulong[][] _twice = Planes(plan.Stages, words);
    private readonly ulong[][] _blocked = Planes(plan.Deciding.Length, words);
    private readonly long[][] _seen = [.. tally.Seen.Select(counts => new long[counts.Length])];

    /// <summary>Counts.</summary>
    /// <param name="batch">Scenarios with their outcomes.</param>
    /// <param name="count">How many.</param>
    /// <param name="parameters">Which value each parameter has in all of them.</param>
    /// <param name="places">Which value each fact that varies has in each.</param>
    /// <param name="only">The one value that a fact has in all of them; below 0 if nobody knows.</param>
    public void Count(ScenarioBatch batch, int count, int[] parameters, int[][] places, Func<int, int> only)
    {
        var used = Bits.Words(count);
        CountStages(batch, used);
        CountRules(batch, used);
        var good = (int)CountOf(_good, used);
        (tally.Done, tally.Faulty) = (tally.Done + count, tally.Faulty + count - good);
        for (var dimension = 0; dimension < plan.Dimensions.Count; dimension++)
        {
            var fact = dimension - plan.Parameters;
            var place = fact < 0 ? parameters[dimension] : only(fact);
            if (place >= 0)
            {
                CountAlike(dimension, plan.Classes[dimension][place], good, used);
            }
            else
            {
                CountEach(dimension, places[fact].AsSpan(0, count), good, used);
            }
        }
    }

    private void CountStages(ScenarioBatch batch, int used)
    {
        for (var stage = 0; stage < plan.Stages; stage++)
        {
            _applies[stage].AsSpan(0, used).Clear();
            foreach (var outcome in OfStages)
            {
                var plane = outcome == StageOutcome.Valid ? _valid[stage] : _plane;
                batch.CopyStageBits(stage, outcome, plane);
                tally.OfStages[(stage * SweepTally.StageOutcomes) + (int)outcome] += CountOf(plane, used);
                // What has an outcome of the first stage, whichever it is, has no fault; those that do not apply come last.
                if (outcome == StageOutcome.NotApplicable && stage == 0)
                {
                    Or(_applies[0], plane, _good, used);
                }
                else if (outcome != StageOutcome.NotApplicable)
                {
                    Or(_applies[stage], plane, _applies[stage], used);
                }
            }
        }
    }

    private void CountRules(ScenarioBatch batch, int used)
    {
        for (var stage = 0; stage < plan.Stages; stage++)
        {
            _once[stage].AsSpan(0, used).Clear();
            _twice[stage].AsSpan(0, used).Clear();
        }

        for (var rule = 0; rule < plan.Deciding.Length; rule++)
        {
            var (blocked, stage) = (_blocked[rule], plan.StageOfRule[rule]);
            blocked.AsSpan(0, used).Clear();
            foreach (var outcome in OfRules)
            {
                batch.CopyBits(rule, outcome, _plane);
                tally.OfRules[(rule * SweepTally.RuleOutcomes) + (int)outcome] += CountOf(_plane, used);
                if (plan.Deciding[rule] && outcome is RuleOutcome.Violated or RuleOutcome.Unknown or RuleOutcome.Pending)
                {
                    Or(blocked, _plane, blocked, used);
                }
            }

            if (plan.Deciding[rule])
            {
                tally.Blocked[rule] += Note(blocked, _applies[stage], _once[stage], _twice[stage], used);
            }
        }

        for (var rule = 0; rule < plan.Deciding.Length; rule++)
        {
            var (alone, stage) = (0L, plan.StageOfRule[rule]);
            for (var word = 0; word < used && plan.Deciding[rule]; word++)
            {
                alone += BitOperations.PopCount(_blocked[rule][word] & ~_twice[stage][word]);
            }

            tally.BlockedAlone[rule] += alone;
        }
    }

    // What stands in the way of a stage once, and what more than once.
    private static long Note(ulong[] blocked, ulong[] applies, ulong[] once, ulong[] twice, int used)
    {
        var count = 0L;
        for (var word = 0; word < used; word++)
        {
            var bits = blocked[word] &= applies[word];
            twice[word] |= once[word] & bits;
            once[word] |= bits;
            count += BitOperations.PopCount(bits);
        }

        return count;
    }

    private void CountAlike(int dimension, int @class, int good, int used)
    {
        var (seen, valid) = (tally.Seen[dimension], tally.Valid[dimension]);
        seen[@class] += good;
        for (var stage = 0; stage < plan.Stages; stage++)
        {
            valid[(stage * seen.Length) + @class] += CountOf(_valid[stage], used);
        }
    }

    private void CountEach(int dimension, ReadOnlySpan<int> places, int good, int used)
    {
        var (classes, all, seen) = (plan.Classes[dimension], tally.Seen[dimension], _seen[dimension]);
        Array.Clear(seen);
        foreach (var place in places)
        {
            seen[classes[place]]++;
        }

        if (good < places.Length)
        {
            AddTo(seen, _good, isInverse: true, places, classes, by: -1);
        }

        for (var i = 0; i < all.Length; i++)
        {
            all[i] += seen[i];
        }

        for (var stage = 0; stage < plan.Stages; stage++)
        {
            var valid = tally.Valid[dimension].AsSpan(stage * all.Length, all.Length);
            var isFew = CountOf(_valid[stage], used) * 2 <= good || good < places.Length;
            for (var i = 0; i < valid.Length && !isFew; i++)
            {
                valid[i] += seen[i];
            }

            AddTo(valid, _valid[stage], isInverse: !isFew, places, classes, by: isFew ? 1 : -1);
        }
    }

    // For each scenario whose bit is set, or is not.
    private static void AddTo(Span<long> counts, ulong[] bits, bool isInverse, ReadOnlySpan<int> places, int[] classes, int by)
    {
        var flip = isInverse ? ulong.MaxValue : 0;
        for (var word = 0; word << 6 < places.Length; word++)
        {
            var some = places[(word << 6)..Math.Min((word + 1) << 6, places.Length)];
            var left = (bits[word] ^ flip) & (some.Length == 64 ? ulong.MaxValue : (1ul << some.Length) - 1);
            for (; left != 0; left &= left - 1)
            {
                counts[classes[some[BitOperations.TrailingZeroCount(left)]]] += by;
            }
        }
    }

    private static void Or(ulong[] one, ulong[] other, ulong[] both, int used)
    {
        for (var word = 0; word < used; word++)
        {
            both[word] = one[word] | other[word];
        }
    }

    private static long CountOf(ulong[] plane, int used)
    {
        var count = 0L;
        foreach (var word in plane.AsSpan(0, used))
        {
            count += BitOperations.PopCount(word);
        }

        return count;
    }

    private static ulong[][] Planes(int count, int words) => [.. Enumerable.Range(0, count).Select(_ => new ulong[words])];
}
