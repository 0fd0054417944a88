using NegotiationRules.Evaluation;

namespace NegotiationRules.Cli.Verdicts;

/// <summary>Counts outcomes: of all stages together, of each stage, and of the rules that kept a stage from being valid.</summary>
internal sealed class OutcomeTally
{
    private readonly bool[] _mayBlock;
    private readonly long[] _together = new long[Enum.GetValues<StageOutcome>().Length];
    private readonly long[,] _stages;
    private readonly long[,] _blocking;

    /// <param name="stages">The names of the stages, in the order in which their outcomes are given.</param>
    /// <param name="rules">The rules, in the order in which their outcomes are given.</param>
    public OutcomeTally(IReadOnlyList<string> stages, IReadOnlyList<Rule> rules)
    {
        Stages = stages;
        Rules = rules;
        _mayBlock = [.. rules.Select(rule => rule is { Strength: Strength.Required, IsRisk: false })];
        _stages = new long[stages.Count, _together.Length];
        _blocking = new long[rules.Count, Enum.GetValues<RuleOutcome>().Length];
    }

    public IReadOnlyList<string> Stages { get; }

    public IReadOnlyList<Rule> Rules { get; }

    public long Scenarios => _together.Sum();

    public long Faults { get; private set; }

    /// <summary>Rules that kept a stage from being valid, with how often they were violated, pending and unknown; those that did so most
    /// come first.</summary>
    public IEnumerable<(Rule Rule, long Violated, long Pending, long Unknown)> Blocking =>
        Rules
            .Select(
                (rule, i) =>
                    (
                        Rule: rule, Violated: Of(i, RuleOutcome.Violated), Pending: Of(i, RuleOutcome.Pending),
                        Unknown: Of(i, RuleOutcome.Unknown)
                    )
            )
            .Where(b => b.Violated + b.Pending + b.Unknown > 0)
            .OrderByDescending(b => b.Violated + b.Pending + b.Unknown)
            .ThenByDescending(b => b.Violated)
            .ThenBy(b => b.Rule.Id, StringComparer.Ordinal);

    /// <summary>How many scenarios came out so, all stages together: as bad as the worst of them.</summary>
    public long Of(StageOutcome outcome) => _together[(int)outcome];

    public long Of(int stage, StageOutcome outcome) => _stages[stage, (int)outcome];

    /// <summary>A tally of the same stages and rules that has counted nothing yet.</summary>
    public OutcomeTally Empty() => new(Stages, Rules);

    public void Add(ReadOnlySpan<StageOutcome> stages, ReadOnlySpan<RuleOutcome> rules)
    {
        _together[(int)StageEvaluator.Together(stages)]++;
        for (var stage = 0; stage < stages.Length; stage++)
        {
            _stages[stage, (int)stages[stage]]++;
        }

        for (var rule = 0; rule < rules.Length; rule++)
        {
            _blocking[rule, (int)rules[rule]] += _mayBlock[rule] ? 1 : 0;
        }
    }

    public void AddFault() => Faults++;

    /// <summary>Takes over what another tally of the same stages and rules has counted, which then has counted nothing.</summary>
    public void Take(OutcomeTally other)
    {
        Faults += other.Faults;
        other.Faults = 0;
        for (var outcome = 0; outcome < _together.Length; outcome++)
        {
            _together[outcome] += other._together[outcome];
        }

        Array.Clear(other._together);
        Take(_stages, other._stages);
        Take(_blocking, other._blocking);
    }

    private static void Take(long[,] mine, long[,] others)
    {
        for (var row = 0; row < mine.GetLength(0); row++)
        {
            for (var outcome = 0; outcome < mine.GetLength(1); outcome++)
            {
                mine[row, outcome] += others[row, outcome];
            }
        }

        Array.Clear(others);
    }

    private long Of(int rule, RuleOutcome outcome) => _blocking[rule, (int)outcome];
}
