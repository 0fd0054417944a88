using System.Numerics;
using NegotiationRules.Facts.Columns;

namespace NegotiationRules.Evaluation;

/// <content>Outcomes of all scenarios at once: where they are, and how many.</content>
internal sealed partial class BatchOutcomes
{
    /// <summary>The scenarios in which a rule has an outcome, a bit for each.</summary>
    /// <param name="rule">The rule, by its place in the rule set.</param>
    /// <param name="outcome">The outcome.</param>
    /// <param name="plane">Where they go; as many words as there are.</param>
    public void CopyPlane(int rule, RuleOutcome outcome, Span<ulong> plane)
    {
        for (var (start, words) = (0, _stretch >> 6); start < Words; start += words)
        {
            CopyPlane(rule, outcome, start, plane[start..Math.Min(start + words, Words)]);
        }

        LeaveOut(plane[..Words]);
    }

    /// <summary>In how many scenarios a rule has an outcome.</summary>
    public int CountOf(int rule, RuleOutcome outcome)
    {
        if (outcome == RuleOutcome.Violated)
        {
            return Count - (HasFaulty ? Bits.Count(_faulty, Count) : 0) - CountOf(rule, RuleOutcome.Satisfied)
                - CountOf(rule, RuleOutcome.Unknown) - CountOf(rule, RuleOutcome.Pending) - CountOf(rule, RuleOutcome.NotApplicable);
        }

        var (count, at) = (0, PlaneOf(outcome));
        for (var first = 0; first < Count; first += _stretch)
        {
            if (IsWritten(rule, at, first))
            {
                var plane = _ofRule[rule].AsSpan((at * _capacity) + (first >> 6));
                count += CountOf(plane, first >> 6, Math.Min(_stretch, Count - first));
            }
        }

        return count;
    }

    /// <summary>The scenarios in which a stage has an outcome, a bit for each.</summary>
    public void CopyStagePlane(int stage, StageOutcome outcome, Span<ulong> plane)
    {
        plane = plane[..Words];
        switch (outcome)
        {
            case var _ when plane.IsEmpty:
                break;
            case StageOutcome.Invalid:
                _invalid[stage].AsSpan(0, Words).CopyTo(plane);
                break;
            case StageOutcome.Undetermined:
                _undetermined[stage].AsSpan(0, Words).CopyTo(plane);
                break;
            case StageOutcome.NotApplicable when _outside[stage].Length == 0:
                plane.Clear();
                break;
            case StageOutcome.NotApplicable:
                _outside[stage].AsSpan(0, Words).CopyTo(plane);
                break;
            default:
                plane.Fill(ulong.MaxValue);
                foreach (var other in (ReadOnlySpan<ulong[]>)[_invalid[stage], _undetermined[stage], _outside[stage]])
                {
                    Except(plane, other.AsSpan(0, Math.Min(Words, other.Length)));
                }

                break;
        }

        LeaveOut(plane);
    }

    /// <summary>In how many scenarios a stage has an outcome.</summary>
    public int CountOfStage(int stage, StageOutcome outcome) => outcome switch
    {
        StageOutcome.Invalid => CountOf(_invalid[stage], 0, Count),
        StageOutcome.Undetermined => CountOf(_undetermined[stage], 0, Count),
        StageOutcome.NotApplicable => _outside[stage].Length == 0 ? 0 : CountOf(_outside[stage], 0, Count),
        _ => Count - (HasFaulty ? Bits.Count(_faulty, Count) : 0) - CountOfStage(stage, StageOutcome.Invalid)
            - CountOfStage(stage, StageOutcome.Undetermined) - CountOfStage(stage, StageOutcome.NotApplicable),
    };

    private static int PlaneOf(RuleOutcome outcome) => outcome switch
    {
        RuleOutcome.Satisfied => Satisfied,
        RuleOutcome.Unknown => Unknown,
        RuleOutcome.Pending => Pending,
        _ => NotApplicable,
    };

    // Some words of one stretch, with the scenarios that have faults.
    private void CopyPlane(int rule, RuleOutcome outcome, int start, Span<ulong> plane)
    {
        if (outcome == RuleOutcome.Violated)
        {
            plane.Fill(ulong.MaxValue);
            for (var other = 0; other < Planes; other++)
            {
                Except(plane, IsWritten(rule, other, start << 6) ? _ofRule[rule].AsSpan((other * _capacity) + start, plane.Length) : []);
            }
        }
        else if (PlaneOf(outcome) is var at && IsWritten(rule, at, start << 6))
        {
            _ofRule[rule].AsSpan((at * _capacity) + start, plane.Length).CopyTo(plane);
        }
        else
        {
            plane.Clear();
        }
    }

    private static void Except(Span<ulong> plane, ReadOnlySpan<ulong> other) =>
        VectorPlanes.Except(plane[..other.Length], other, plane[..other.Length], VectorWidths.Widest);

    // What does not exist, and what has faults.
    private void LeaveOut(Span<ulong> plane)
    {
        if (HasFaulty)
        {
            Except(plane, _faulty.AsSpan(0, plane.Length));
        }

        if ((Count & 63) != 0)
        {
            plane[^1] &= ~(ulong.MaxValue << Count);
        }
    }

    private int CountOf(ReadOnlySpan<ulong> plane, int start, int scenarios)
    {
        if (!HasFaulty)
        {
            return Bits.Count(plane, scenarios);
        }

        var count = 0;
        for (var word = 0; word < Bits.Words(scenarios); word++)
        {
            count += BitOperations.PopCount(plane[word] & Inside(start + word));
        }

        return count;
    }

    private bool IsWritten(int rule, int plane, int scenario) =>
        plane == Satisfied || (_written[(scenario / _stretch * _ofRule.Length) + rule] & (1 << plane)) != 0;
}
