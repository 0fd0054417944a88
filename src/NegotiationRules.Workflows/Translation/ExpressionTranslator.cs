using NegotiationRules.Text;
using NegotiationRules.Workflows.Expressions;

namespace NegotiationRules.Workflows.Translation;

/// <summary>Turns expressions into conditions and operands of the rule language.</summary>
/// <remarks>
/// What an expression may name stands in the tables of this folder and in the types of the inputs; nothing is looked up in .NET. One
/// translator may be used for many expressions, one after the other.
/// </remarks>
internal sealed class ExpressionTranslator(DiagnosticBag bag, TranslationOptions options)
{
    private readonly TranslationContext _context = new(bag, options);

    /// <summary>Translates what must be true or false; <see langword="null"/>, with a diagnostic, if it cannot be.</summary>
    public Translation? TranslateCondition(ExpressionSyntax expression, TranslationScope scope) =>
        Translate(expression, scope, isCondition: true);

    /// <summary>Translates what may be any single value; likewise. A truth is given as a condition.</summary>
    public Translation? TranslateValue(ExpressionSyntax expression, TranslationScope scope) =>
        Translate(expression, scope, isCondition: false);

    private Translation? Translate(ExpressionSyntax expression, TranslationScope scope, bool isCondition)
    {
        var state = new TranslationState();
        var meaning = new Meanings(_context, state, isCondition).Translate(expression, scope);
        return new FinishedTranslation(_context, state, scope).Of(meaning, isCondition);
    }
}
