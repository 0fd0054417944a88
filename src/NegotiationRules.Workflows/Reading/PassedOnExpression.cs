using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Reading;

/// <summary>What an action works out for the rule that it goes on with. Immutable.</summary>
/// <param name="Into">The workflow of that rule.</param>
/// <param name="Name">The name of the input that it becomes there.</param>
/// <param name="Value">What it is worked out from.</param>
internal sealed record PassedOnExpression(string Into, string Name, ScopedExpression Value);
