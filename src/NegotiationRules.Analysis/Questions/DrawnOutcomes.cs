namespace NegotiationRules.Analysis.Questions;

/// <summary>What became of a stage in scenarios that were drawn by lot.</summary>
/// <param name="number">How many are drawn.</param>
/// <param name="deciding">The rules that the stage hangs on.</param>
internal sealed class DrawnOutcomes(int number, IReadOnlyList<Rule> deciding)
{
    private readonly Dictionary<StageOutcome, int> _outcomes = [];
    private readonly Dictionary<Rule, (int Any, int Alone)> _blocking = [];

    public IReadOnlyList<Rule> Deciding => deciding;

    public void Add(StageVerdict stage)
    {
        _outcomes[stage.Outcome] = _outcomes.GetValueOrDefault(stage.Outcome) + 1;
        List<RuleVerdict> blocking = stage.Outcome == StageOutcome.NotApplicable ? [] : [.. stage.Blocking];
        foreach (var rule in blocking)
        {
            var (any, alone) = _blocking.GetValueOrDefault(rule.Rule);
            _blocking[rule.Rule] = (any + 1, alone + (blocking.Count == 1 ? 1 : 0));
        }
    }

    public EstimatedShare Of(StageOutcome outcome) => new(_outcomes.GetValueOrDefault(outcome), number);

    /// <summary>How often a rule was in the way, with others or alone.</summary>
    public (EstimatedShare Any, EstimatedShare Alone) Of(Rule rule)
    {
        var (any, alone) = _blocking.GetValueOrDefault(rule);
        return (new(any, number), new(alone, number));
    }
}
