using NegotiationRules.Workflows;

namespace NegotiationRules.Cli.Verdicts;

/// <summary>What there is to tell of one scenario.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="Outcomes">The outcomes of the rules that are told of, in their order.</param>
/// <param name="OfWorkflow">The same as that of a workflow, if the rules are one.</param>
internal sealed record Answer(Verdict Verdict, IReadOnlyList<RuleOutcome> Outcomes, WorkflowVerdict? OfWorkflow);
