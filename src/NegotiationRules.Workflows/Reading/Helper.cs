using NegotiationRules.Syntax;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Expressions;

namespace NegotiationRules.Workflows.Reading;

/// <summary>What a method means that nobody here knows: an expression in which its parameters stand for the arguments. Immutable.</summary>
/// <param name="Name">The method, behind its type and a dot if it has one: <c>VipUtils.IsVip</c>. Without, it is one of any value.</param>
/// <param name="Parameters">Its parameters; <see langword="null"/> if the expression says what is meant whatever the arguments are.</param>
/// <param name="Body">The expression.</param>
internal sealed record Helper(string Name, IReadOnlyList<Name>? Parameters, ExpressionSyntax Body)
{
    /// <summary>What a call of it stands for.</summary>
    /// <param name="span">The call.</param>
    /// <param name="arguments">As many as there are parameters.</param>
    public ExpressionSyntax With(Span span, IReadOnlyList<ExpressionSyntax> arguments) =>
        Parameters is null ? Body
            : new HelperExpression(span, [.. Parameters.Zip(arguments, (name, value) => new HelperArgument(name, value))], Body);
}
