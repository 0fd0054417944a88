namespace NegotiationRules.Cli.Analyses;

/// <summary>What becomes of one scenario by older rules and by newer ones.</summary>
/// <param name="Name">The scenario.</param>
/// <param name="Before">The older verdict.</param>
/// <param name="After">The newer one.</param>
internal sealed record ScenarioChange(string Name, Verdict Before, Verdict After)
{
    /// <summary>The stages that come out otherwise.</summary>
    public IEnumerable<(string Name, StageOutcome Before, StageOutcome After)> Stages =>
        from stage in After.Stages
        let before = Before.Stages.FirstOrDefault(other => other.Name == stage.Name)
        where before is not null && before.Outcome != stage.Outcome
        select (stage.Name, before.Outcome, stage.Outcome);

    /// <summary>The rules that come out otherwise.</summary>
    public IEnumerable<(string Id, RuleOutcome Before, RuleOutcome After)> Rules =>
        from rule in After.Rules
        let before = Before.Rules.FirstOrDefault(other => other.Rule.Id == rule.Rule.Id)
        where before is not null && before.Outcome != rule.Outcome
        select (rule.Rule.Id, before.Outcome, rule.Outcome);
}
