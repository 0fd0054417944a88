using NegotiationRules.Conditions;
using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Checking;

/// <summary>Checks what shares are counted as and compared with.</summary>
internal sealed class ShareChecker(IPartChecker parts, Declarations declared, CheckDiagnostics diagnostics)
{
    /// <summary>A share that is written out or a parameter, a number, or one of two of these.</summary>
    public Operand? Check(OperandSyntax syntax, ElementScope scope) => syntax switch
    {
        BrokenOperandSyntax => null,
        LiteralSyntax literal => OfValue(literal.Value, syntax.Span),
        ParameterOperandSyntax parameter => declared.FindParameter(parameter.Name) is { } found
            ? OfValue(found.Value, syntax.Span) : null,
        ChoiceSyntax choice => OfChoice(choice, scope),
        FirstKnownSyntax first => OfFirstKnown(first, scope),
        _ => OfNumber(syntax, scope),
    };

    private FractionOperand? OfValue(JsonValue value, Span at)
    {
        var text = value switch { JsonText t => t.Value, JsonNumber n => n.Digits, _ => string.Empty };
        if (Fraction.TryParse(text, out var fraction) && fraction.Numerator >= 0 && fraction.Numerator <= fraction.Denominator)
        {
            return new FractionOperand(at, fraction);
        }

        diagnostics.NotAFraction(at, text);
        return null;
    }

    private ChoiceOperand? OfChoice(ChoiceSyntax choice, ElementScope scope)
    {
        var condition = parts.Check(choice.If, scope);
        var (then, otherwise) = (Check(choice.Then, scope), Check(choice.Else, scope));
        return condition is null || then is null || otherwise is null ? null
            : new ChoiceOperand(choice.Span, new Measure(MeasureKind.Real), condition, then, otherwise);
    }

    private Operand? OfFirstKnown(FirstKnownSyntax first, ElementScope scope)
    {
        var items = first.Items.Select(item => Check(item, scope)).ToList();
        return items.Contains(null) ? null : FirstKnown.Of(first.Span, [.. items.OfType<Operand>()], diagnostics);
    }

    private Operand? OfNumber(OperandSyntax syntax, ElementScope scope)
    {
        var number = parts.Check(syntax, scope, new Measure(MeasureKind.Exact));
        if (number is null or { Measure.IsNumber: true })
        {
            return number;
        }

        diagnostics.ShareIsANumber(syntax.Span, number.Measure);
        return null;
    }
}
