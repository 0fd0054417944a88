using NegotiationRules.Workflows.Expressions;

namespace NegotiationRules.Workflows.Inputs;

/// <summary>An expression of a workflow with the parameters that it can use. Immutable.</summary>
/// <param name="Expression">The expression.</param>
/// <param name="Params">The last parameter declared before it; <see langword="null"/> if there is none.</param>
/// <param name="IsCondition">Whether it must be true or false: the expression of a rule.</param>
internal sealed record ScopedExpression(ExpressionSyntax Expression, ScopedParam? Params, bool IsCondition);

/// <summary>A parameter of a workflow or a rule. One that is declared again hides the one before it. Immutable.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Expression">What it stands for.</param>
/// <param name="Before">The parameter declared before it, which it can use; <see langword="null"/> for the first.</param>
internal sealed record ScopedParam(string Name, ExpressionSyntax Expression, ScopedParam? Before);
