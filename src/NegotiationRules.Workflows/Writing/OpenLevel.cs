using NegotiationRules.Workflows.Expressions;

namespace NegotiationRules.Workflows.Writing;

/// <summary>One list and the name of its element.</summary>
internal sealed record OpenLevel(ExpressionSyntax List, string Element)
{
    /// <summary><c>list.Method(x => body)</c></summary>
    public ExpressionSyntax Each(string method, ExpressionSyntax body) => Compose.Call(List, method, Compose.Lambda(Element, body));

    /// <summary><c>list.Method(x => predicate)</c>, or <c>list.Method()</c> if every element will do.</summary>
    public ExpressionSyntax Having(string method, ExpressionSyntax? predicate) =>
        predicate is null or BooleanExpression { Value: true } && method != "All" ? Compose.Call(List, method) : Each(method, predicate!);

    /// <summary>The elements for which the condition holds.</summary>
    public OpenLevel Where(ExpressionSyntax? condition) =>
        condition is null or BooleanExpression { Value: true } ? this : this with { List = Each("Where", condition) };
}
