using NegotiationRules.Conditions;
using NegotiationRules.Facts.Columns;
using NegotiationRules.Programs;

namespace NegotiationRules.Evaluation;

/// <summary>What became of every rule and every stage in each of many scenarios: planes of bits, a bit for each scenario.</summary>
/// <remarks>
/// Written stretch by stretch, by several threads if each has stretches of its own; read by any number of threads afterwards. A scenario
/// with faults has no outcomes: it is in no plane and in no count.
/// </remarks>
internal sealed partial class BatchOutcomes
{
    // The planes of a rule lie one after the other. What none of them says is violated: most rules are satisfied or violated wherever the
    // facts are known, and a plane of which a stretch has nothing is not even written there.
    private const int Satisfied = 0;
    private const int Unknown = 1;
    private const int Pending = 2;
    private const int NotApplicable = 3;
    private const int Planes = 4;

    private readonly int[][] _required;
    private readonly ulong[][] _ofRule;
    private readonly ulong[][] _invalid;
    private readonly ulong[][] _undetermined;

    // Of each stage that does not always apply, where it does not.
    private readonly ulong[][] _outside;
    private ulong[] _faulty = [];

    // By stretch and rule: a flag for each plane but the first, whether it is written there.
    private byte[] _written = [];
    private int _capacity;
    private int _stretch = 64;

    public BatchOutcomes(CheckedRuleSet rules, Program program)
    {
        _program = program;
        _alwaysApplies = [.. program.Rules.Select(r => program.Steps[r.When] is ConstantTruth { Truth: Truth.True })];
        _isAlwaysDue = [.. program.Rules.Select(r => program.Steps[r.HasPassed] is ConstantTruth { Truth: Truth.True })];
        _required =
        [
            .. rules.Stages.Select(
                (_, stage) =>
                    rules
                        .Rules.Where(r => r is { Strength: Strength.Required, IsRisk: false } && rules.StageOfRule[r.Index] == stage)
                        .Select(r => r.Index)
                        .ToArray()
            ),
        ];
        _ofRule = new ulong[rules.Rules.Length][];
        _invalid = new ulong[rules.Stages.Length][];
        _undetermined = new ulong[rules.Stages.Length][];
        _outside = [.. rules.Stages.Select(_ => Array.Empty<ulong>())];
    }

    /// <summary>How many scenarios there are.</summary>
    public int Count { get; private set; }

    /// <summary>How many words a plane has.</summary>
    public int Words => Bits.Words(Count);

    /// <summary>Whether any scenario has faults.</summary>
    public bool HasFaulty { get; private set; }

    /// <summary>Whether a scenario has faults, and so no outcomes.</summary>
    public bool IsFaulty(int scenario) => HasFaulty && Bits.Get(_faulty, scenario);

    /// <summary>What became of a rule in a scenario that has no faults.</summary>
    public RuleOutcome OutcomeOf(int rule, int scenario)
    {
        var (word, bit) = (scenario >> 6, 1ul << scenario);
        foreach (
            var outcome in (ReadOnlySpan<RuleOutcome>)
                [RuleOutcome.Satisfied, RuleOutcome.Unknown, RuleOutcome.Pending, RuleOutcome.NotApplicable]
        )
        {
            if ((WordOf(rule, outcome, word) & bit) != 0)
            {
                return outcome;
            }
        }

        return RuleOutcome.Violated;
    }

    /// <summary>The outcomes of a rule, one for each scenario. For a scenario with faults it says unknown.</summary>
    public void CopyOutcomes(int rule, Span<RuleOutcome> outcomes)
    {
        for (var word = 0; word < Words; word++)
        {
            var violated = WordOf(rule, RuleOutcome.Violated, word);
            var satisfied = WordOf(rule, RuleOutcome.Satisfied, word);
            var pending = WordOf(rule, RuleOutcome.Pending, word);
            var outside = WordOf(rule, RuleOutcome.NotApplicable, word);
            var some = outcomes[(word << 6)..Math.Min((word + 1) << 6, Count)];
            for (var i = 0; i < some.Length; i++)
            {
                // At most one of them is set; of none, the rule is unknown.
                some[i] = (RuleOutcome)(
                    ((int)RuleOutcome.Satisfied * (int)(satisfied >> i & 1)) | ((int)RuleOutcome.Violated * (int)(violated >> i & 1))
                    | ((int)RuleOutcome.Pending * (int)(pending >> i & 1)) | ((int)RuleOutcome.NotApplicable * (int)(outside >> i & 1)));
            }
        }
    }

    /// <summary>What became of a stage in a scenario that has no faults.</summary>
    public StageOutcome OutcomeOfStage(int stage, int scenario) =>
        _outside[stage].Length > 0 && Bits.Get(_outside[stage], scenario) ? StageOutcome.NotApplicable
        : Bits.Get(_invalid[stage], scenario) ? StageOutcome.Invalid
        : Bits.Get(_undetermined[stage], scenario) ? StageOutcome.Undetermined
        : StageOutcome.Valid;

    /// <summary>All stages together, in a scenario that has no faults.</summary>
    public StageOutcome OutcomeOfAll(int scenario)
    {
        var outcome = StageOutcome.Valid;
        for (var stage = 0; stage < _required.Length; stage++)
        {
            outcome = StageEvaluator.Together(outcome, OutcomeOfStage(stage, scenario));
        }

        return outcome;
    }

    /// <summary>The required rules that keep a stage from being valid in a scenario: violated, pending or unknown, in the order of the rule
    /// set.</summary>
    public IEnumerable<int> BlockingOf(int stage, int scenario) =>
        _required[stage].Where(rule => OutcomeOf(rule, scenario) is RuleOutcome.Violated or RuleOutcome.Pending or RuleOutcome.Unknown);

    private ulong WordOf(int rule, RuleOutcome outcome, int word)
    {
        var planes = _ofRule[rule];
        var written = _written[((word << 6) / _stretch * _ofRule.Length) + rule];
        var said = outcome switch
        {
            RuleOutcome.Satisfied => planes[word],
            RuleOutcome.Unknown => Said(planes, Unknown, written, word),
            RuleOutcome.Pending => Said(planes, Pending, written, word),
            RuleOutcome.NotApplicable => Said(planes, NotApplicable, written, word),
            _ => ~(
                planes[word]
                | Said(planes, Unknown, written, word)
                | Said(planes, Pending, written, word)
                | Said(planes, NotApplicable, written, word)
            ),
        };
        return said & Inside(word);
    }

    private ulong Said(ulong[] planes, int plane, byte written, int word) =>
        (written & (1 << plane)) == 0 ? 0 : planes[(plane * _capacity) + word];

    // The scenarios of a word that exist and have no faults.
    private ulong Inside(int word) => (Count - (word << 6) >= 64 ? ulong.MaxValue : ~(ulong.MaxValue << Count)) & ~_faulty[word];
}
