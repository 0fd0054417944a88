using NegotiationRules.Facts.Columns;

namespace NegotiationRules.Arrow.Outcomes;

/// <summary>Reads what became of all scenarios of a batch into columns.</summary>
internal static class OutcomeReader
{
    /// <param name="batch">The batch, evaluated; each of its scenarios is a row.</param>
    /// <param name="into">The columns.</param>
    /// <param name="first">The row of the first scenario.</param>
    public static void Read(ScenarioBatch batch, OutcomeColumns into, int first)
    {
        var outcomes = new RuleOutcome[batch.Count];
        for (var rule = 0; rule < batch.Rules.Rules.Count; rule++)
        {
            batch.CopyOutcomes(rule, outcomes);
            var bytes = into.Rule(rule)[first..];
            for (var i = 0; i < outcomes.Length; i++)
            {
                bytes[i] = (byte)outcomes[i];
            }
        }

        var bits = new ulong[Bits.Words(batch.Count)];
        for (var stage = 0; stage < batch.Rules.Stages.Count; stage++)
        {
            foreach (var outcome in Enum.GetValues<StageOutcome>())
            {
                batch.CopyStageBits(stage, outcome, bits);
                Spread(bits, (byte)outcome, into.Stage(stage).Slice(first, batch.Count));
            }
        }

        for (var scenario = 0; batch.HasFaulty && scenario < batch.Count; scenario++)
        {
            if (batch.DiagnosticsOf(scenario) is { Count: > 0 } faults)
            {
                into.WriteError(first + scenario, FaultText.Of(faults));
            }
        }
    }

    private static void Spread(ReadOnlySpan<ulong> bits, byte value, Span<byte> into)
    {
        for (var i = 0; i < into.Length; i++)
        {
            into[i] = Bits.Get(bits, i) ? value : into[i];
        }
    }
}
