namespace NegotiationRules.Generation.Compiling;

/// <summary>Outcomes as compiled code leaves them: for every 64 rules begun a word of those that are satisfied, one of those that are
/// violated, pending, and not applicable; behind all of them one of the stages that do not apply.</summary>
internal static class OutcomeBits
{
    /// <summary>How many words 64 rules take.</summary>
    public const int OfEach = 4;

    /// <summary>The place of the word of stages.</summary>
    public static int StagesAt(int rules) => Parts(rules) * OfEach;

    /// <summary>How many times 64 rules there are, at least once.</summary>
    public static int Parts(int rules) => Math.Max(1, (rules + 63) / 64);

    /// <summary>What became of a rule.</summary>
    public static RuleOutcome Of(ReadOnlySpan<ulong> words, int rule)
    {
        var of = words.Slice(rule / 64 * OfEach, OfEach);
        var bit = 1ul << (rule % 64);
        return (of[0] & bit) != 0 ? RuleOutcome.Satisfied
            : (of[1] & bit) != 0 ? RuleOutcome.Violated
            : (of[2] & bit) != 0 ? RuleOutcome.Pending
            : (of[3] & bit) != 0 ? RuleOutcome.NotApplicable
            : RuleOutcome.Unknown;
    }
}
