using System.Text.Json;

namespace NegotiationRules.Cli.Sources;

/// <summary>What there is to tell of one scenario.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="Rules">The rules that are told of, in their order, with what became of them.</param>
internal abstract record Answer(Verdict Verdict, IReadOnlyList<(Rule Rule, RuleOutcome Outcome)> Rules)
{
    public StageOutcome[] StageOutcomes => [.. Verdict.Stages.Select(stage => stage.Outcome)];

    public RuleOutcome[] RuleOutcomes => [.. Rules.Select(rule => rule.Outcome)];

    /// <summary>What people are told under the outcomes of the stages.</summary>
    public abstract IEnumerable<ToldRule> Told { get; }

    /// <summary>What a stage is called before its outcome; empty where there is never more than one.</summary>
    public virtual string NameOf(StageVerdict stage) => stage.Name;

    /// <summary>Writes what programs are told beside the outcomes as further members of the object that is open.</summary>
    public virtual void WriteMore(Utf8JsonWriter json)
    {
    }
}
