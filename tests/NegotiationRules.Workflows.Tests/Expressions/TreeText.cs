using NegotiationRules.Workflows.Expressions;

namespace NegotiationRules.Workflows.Tests.Expressions;

/// <summary>A tree as text with everything in parentheses, and without places: two trees are the same if their texts are.</summary>
internal static class TreeText
{
    public static string Of(ExpressionSyntax tree) =>
        tree switch
        {
            BrokenExpression => "(broken)",
            NumberExpression number => number.Digits + number.Suffix,
            TextExpression { IsCharacter: var isCharacter, Value: var value } =>
                $"({(isCharacter ? "character" : "text")} {Quoted(value)})",
            BooleanExpression { Value: var value } => value ? "true" : "false",
            NullExpression => "null",
            NameExpression { Name: var name } => name,
            TypeExpression { Name: var name } => $"(type {name})",
            MemberExpression member => $"({(member.IsNullPropagating ? "?." : ".")} {Of(member.Target)} {member.Name})",
            CallExpression call =>
                $"(call {(call.Target is null ? string.Empty : Of(call.Target) + " ")}"
                    + $"{(call.IsNullPropagating ? "?." : string.Empty)}{call.Name}{All(call.Arguments)})",
            IndexExpression index => $"(index {Of(index.Target)}{All(index.Arguments)})",
            UnaryExpression unary => $"({(unary.Operator == UnaryOperator.Minus ? "minus" : "not")} {Of(unary.Operand)})",
            BinaryExpression binary => $"({BinaryOperators.WrittenAs(binary.Operator).Sign} {Of(binary.Left)} {Of(binary.Right)})",
            InExpression search =>
                $"({(search.IsNegated ? "not in" : "in")} {Of(search.Item)} {(search.IsList ? "list" : "values")}{All(search.Values)})",
            ConditionalExpression choice => $"(? {Of(choice.If)} {Of(choice.Then)} {Of(choice.Else)})",
            LambdaExpression lambda => $"(=> {string.Join(' ', lambda.Parameters)} {Of(lambda.Body)})",
            NewArrayExpression array => $"(array {array.Type?.Text ?? "_"}{All(array.Items)})",
            NewObjectExpression made =>
                $"(new {made.Type?.Text ?? "_"}{string.Concat(made.Members.Select(m => $" ({m.Name?.Text ?? "_"} {Of(m.Value)})"))})",
            _ => throw new ArgumentOutOfRangeException(nameof(tree), tree, null),
        };

    private static string All(IEnumerable<ExpressionSyntax> parts) => string.Concat(parts.Select(p => $" {Of(p)}"));

    private static string Quoted(string value) => System.Text.Json.JsonSerializer.Serialize(value);
}
