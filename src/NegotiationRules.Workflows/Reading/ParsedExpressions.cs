using NegotiationRules.Text;
using NegotiationRules.Workflows.Expressions;

namespace NegotiationRules.Workflows.Reading;

/// <summary>The expressions of a file, each parsed once: those of a workflow that is injected are used by several.</summary>
internal sealed class ParsedExpressions
{
    private readonly bool _isCaseSensitive;
    private readonly Dictionary<JsonText, ExpressionSyntax> _parsed = new(ReferenceEqualityComparer.Instance);
    private readonly ExpressionDiagnostics _diagnostics;
    private readonly HelperReader _helpers;

    /// <param name="isCaseSensitive">Whether letter case counts.</param>
    /// <param name="helpers">What the user says of methods that nobody here knows.</param>
    /// <param name="bag">Receives what is wrong with an expression, or with such a method.</param>
    public ParsedExpressions(bool isCaseSensitive, IEnumerable<KeyValuePair<string, string>> helpers, DiagnosticBag bag)
    {
        (_isCaseSensitive, _diagnostics) = (isCaseSensitive, new ExpressionDiagnostics(bag));
        var found = new DiagnosticBag();
        _helpers = new HelperReader(HelperTable.Read(helpers, isCaseSensitive, found), new HelperDiagnostics(bag));
        FaultsOfHelpers = [.. found.ToSorted().Where(d => d.Severity == DiagnosticSeverity.Error)];
        bag.AddAll(found);
    }

    /// <summary>What is wrong with the texts that say what methods mean: it stands in no rule.</summary>
    public IReadOnlyList<Diagnostic> FaultsOfHelpers { get; }

    public ExpressionSyntax Of(JsonText text)
    {
        if (!_parsed.TryGetValue(text, out var expression))
        {
            _parsed.Add(text, expression = _helpers.Read(ExpressionParser.Parse(new ExpressionText(text), _diagnostics, _isCaseSensitive)));
        }

        return expression;
    }
}
