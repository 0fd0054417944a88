using System.Numerics;
using System.Runtime.InteropServices;
using NegotiationRules.Facts.Columns;

namespace NegotiationRules.Analysis.Sweeps;

/// <summary>Counts the outcomes of a batch, and what stands in the way of its stages.</summary>
/// <param name="plan">The sweep.</param>
/// <param name="tally">Where counts go.</param>
/// <param name="scenarios">How many scenarios the largest batch has.</param>
internal sealed class OutcomeCounter(SweepPlan plan, SweepTally tally, int scenarios)
{
    private static readonly StageOutcome[] OfStages =
        [StageOutcome.Undetermined, StageOutcome.Valid, StageOutcome.Invalid, StageOutcome.NotApplicable];

    private static readonly RuleOutcome[] OfRules =
        [RuleOutcome.Unknown, RuleOutcome.Satisfied, RuleOutcome.Violated, RuleOutcome.Pending, RuleOutcome.NotApplicable];

    private readonly ValueCounter _values = new(plan, tally, scenarios);
    private readonly ulong[] _plane = Plane(scenarios);
    private readonly ulong[] _good = Plane(scenarios);
    private readonly ulong[][] _valid = Planes(plan.Stages, scenarios);
    private readonly ulong[][] _applies = Planes(plan.Stages, scenarios);
    private readonly ulong[][] _once = Planes(plan.Stages, scenarios);
    private readonly ulong[][] _twice = Planes(plan.Stages, scenarios);
    private readonly ulong[][] _blocked = Planes(plan.Deciding.Length, scenarios);

    /// <summary>Counts.</summary>
    /// <param name="batch">Scenarios with their outcomes.</param>
    /// <param name="count">How many.</param>
    /// <param name="parameters">Which value each parameter has in all of them.</param>
    /// <param name="places">Which value each fact that varies has in each.</param>
    public void Count(ScenarioBatch batch, int count, int[] parameters, VariedPlaces[] places)
    {
        CountStages(batch, count);
        CountRules(batch, count);
        var good = Bits.Count(_good, count);
        (tally.Done, tally.Faulty) = (tally.Done + count, tally.Faulty + count - good);
        _values.Count(parameters, places, _good, good, _valid, count);
    }

    /// <summary>Takes into the tally what was counted beside it.</summary>
    public void End() => _values.End();

    private void CountStages(ScenarioBatch batch, int count)
    {
        FillGood(batch, count);
        for (var stage = 0; stage < plan.Stages; stage++)
        {
            foreach (var outcome in OfStages)
            {
                tally.OfStages[(stage * SweepTally.StageOutcomes) + (int)outcome] += batch.CountOfStage(stage, outcome);
            }

            batch.CopyStageBits(stage, StageOutcome.Valid, _valid[stage]);
            batch.CopyStageBits(stage, StageOutcome.NotApplicable, _plane);
            var applies = Vectors(_applies[stage]);
            var good = Vectors(_good);
            var outside = Vectors(_plane);
            for (var i = 0; i < applies.Length; i++)
            {
                applies[i] = Vector.AndNot(good[i], outside[i]);
            }

            _once[stage].AsSpan().Clear();
            _twice[stage].AsSpan().Clear();
        }
    }

    // What has an outcome of the first stage, whichever it is, has no fault.
    private void FillGood(ScenarioBatch batch, int count)
    {
        _good.AsSpan().Clear();
        _good.AsSpan(0, count >> 6).Fill(ulong.MaxValue);
        if ((count & 63) != 0)
        {
            _good[count >> 6] = ~(ulong.MaxValue << count);
        }

        if (batch.HasFaulty)
        {
            _good.AsSpan().Clear();
            foreach (var outcome in OfStages)
            {
                batch.CopyStageBits(0, outcome, _plane);
                for (var word = 0; word < Bits.Words(count); word++)
                {
                    _good[word] |= _plane[word];
                }
            }
        }
    }

    private void CountRules(ScenarioBatch batch, int count)
    {
        for (var rule = 0; rule < plan.Deciding.Length; rule++)
        {
            var outside = 0;
            foreach (var outcome in OfRules)
            {
                outside = batch.CountOf(rule, outcome);
                tally.OfRules[(rule * SweepTally.RuleOutcomes) + (int)outcome] += outside;
            }

            if (plan.Deciding[rule])
            {
                Note(batch, rule, hasOutside: outside > 0);
                tally.Blocked[rule] += Bits.Count(_blocked[rule], count);
            }
        }

        for (var rule = 0; rule < plan.Deciding.Length; rule++)
        {
            if (plan.Deciding[rule])
            {
                var alone = Vectors(_plane);
                var blocked = Vectors(_blocked[rule]);
                var twice = Vectors(_twice[plan.StageOfRule[rule]]);
                for (var i = 0; i < alone.Length; i++)
                {
                    alone[i] = Vector.AndNot(blocked[i], twice[i]);
                }

                tally.BlockedAlone[rule] += Bits.Count(_plane, count);
            }
        }
    }

    // What is not satisfied and applies stands in the way; of a stage once, and more than once.
    private void Note(ScenarioBatch batch, int rule, bool hasOutside)
    {
        var stage = plan.StageOfRule[rule];
        batch.CopyBits(rule, RuleOutcome.Satisfied, _blocked[rule]);
        var blocked = Vectors(_blocked[rule]);
        var applies = Vectors(_applies[stage]);
        var once = Vectors(_once[stage]);
        var twice = Vectors(_twice[stage]);
        for (var i = 0; i < blocked.Length; i++)
        {
            blocked[i] = Vector.AndNot(applies[i], blocked[i]);
        }

        if (hasOutside)
        {
            batch.CopyBits(rule, RuleOutcome.NotApplicable, _plane);
            var outside = Vectors(_plane);
            for (var i = 0; i < blocked.Length; i++)
            {
                blocked[i] = Vector.AndNot(blocked[i], outside[i]);
            }
        }

        for (var i = 0; i < blocked.Length; i++)
        {
            twice[i] |= once[i] & blocked[i];
            once[i] |= blocked[i];
        }
    }

    private static Span<Vector<ulong>> Vectors(ulong[] plane) => MemoryMarshal.Cast<ulong, Vector<ulong>>(plane.AsSpan());

    private static ulong[][] Planes(int count, int scenarios) =>
        [.. Enumerable.Range(0, count).Select(_ => Plane(scenarios))];

    // Whole vectors; what is beyond the last scenario is never counted.
    private static ulong[] Plane(int scenarios) =>
        new ulong[(Bits.Words(scenarios) + Vector<ulong>.Count - 1) / Vector<ulong>.Count * Vector<ulong>.Count];
}
