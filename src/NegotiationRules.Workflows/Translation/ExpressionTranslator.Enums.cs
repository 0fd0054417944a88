using System.Globalization;
using NegotiationRules.Syntax;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Expressions;
using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Translation;

/// <content>Enumerations: names beside texts, numbers and each other.</content>
internal sealed partial class ExpressionTranslator
{
    private ValueMeaning? ResolveWord(EnumWordMeaning word, EnumInput type)
    {
        if (!string.Equals(word.Type.Text, type.Name, StringComparison.OrdinalIgnoreCase))
        {
            _diagnostics.OtherEnum(word.Type.Span, word.Type.Text, type.Name);
            return null;
        }

        return EnumConstant(word.Span, type, word.Word.Text, word.Word.Span) as ValueMeaning;
    }

    private Meaning CompareWithEnum(Span span, Span at, BinaryOperator by, ValueMeaning value, EnumInput type, ValueMeaning other)
    {
        switch (other.Constant)
        {
            case string text when !long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _):
                return EnumConstant(other.Span, type, text.Trim(), other.Span) is ValueMeaning { Constant: int index }
                    ? CompareEnum(span, at, by, value, type, type.Numbers[index])
                    : new BrokenMeaning(span);
            case string digits:
                return CompareEnum(span, at, by, value, type, long.Parse(digits, CultureInfo.InvariantCulture));
            case int or long:
                return CompareEnum(span, at, by, value, type, Convert.ToInt64(other.Constant, CultureInfo.InvariantCulture));
            default:
                return Untranslatable(() => _diagnostics.CannotCompare(at, Describe(value), Describe(other)), span);
        }
    }

    // Names stand for numbers, by which they are compared: two names may stand for the same.
    private Meaning CompareEnum(Span span, Span at, BinaryOperator by, ValueMeaning value, EnumInput type, long number)
    {
        if (by == BinaryOperator.NotEqual)
        {
            return Negate(span, CompareEnum(span, at, BinaryOperator.Equal, value, type, number));
        }

        if (value.Constant is int index)
        {
            return new TruthMeaning(span, Logic.Constant(Decide(by, type.Numbers[index], number)));
        }

        var texts = type
            .Texts.Where((_, i) => Decide(by, type.Numbers[i], number))
            .Distinct(StringComparer.Ordinal)
            .Select(text => (OperandSyntax)new LiteralSyntax(at, new JsonText(at, text)))
            .ToList();
        var test = texts.Count switch
        {
            0 => Logic.False,
            1 => Logic.Test(span, value.Operand, ComparisonOperator.Is, texts[0], at),
            _ => Logic.Test(span, value.Operand, ComparisonOperator.In, new OperandListSyntax(at, texts), at),
        };
        return new TruthMeaning(span, Guarded(span, value, EnumConstant(span, type, 0), isEquality: false, test)) { Fault = value.Fault };
    }
}
