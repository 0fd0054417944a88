namespace NegotiationRules.Cli.Streaming;

/// <summary>Counts verdicts: by the outcome of each stage, and the rules that kept a stage from being valid.</summary>
internal sealed class Tally
{
    private readonly List<string> _stages;
    private readonly long[,] _outcomes;
    private readonly Dictionary<Rule, long[]> _blocked = [];

    public Tally(IEnumerable<string> stages)
    {
        _stages = [.. stages];
        _outcomes = new long[_stages.Count, Enum.GetValues<StageOutcome>().Length];
    }

    public long Scenarios { get; private set; }

    public long Faults { get; private set; }

    /// <summary>How many scenarios came out so, all stages together.</summary>
    public long Valid { get; private set; }

    public long Invalid { get; private set; }

    public long Undetermined { get; private set; }

    public IReadOnlyList<string> Stages => _stages;

    /// <summary>Rules that kept a stage from being valid, with how often they were violated, pending and unknown; those that did so most come first.</summary>
    public IEnumerable<(Rule Rule, long Violated, long Pending, long Unknown)> Blocking =>
        _blocked.Select(b => (b.Key, Violated: b.Value[0], Pending: b.Value[1], Unknown: b.Value[2]))
            .OrderByDescending(b => b.Violated + b.Pending + b.Unknown).ThenByDescending(b => b.Violated).ThenBy(b => b.Key.Id, StringComparer.Ordinal);

    public long Of(int stage, StageOutcome outcome) => _outcomes[stage, (int)outcome];

    public void Add(Verdict verdict)
    {
        Scenarios++;
        Valid += verdict.Outcome == StageOutcome.Valid ? 1 : 0;
        Invalid += verdict.Outcome == StageOutcome.Invalid ? 1 : 0;
        Undetermined += verdict.Outcome == StageOutcome.Undetermined ? 1 : 0;
        for (var i = 0; i < verdict.Stages.Count; i++)
        {
            var stage = verdict.Stages[i];
            _outcomes[i, (int)stage.Outcome]++;
            if (stage.Outcome == StageOutcome.Valid)
            {
                continue;
            }

            foreach (var rule in stage.Blocking)
            {
                if (!_blocked.TryGetValue(rule.Rule, out var counts))
                {
                    _blocked[rule.Rule] = counts = new long[3];
                }

                counts[rule.Outcome switch { RuleOutcome.Violated => 0, RuleOutcome.Pending => 1, _ => 2 }]++;
            }
        }
    }

    public void AddFault() => Faults++;
}
