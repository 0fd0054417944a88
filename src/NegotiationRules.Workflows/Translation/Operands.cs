using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Workflows.Translation;

/// <summary>Puts operands together.</summary>
internal static class Operands
{
    public static FunctionSyntax Function(Span span, OperandFunction function, params IReadOnlyList<OperandSyntax> arguments) =>
        new(span, function, span, arguments);
}
