namespace NegotiationRules.Generation.Compiling;

/// <summary>Outcomes of stages from the words of outcomes: which rules decide each.</summary>
internal sealed class StageMasks
{
    // Of each stage, a word for every 64 rules.
    private readonly ulong[][] _required;
    private readonly int _rules;

    public StageMasks(RuleSet rules)
    {
        _rules = rules.Rules.Count;
        _required = [.. rules.Stages.Select(_ => new ulong[OutcomeBits.Parts(_rules)])];
        for (var rule = 0; rule < _rules; rule++)
        {
            if (rules.Rules[rule] is { Strength: Strength.Required, IsRisk: false })
            {
                _required[rules.Checked.StageOfRule[rule]][rule / 64] |= 1ul << (rule % 64);
            }
        }
    }

    /// <summary>What became of a stage.</summary>
    public StageOutcome OutcomeOf(ReadOnlySpan<ulong> words, int stage)
    {
        if ((words[OutcomeBits.StagesAt(_rules)] >> stage & 1) != 0)
        {
            return StageOutcome.NotApplicable;
        }

        var (required, isOpen) = (_required[stage], false);
        for (var part = 0; part < required.Length; part++)
        {
            var of = words.Slice(part * OutcomeBits.OfEach, OutcomeBits.OfEach);
            if ((of[1] & required[part]) != 0)
            {
                return StageOutcome.Invalid;
            }

            isOpen |= (~(of[0] | of[3]) & required[part]) != 0;
        }

        return isOpen ? StageOutcome.Undetermined : StageOutcome.Valid;
    }

    /// <summary>All stages together.</summary>
    public StageOutcome OutcomeOfAll(ReadOnlySpan<ulong> words)
    {
        var outcome = StageOutcome.Valid;
        for (var stage = 0; stage < _required.Length; stage++)
        {
            outcome = Evaluation.StageEvaluator.Together(outcome, OutcomeOf(words, stage));
        }

        return outcome;
    }
}
