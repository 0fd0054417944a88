using NegotiationRules.Native.Calls;

namespace NegotiationRules.Native.Columns;

/// <summary>The room that the caller has for outcomes, looked at before anything is written.</summary>
internal static unsafe class OutcomeRoom
{
    /// <summary>Looks at the room, and sets counts to 0.</summary>
    /// <returns>The same, what was left out filled in.</returns>
    /// <exception cref="CallException">There is too little of it, or for other rules.</exception>
    public static OutcomesStruct Begin(RuleSet rules, long count, OutcomesStruct* outcomes)
    {
        Taken.NotNull(outcomes, "place for the outcomes");
        Taken.Size(outcomes->Size, sizeof(OutcomesStruct), "nr_outcomes");
        if (outcomes->RuleCount != rules.Rules.Count || outcomes->StageCount != rules.Stages.Count)
        {
            throw new CallException(Status.Argument,
                $"There is room for {outcomes->RuleCount} rules and {outcomes->StageCount} stages, and the rule set has "
                    + $"{rules.Rules.Count} and {rules.Stages.Count}: see nr_rules_count.");
        }

        if (!Enum.IsDefined((RuleOutcome)outcomes->RuleBitsOf) || !Enum.IsDefined((StageOutcome)outcomes->StageBitsOf))
        {
            throw new CallException(Status.Argument,
                $"`rule_bits_of` is {outcomes->RuleBitsOf} and `stage_bits_of` is {outcomes->StageBitsOf}, and both must be outcomes.");
        }

        outcomes->Faulty = 0;
        Clear(outcomes->RuleCounts, rules.Rules.Count * Enum.GetValues<RuleOutcome>().Length);
        Clear(outcomes->StageCounts, rules.Stages.Count * Enum.GetValues<StageOutcome>().Length);
        var words = (count + 63) / 64;
        var room = *outcomes;
        room.RulesStride = Stride(room.RulesStride, count, "rules_stride");
        room.StagesStride = Stride(room.StagesStride, count, "stages_stride");
        room.RuleBitsStride = Stride(room.RuleBitsStride, words, "rule_bits_stride");
        room.StageBitsStride = Stride(room.StageBitsStride, words, "stage_bits_stride");
        return room;
    }

    /// <summary>Writes the outcomes of one scenario.</summary>
    public static void Write(ScenarioEvaluator evaluator, OutcomesStruct* outcomes)
    {
        var rules = new Rows(
            outcomes->Rules, outcomes->RulesStride, outcomes->RuleBits, outcomes->RuleBitsStride, outcomes->RuleBitsOf,
            outcomes->RuleCounts, Enum.GetValues<RuleOutcome>().Length);
        for (var rule = 0; rule < outcomes->RuleCount; rule++)
        {
            rules.Write(rule, (int)evaluator.OutcomeOf(rule));
        }

        var stages = new Rows(
            outcomes->Stages, outcomes->StagesStride, outcomes->StageBits, outcomes->StageBitsStride, outcomes->StageBitsOf,
            outcomes->StageCounts, Enum.GetValues<StageOutcome>().Length);
        for (var stage = 0; stage < outcomes->StageCount; stage++)
        {
            stages.Write(stage, (int)evaluator.OutcomeOfStage(stage));
        }

        if (outcomes->All != null)
        {
            *outcomes->All = (byte)evaluator.Outcome;
        }
    }

    private static long Stride(long given, long least, string member) =>
        given == 0 ? least
            : given >= least ? given
            : throw new CallException(Status.Argument, $"`{member}` is {given}, and has to be {least} at least, or 0 for just that.");

    private static void Clear(long* counts, int length)
    {
        if (counts != null)
        {
            new Span<long>(counts, length).Clear();
        }
    }

    // A row for each rule, or for each stage, of one scenario.
    private readonly struct Rows(byte* bytes, long stride, ulong* bits, long bitsStride, int bitsOf, long* counts, int outcomes)
    {
        public void Write(int row, int outcome)
        {
            if (bytes != null)
            {
                bytes[row * stride] = (byte)outcome;
            }

            if (bits != null)
            {
                bits[row * bitsStride] = outcome == bitsOf ? 1ul : 0;
            }

            if (counts != null)
            {
                counts[(row * outcomes) + outcome] = 1;
            }
        }
    }
}
