using NegotiationRules.Text;
using NegotiationRules.Workflows.Expressions;

namespace NegotiationRules.Workflows.Reading;

/// <summary>The expressions of a file, each parsed once: those of a workflow that is injected are used by several.</summary>
internal sealed class ParsedExpressions(bool isCaseSensitive, DiagnosticBag bag)
{
    private readonly Dictionary<JsonText, ExpressionSyntax> _parsed = new(ReferenceEqualityComparer.Instance);
    private readonly ExpressionDiagnostics _diagnostics = new(bag);

    public ExpressionSyntax Of(JsonText text)
    {
        if (!_parsed.TryGetValue(text, out var expression))
        {
            _parsed.Add(text, expression = ExpressionParser.Parse(new ExpressionText(text), _diagnostics, isCaseSensitive));
        }

        return expression;
    }
}
