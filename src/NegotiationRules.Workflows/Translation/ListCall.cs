using NegotiationRules.Syntax;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Expressions;

namespace NegotiationRules.Workflows.Translation;

/// <summary>What an expression means where it stands.</summary>
internal delegate Meaning Translate(ExpressionSyntax expression, TranslationScope scope);

/// <summary>A call on a list: its arguments are read for an element of it.</summary>
internal sealed record ListCall(
    Span Span, Name Name, IReadOnlyList<ExpressionSyntax> Arguments, TranslationScope Scope, Translate Translate, bool IsStatic = false
)
{
    /// <summary>An argument, said of the list as a whole.</summary>
    public Meaning Read(ExpressionSyntax argument) => Translate(argument, Scope);
}
