using NegotiationRules.Syntax;

namespace NegotiationRules.RulesEngine.Translating;

/// <summary>An expression in the rule language.</summary>
/// <param name="Condition">When it is true.</param>
/// <param name="Fault">When it would end in an exception; <see langword="null"/> if it never does.</param>
internal sealed record TranslatedExpression(ConditionSyntax Condition, ConditionSyntax? Fault);
