using NegotiationRules.Workflows.Expressions;

namespace NegotiationRules.Workflows.Inputs;

/// <summary>Says an expression briefly, for a message.</summary>
internal static class ExpressionWords
{
    private const int Longest = 40;

    /// <summary>In backticks where it is short, else in words.</summary>
    public static string Of(ExpressionSyntax expression) => Brief(expression) is { Length: <= Longest } brief
        ? $"`{InputDiagnostics.Clean(brief)}`"
        : expression is TextExpression ? "a long text" : "what is worked out";

    private static string? Brief(ExpressionSyntax expression) =>
        expression switch
        {
            NumberExpression number => number.Digits + number.Suffix,
            UnaryExpression { Operator: UnaryOperator.Minus, Operand: NumberExpression number } => $"-{number.Digits}{number.Suffix}",
            TextExpression text => $"\"{text.Value}\"",
            BooleanExpression boolean => boolean.Value ? "true" : "false",
            NameExpression name => name.Name,
            MemberExpression member => Brief(member.Target) is { } target ? $"{target}.{member.Name.Text}" : null,
            CallExpression { Target: null, Arguments: var arguments } call => $"{call.Name.Text}{Brackets(arguments)}",
            CallExpression { Target: { } on, Arguments: var arguments } call => Brief(on) is { } target
                ? $"{target}.{call.Name.Text}{Brackets(arguments)}"
                : null,
            _ => null,
        };

    private static string Brackets(IReadOnlyList<ExpressionSyntax> arguments) => arguments.Count == 0 ? "()" : "(…)";
}
