using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using NegotiationRules.Facts.Columns;
using NegotiationRules.Native.Calls;

namespace NegotiationRules.Native.Columns;

/// <summary>Writes what became of the scenarios of a batch to where the caller wants it. One for each thread.</summary>
internal sealed unsafe class OutcomeWriter(ScenarioBatch batch)
{
    /// <summary>In the place of an outcome where a scenario has faults instead.</summary>
    public const byte None = 255;

    // Of a rule that is none of these nothing is written: unknown and undetermined are 0.
    private static readonly RuleOutcome[] OfRules = [.. Enum.GetValues<RuleOutcome>().Where(outcome => outcome != default)];
    private static readonly StageOutcome[] OfStages = [.. Enum.GetValues<StageOutcome>().Where(outcome => outcome != default)];

    private readonly RuleSet _rules = batch.Rules;
    private ulong[] _bits = [];
    private ulong[] _invalid = [];
    private ulong[] _open = [];

    /// <summary>Writes the outcomes.</summary>
    /// <param name="into">Where they go.</param>
    /// <param name="first">The place of the first scenario of the batch, a multiple of 64.</param>
    public void Write(OutcomesStruct* into, long first)
    {
        var words = Bits.Words(batch.Count);
        if (words > _bits.Length)
        {
            (_bits, _invalid, _open) = (new ulong[words], new ulong[words], new ulong[words]);
        }

        for (var rule = 0; rule < _rules.Rules.Count; rule++)
        {
            WriteRule(into, first, rule);
        }

        for (var stage = 0; stage < _rules.Stages.Count; stage++)
        {
            WriteStage(into, first, stage);
        }

        if (into->All != null)
        {
            WriteAll(into->All + first);
        }

        if (batch.HasFaulty)
        {
            WriteFaulty(into, first);
        }
    }

    private void WriteRule(OutcomesStruct* into, long first, int rule)
    {
        if (into->Rules != null)
        {
            var bytes = into->Rules + (rule * into->RulesStride) + first;
            new Span<byte>(bytes, batch.Count).Clear();
            foreach (var outcome in OfRules)
            {
                batch.CopyBits(rule, outcome, _bits);
                Spread(_bits, (byte)outcome, bytes);
            }
        }

        if (into->RuleBits != null)
        {
            batch.CopyBits(rule, (RuleOutcome)into->RuleBitsOf, WordsAt(into->RuleBits, rule, into->RuleBitsStride, first));
        }

        for (var outcome = 0; into->RuleCounts != null && outcome <= OfRules.Length; outcome++)
        {
            Interlocked.Add(ref into->RuleCounts[(rule * (OfRules.Length + 1)) + outcome], batch.CountOf(rule, (RuleOutcome)outcome));
        }
    }

    private void WriteStage(OutcomesStruct* into, long first, int stage)
    {
        if (into->Stages != null)
        {
            var bytes = into->Stages + (stage * into->StagesStride) + first;
            new Span<byte>(bytes, batch.Count).Clear();
            foreach (var outcome in OfStages)
            {
                batch.CopyStageBits(stage, outcome, _bits);
                Spread(_bits, (byte)outcome, bytes);
            }
        }

        if (into->StageBits != null)
        {
            batch.CopyStageBits(stage, (StageOutcome)into->StageBitsOf, WordsAt(into->StageBits, stage, into->StageBitsStride, first));
        }

        for (var outcome = 0; into->StageCounts != null && outcome <= OfStages.Length; outcome++)
        {
            Interlocked.Add(
                ref into->StageCounts[(stage * (OfStages.Length + 1)) + outcome], batch.CountOfStage(stage, (StageOutcome)outcome));
        }
    }

    // Invalid if a stage is, else undetermined if one is, else valid.
    private void WriteAll(byte* bytes)
    {
        Array.Clear(_invalid);
        Array.Clear(_open);
        for (var stage = 0; stage < _rules.Stages.Count; stage++)
        {
            AddStage(stage, StageOutcome.Invalid, _invalid);
            AddStage(stage, StageOutcome.Undetermined, _open);
        }

        for (var word = 0; word < Bits.Words(batch.Count); word++)
        {
            _open[word] = ~(_open[word] | _invalid[word]);
        }

        new Span<byte>(bytes, batch.Count).Clear();
        Spread(_invalid, (byte)StageOutcome.Invalid, bytes);
        Spread(_open, (byte)StageOutcome.Valid, bytes);
    }

    private void AddStage(int stage, StageOutcome outcome, ulong[] to)
    {
        batch.CopyStageBits(stage, outcome, _bits);
        for (var word = 0; word < Bits.Words(batch.Count); word++)
        {
            to[word] |= _bits[word];
        }
    }

    private void WriteFaulty(OutcomesStruct* into, long first)
    {
        for (var scenario = 0; scenario < batch.Count; scenario++)
        {
            if (batch.DiagnosticsOf(scenario).Count == 0)
            {
                continue;
            }

            Interlocked.Increment(ref into->Faulty);
            for (var rule = 0; into->Rules != null && rule < _rules.Rules.Count; rule++)
            {
                into->Rules[(rule * into->RulesStride) + first + scenario] = None;
            }

            for (var stage = 0; into->Stages != null && stage < _rules.Stages.Count; stage++)
            {
                into->Stages[(stage * into->StagesStride) + first + scenario] = None;
            }

            if (into->All != null)
            {
                into->All[first + scenario] = None;
            }
        }
    }

    private Span<ulong> WordsAt(ulong* bits, int row, long stride, long first) =>
        new(bits + (row * stride) + (first >> 6), Bits.Words(batch.Count));

    // A byte for each bit that is set: eight at a time, a bit deposited into each byte.
    private void Spread(ulong[] bits, byte value, byte* bytes)
    {
        var count = batch.Count;
        for (var word = 0; word < Bits.Words(count); word++)
        {
            var set = bits[word];
            var part = 0;
            for (; set != 0 && Bmi2.X64.IsSupported && (word << 6) + part + 8 <= count && part < 64; part += 8)
            {
                var at = bytes + (word << 6) + part;
                var eight = Bmi2.X64.ParallelBitDeposit(set >> part, 0x0101010101010101) * value;
                Unsafe.WriteUnaligned(at, Unsafe.ReadUnaligned<ulong>(at) | eight);
            }

            for (; set != 0 && part < 64 && (word << 6) + part < count; part++)
            {
                bytes[(word << 6) + part] |= (byte)((set >> part & 1) * value);
            }
        }
    }
}
