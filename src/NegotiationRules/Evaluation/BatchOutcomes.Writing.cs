using NegotiationRules.Facts.Columns;
using NegotiationRules.Programs;

namespace NegotiationRules.Evaluation;

/// <content>How outcomes come out of truths.</content>
internal sealed partial class BatchOutcomes
{
    private readonly Program _program;
    private readonly bool[] _alwaysApplies;
    private readonly bool[] _isAlwaysDue;

    /// <summary>Makes room for so many scenarios, of which nothing is said yet.</summary>
    /// <param name="count">How many.</param>
    /// <param name="stretch">How many of them are written at a time; a multiple of 64.</param>
    public void Start(int count, int stretch)
    {
        (Count, _stretch) = (count, stretch);
        if (_capacity < Words)
        {
            _capacity = Math.Max(Words, _capacity * 2);
            Allocate(_ofRule, Planes * _capacity);
            Allocate(_invalid, _capacity);
            Allocate(_undetermined, _capacity);
            for (var stage = 0; stage < _outside.Length; stage++)
            {
                _outside[stage] = _program.Stages[stage] is null ? [] : new ulong[_capacity];
            }

            _faulty = new ulong[_capacity];
        }

        var flags = (count + stretch - 1) / stretch * _ofRule.Length;
        if (_written.Length < flags)
        {
            _written = new byte[Math.Max(flags, _written.Length * 2)];
        }

        _faulty.AsSpan(0, Words).Clear();
        HasFaulty = false;

        // Memory that no stretch writes to is never touched, and costs nothing.
        static void Allocate(ulong[][] planes, int words)
        {
            for (var i = 0; i < planes.Length; i++)
            {
                planes[i] = GC.AllocateUninitializedArray<ulong>(words);
            }
        }
    }

    /// <summary>Takes the outcomes of all rules from the truths that a machine worked out.</summary>
    /// <param name="machine">The machine, after it ran.</param>
    /// <param name="first">The first scenario of its stretch.</param>
    public void Write(Machine machine, int first)
    {
        for (var rule = 0; rule < _ofRule.Length; rule++)
        {
            var steps = _program.Rules[rule];
            ref var written = ref WrittenOf(rule, first);
            if (_alwaysApplies[rule] && _isAlwaysDue[rule] && machine.IsExact(steps.Met))
            {
                written = 0;
                machine.Certain(steps.Met)[..Bits.Words(machine.Count)].CopyTo(_ofRule[rule].AsSpan(first >> 6));
                continue;
            }

            written = WriteAll(machine, steps, _ofRule[rule], first >> 6);
        }

        for (var stage = 0; stage < _outside.Length; stage++)
        {
            if (_program.Stages[stage] is { Met: var applies })
            {
                var possible = machine.Possible(applies);
                for (var word = 0; word < Bits.Words(machine.Count); word++)
                {
                    _outside[stage][(first >> 6) + word] = ~possible[word];
                }
            }
        }
    }

    /// <summary>States the outcome of a rule in one scenario in another way than the machine did.</summary>
    public void Correct(int rule, int scenario, RuleOutcome outcome)
    {
        var planes = _ofRule[rule];
        ref var written = ref WrittenOf(rule, scenario);
        var stated = outcome switch
        {
            RuleOutcome.Satisfied => Satisfied,
            RuleOutcome.Unknown => Unknown,
            RuleOutcome.Pending => Pending,
            RuleOutcome.NotApplicable => NotApplicable,
            _ => -1,
        };
        Bits.Set(planes.AsSpan(0, Words), scenario, stated == Satisfied);
        for (var plane = Unknown; plane < Planes; plane++)
        {
            var bits = planes.AsSpan(plane * _capacity, Words);
            if (plane == stated && (written & (1 << plane)) == 0)
            {
                var start = scenario / _stretch * _stretch >> 6;
                bits[start..Math.Min(start + (_stretch >> 6), Words)].Clear();
                written |= (byte)(1 << plane);
            }

            if ((written & (1 << plane)) != 0)
            {
                Bits.Set(bits, scenario, plane == stated);
            }
        }
    }

    /// <summary>States whether a stage may apply in one scenario in another way than the machine did.</summary>
    public void CorrectStage(int stage, int scenario, bool applies)
    {
        if (_outside[stage].Length > 0)
        {
            Bits.Set(_outside[stage], scenario, !applies);
        }
    }

    /// <summary>States that a scenario has faults, and so no outcomes.</summary>
    public void MarkFaulty(int scenario)
    {
        Bits.Set(_faulty, scenario);
        HasFaulty = true;
    }

    /// <summary>Takes the outcomes of all stages from those of their rules, when these are settled.</summary>
    /// <param name="first">The first scenario of a stretch.</param>
    /// <param name="count">How many it has.</param>
    /// <param name="width">How to work.</param>
    public void WriteStages(int first, int count, VectorWidth width)
    {
        var (start, words) = (first >> 6, Bits.Words(count));
        for (var stage = 0; stage < _required.Length; stage++)
        {
            var invalid = _invalid[stage].AsSpan(start, words);
            var undetermined = _undetermined[stage].AsSpan(start, words);
            invalid.Clear();
            undetermined.Clear();
            foreach (var rule in _required[stage])
            {
                if (WrittenOf(rule, first) == 0)
                {
                    VectorPlanes.OrNot(invalid, _ofRule[rule].AsSpan(start, words), invalid, width);
                    continue;
                }

                for (var word = 0; word < words; word++)
                {
                    invalid[word] |= WordOf(rule, RuleOutcome.Violated, start + word);
                    undetermined[word] |= WordOf(rule, RuleOutcome.Unknown, start + word) | WordOf(rule, RuleOutcome.Pending, start + word);
                }
            }

            VectorPlanes.Except(undetermined, invalid, undetermined, width);
        }
    }

    private ref byte WrittenOf(int rule, int scenario) => ref _written[(scenario / _stretch * _ofRule.Length) + rule];

    // The table of `RuleEvaluator.OutcomeOf`, for 64 scenarios at a time.
    private byte WriteAll(Machine machine, RuleSteps steps, ulong[] planes, int start)
    {
        var whenCertain = machine.Certain(steps.When);
        var whenPossible = machine.Possible(steps.When);
        var metCertain = machine.Certain(steps.Met);
        var metPossible = machine.Possible(steps.Met);
        var dueCertain = machine.Certain(steps.HasPassed);
        var duePossible = machine.Possible(steps.HasPassed);
        var satisfied = planes.AsSpan(start);
        var unknown = planes.AsSpan(_capacity + start);
        var pending = planes.AsSpan((2 * _capacity) + start);
        var outside = planes.AsSpan((3 * _capacity) + start);
        ulong anyUnknown = 0, anyPending = 0, anyOutside = 0;
        for (var word = 0; word < Bits.Words(machine.Count); word++)
        {
            var missed = whenCertain[word] & ~metPossible[word];
            satisfied[word] = whenPossible[word] & metCertain[word];
            pending[word] = missed & ~duePossible[word];
            unknown[word] = whenPossible[word] & ~metCertain[word] & ~(missed & (dueCertain[word] | ~duePossible[word]));
            outside[word] = ~whenPossible[word];
            anyUnknown |= unknown[word];
            anyPending |= pending[word];
            anyOutside |= outside[word];
        }

        return (byte)(
            (anyUnknown != 0 ? 1 << Unknown : 0) | (anyPending != 0 ? 1 << Pending : 0) | (anyOutside != 0 ? 1 << NotApplicable : 0)
        );
    }
}
