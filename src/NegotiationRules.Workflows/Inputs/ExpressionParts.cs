using NegotiationRules.Workflows.Expressions;

namespace NegotiationRules.Workflows.Inputs;

/// <summary>The expressions that an expression directly consists of, in the order written.</summary>
internal static class ExpressionParts
{
    public static IEnumerable<ExpressionSyntax> Of(ExpressionSyntax expression) => expression switch
    {
        MemberExpression member => [member.Target],
        CallExpression { Target: { } target } call => [target, .. call.Arguments],
        CallExpression call => call.Arguments,
        IndexExpression index => [index.Target, .. index.Arguments],
        UnaryExpression unary => [unary.Operand],
        BinaryExpression binary => [binary.Left, binary.Right],
        InExpression @in => [@in.Item, .. @in.Values],
        ConditionalExpression conditional => [conditional.If, conditional.Then, conditional.Else],
        LambdaExpression lambda => [lambda.Body],
        NewArrayExpression array => array.Items,
        NewObjectExpression @object => @object.Members.Select(m => m.Value),
        HelperExpression helper => [.. helper.Arguments.Select(a => a.Value), helper.Body],
        _ => [],
    };
}
