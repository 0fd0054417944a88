using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Workflows.Reading;

/// <summary>What is to be done once a rule is decided. One that is not known here is kept with its context and done by nobody.</summary>
internal abstract record ActionSyntax(Span Span, Name Name, JsonObject? Context);

/// <summary>An action that the application has registered, or one that could not be read, which is reported.</summary>
internal sealed record CustomActionSyntax(Span Span, Name Name, JsonObject? Context) : ActionSyntax(Span, Name, Context);

/// <summary><c>{ "Name": "OutputExpression", "Context": { "Expression": … } }</c></summary>
internal sealed record OutputActionSyntax(Span Span, Name Name, JsonObject? Context, JsonText Expression)
    : ActionSyntax(Span, Name, Context);

/// <summary><c>{ "Name": "EvaluateRule", "Context": { "workflowName": …, "ruleName": …, "inputFilter"?: […], "additionalInputs"?: […] }
/// }</c></summary>
/// <param name="Span">The whole.</param>
/// <param name="Name">The name of the action as written.</param>
/// <param name="Context">All that is given to it.</param>
/// <param name="WorkflowName">The workflow whose rule is evaluated.</param>
/// <param name="RuleName">The rule.</param>
/// <param name="InputFilter">The inputs that are passed on; <see langword="null"/> for all.</param>
/// <param name="AdditionalInputs">Further ones that are worked out.</param>
internal sealed record EvaluateActionSyntax(
    Span Span, Name Name, JsonObject? Context, Name WorkflowName, Name RuleName, IReadOnlyList<Name>? InputFilter,
    IReadOnlyList<ParamSyntax> AdditionalInputs
) : ActionSyntax(Span, Name, Context);
