using System.Numerics;
using NegotiationRules.Facts.Columns;
using NegotiationRules.Programs;

namespace NegotiationRules.Evaluation;

/// <summary>What became of the rules, read from the bits of their lanes.</summary>
internal sealed class LaneOutcomes(LaneState state)
{
    private readonly LaneRule[] _rules = state.Program.Rules;
    private readonly ulong[][] _words = state.Words;
    private byte[] _outcomeOfLane = [];

    /// <summary>What became of a rule.</summary>
    public RuleOutcome OutcomeOf(int rule) => Read(LaneMemory.At(_rules, rule), _words[0], state.PossibleAt);

    private static RuleOutcome Read(in LaneRule at, ulong[] words, int half)
    {
        var first = LaneMemory.At(words, at.Word) >> at.Lane & 1;
        if (at.Apart == 0)
        {
            // Certain: satisfied. Not possible: violated. Otherwise unknown.
            var possible = LaneMemory.At(words, at.Word + half) >> at.Lane & 1;
            return (RuleOutcome)(((int)RuleOutcome.Satisfied * (int)first) + ((int)RuleOutcome.Violated * (1 - (int)possible)));
        }

        return first != 0 ? RuleOutcome.Satisfied
            : Bits.Get(words.AsSpan(at.Word + at.Apart, 1), at.Lane) ? RuleOutcome.Violated
            : Bits.Get(words.AsSpan(at.Word + (2 * at.Apart), 1), at.Lane) ? RuleOutcome.Pending
            : Bits.Get(words.AsSpan(at.Word + (3 * at.Apart), 1), at.Lane) ? RuleOutcome.NotApplicable
            : RuleOutcome.Unknown;
    }

    /// <summary>Copies what became of all rules, in their order.</summary>
    public void CopyOutcomes(Span<RuleOutcome> outcomes)
    {
        var rules = _rules;
        outcomes = outcomes[..rules.Length];
        if (rules.Length < 64)
        {
            for (var i = 0; i < outcomes.Length; i++)
            {
                outcomes[i] = OutcomeOf(i);
            }

            return;
        }

        var lanes = OutcomesOfLanes();
        for (var i = 0; i < outcomes.Length; i++)
        {
            outcomes[i] = (RuleOutcome)LaneMemory.At(lanes, rules[i].Outcome);
        }
    }

    // Lane by lane first, for equal rules share one, and eight lanes at a time.
    private byte[] OutcomesOfLanes()
    {
        if (_outcomeOfLane.Length == 0)
        {
            _outcomeOfLane = new byte[state.Program.Outcomes + 64];
        }

        foreach (ref readonly var group in state.Program.Groups.AsSpan())
        {
            for (var lane = 0; lane < group.Lanes; lane += 8)
            {
                var outcomes = EightOutcomes(group, lane);
                BitConverter.TryWriteBytes(_outcomeOfLane.AsSpan(group.FirstOutcome + lane, 8), outcomes);
            }
        }

        return _outcomeOfLane;
    }

    private ulong EightOutcomes(in LaneGroup group, int lane)
    {
        var word = group.Slot + (lane >> 6);
        // A group of one lane may be any bit of its word.
        lane += group.Shift;
        var satisfied = Bytes(_words[0][word] >> lane);
        var words = group.Words;
        if (group.IsPlain)
        {
            return ((ulong)RuleOutcome.Satisfied * satisfied)
                + ((ulong)RuleOutcome.Violated * (Ones ^ Bytes(_words[0][word + state.PossibleAt] >> lane)));
        }

        // At most one of them is set; of none, the rule is unknown.
        return ((ulong)RuleOutcome.Satisfied * satisfied)
            + ((ulong)RuleOutcome.Violated * Plane(1))
            + ((ulong)RuleOutcome.Pending * Plane(2))
            + ((ulong)RuleOutcome.NotApplicable * Plane(3));

        ulong Plane(int plane) => Bytes(_words[0][word + (plane * words)] >> lane);
    }

    private const ulong Ones = 0x0101010101010101;

    // The lowest eight bits, a byte each.
    private static ulong Bytes(ulong bits) => (((bits & 0xFF) * Ones & 0x8040201008040201) + 0x7F7F7F7F7F7F7F7F) >> 7 & Ones;

    /// <summary>Copies a bit for each rule, in their order: whether it is satisfied.</summary>
    public void CopySatisfied(Span<ulong> satisfied)
    {
        var (rules, words) = (_rules, _words[0]);
        for (var start = 0; start < rules.Length; start += 64)
        {
            ulong bits = 0;
            var end = Math.Min(rules.Length, start + 64);
            for (var i = start; i < end; i++)
            {
                ref readonly var at = ref LaneMemory.At(rules, i);
                bits |= (LaneMemory.At(words, at.Word) >> at.Lane & 1) << i;
            }

            satisfied[start >> 6] = bits;
        }
    }

    /// <summary>What became of a stage.</summary>
    public StageOutcome OutcomeOfStage(int stage)
    {
        if (state.Program.Stages[stage] is { } applies && Read(applies, _words[0], state.PossibleAt) == RuleOutcome.Violated)
        {
            return StageOutcome.NotApplicable;
        }

        var isOpen = false;
        foreach (ref readonly var required in state.Program.Required.AsSpan())
        {
            ref readonly var group = ref state.Program.Groups[required.Group];
            for (var word = 0; required.Stage == stage && word < group.Words; word++)
            {
                var mask = state.Masks[required.Masks + word];
                var violated = ViolatedOf(group, word);
                if ((violated & mask) != 0)
                {
                    return StageOutcome.Invalid;
                }

                isOpen |= (OpenOf(group, word) & ~violated & mask) != 0;
            }
        }

        return isOpen ? StageOutcome.Undetermined : StageOutcome.Valid;
    }

    private ulong ViolatedOf(in LaneGroup group, int word) =>
        group.IsPlain ? ~_words[0][group.Slot + word + state.PossibleAt] : _words[0][group.Slot + group.Words + word];

    // Neither satisfied nor not applicable.
    private ulong OpenOf(in LaneGroup group, int word) =>
        ~(_words[0][group.Slot + word] | (group.IsPlain ? 0 : _words[0][group.Slot + (3 * group.Words) + word]));
}
