using NegotiationRules.Text;

namespace NegotiationRules.Workflows.Expressions;

/// <summary>Makes expressions of others.</summary>
internal static class ExpressionRewriter
{
    /// <summary>The expression with other parts.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="part">What becomes of a part.</param>
    public static ExpressionSyntax WithParts(
        ExpressionSyntax expression, Func<ExpressionSyntax, ExpressionSyntax> part) => expression switch
        {
            MemberExpression member => member with { Target = part(member.Target) },
            CallExpression call => call with
            {
                Target = call.Target is null ? null : part(call.Target),
                Arguments = [.. call.Arguments.Select(part)],
            },
            IndexExpression index => index with { Target = part(index.Target), Arguments = [.. index.Arguments.Select(part)] },
            UnaryExpression unary => unary with { Operand = part(unary.Operand) },
            BinaryExpression binary => binary with { Left = part(binary.Left), Right = part(binary.Right) },
            InExpression search => search with { Item = part(search.Item), Values = [.. search.Values.Select(part)] },
            ConditionalExpression choice => choice with { If = part(choice.If), Then = part(choice.Then), Else = part(choice.Else) },
            LambdaExpression lambda => lambda with { Body = part(lambda.Body) },
            NewArrayExpression array => array with { Items = [.. array.Items.Select(part)] },
            NewObjectExpression made => made with { Members = [.. made.Members.Select(m => m with { Value = part(m.Value) })] },
            HelperExpression helper => helper with
            {
                Arguments = [.. helper.Arguments.Select(a => a with { Value = part(a.Value) })],
                Body = part(helper.Body),
            },
            _ => expression,
        };

    /// <summary>The same as if all of it stood in one place.</summary>
    public static ExpressionSyntax At(ExpressionSyntax expression, Span span)
    {
        var moved = WithParts(expression, part => At(part, span)) with { Span = span };
        return moved switch
        {
            MemberExpression member => member with { Name = member.Name with { Span = span } },
            CallExpression call => call with { Name = call.Name with { Span = span } },
            BinaryExpression binary => binary with { OperatorSpan = span },
            _ => moved,
        };
    }
}
