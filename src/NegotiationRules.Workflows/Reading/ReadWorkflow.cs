using NegotiationRules.Syntax;
using NegotiationRules.Workflows.Inputs;
using NegotiationRules.Workflows.Translation;

namespace NegotiationRules.Workflows.Reading;

/// <summary>A workflow that can be evaluated.</summary>
/// <param name="Syntax">The workflow as it was written.</param>
/// <param name="RuleSet">Its rules.</param>
/// <param name="File">The same as syntax.</param>
/// <param name="Rules">All rules as they stand in the workflow, with those that are injected.</param>
/// <param name="Inputs">The types of its inputs.</param>
/// <param name="Options">How its expressions are understood.</param>
internal sealed record ReadWorkflow(
    WorkflowSyntax Syntax, RuleSet RuleSet, RuleFileSyntax File, IReadOnlyList<RuleWork<CheckedFormula>> Rules,
    RecordInput Inputs, TranslationOptions Options
);
