using NegotiationRules.Syntax;
using NegotiationRules.Workflows.Expressions;

namespace NegotiationRules.Workflows.Tests.Inputs;

/// <summary>Expressions made without a text.</summary>
internal static class Written
{
    public static ExpressionSyntax Number(string digits, string suffix = "") => new NumberExpression(default, digits, suffix);

    public static ExpressionSyntax Text(string value) => new TextExpression(default, value, IsCharacter: false);

    public static ExpressionSyntax Name(string name) => new NameExpression(default, name);

    public static ExpressionSyntax Member(ExpressionSyntax target, string name) =>
        new MemberExpression(default, target, new Name(name, default), IsNullPropagating: false);

    public static ExpressionSyntax Call(ExpressionSyntax? target, string name, params ExpressionSyntax[] arguments) =>
        new CallExpression(default, target, new Name(name, default), arguments, IsNullPropagating: false);

    public static ExpressionSyntax Lambda(string parameter, ExpressionSyntax body) =>
        new LambdaExpression(default, [new Name(parameter, default)], body);

    public static ExpressionSyntax Binary(ExpressionSyntax left, BinaryOperator @operator, ExpressionSyntax right) =>
        new BinaryExpression(default, @operator, default, left, right);

    public static ExpressionSyntax Not(ExpressionSyntax operand) => new UnaryExpression(default, UnaryOperator.Not, operand);
}
