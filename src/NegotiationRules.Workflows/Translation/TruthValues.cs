using NegotiationRules.Syntax;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Expressions;
using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Translation;

/// <summary>What is true or false: as a condition, and as a value.</summary>
internal sealed class TruthValues(TranslationContext context, Nulls nulls)
{
    public static ValueMeaning TruthValue(TruthMeaning truth) =>
        Logic.IsTrue(truth.Condition) ? ValueMeaning.Of(truth.Span, true)
        : Logic.IsFalse(truth.Condition) ? ValueMeaning.Of(truth.Span, false)
        : AsValue(truth);

    /// <summary>What is true or false; nothing, with a diagnostic, if it is something else.</summary>
    public TruthMeaning? AsTruth(Meaning meaning)
    {
        switch (meaning)
        {
            case BrokenMeaning:
                return null;
            case TruthMeaning truth:
                return truth;
            case ValueMeaning { Kind: ScalarKind.Boolean } value when !context.IsExact || !value.Type.IsNullable:
                var test = value.Constant is bool constant
                    ? Logic.Constant(constant)
                    : Logic.Test(
                        value.Span, value.Operand, ComparisonOperator.Is,
                        new LiteralSyntax(value.Span, new JsonBoolean(value.Span, true)),
                        value.Span
                    );
                return new TruthMeaning(value.Span, Nulls.Close(value.Span, value.Lifts, test)) { Fault = value.Fault };
            case ValueMeaning { Kind: ScalarKind.Boolean } value:
                context.Diagnostics.NullableTruth(value.Span);
                return null;
            case EnumWordMeaning word:
                context.Diagnostics.UnknownType(word);
                return null;
            default:
                context.Diagnostics.NotACondition(meaning.Span, MeaningWords.Of(meaning));
                return null;
        }
    }

    public static ValueMeaning AsValue(TruthMeaning truth) =>
        new(
            truth.Span,
            new ChoiceSyntax(
                truth.Span,
                truth.Condition,
                new LiteralSyntax(truth.Span, new JsonBoolean(truth.Span, true)),
                new LiteralSyntax(truth.Span, new JsonBoolean(truth.Span, false))
            ),
            new ScalarInput(ScalarKind.Boolean, false)
        )
        {
            Fault = truth.Fault,
        };

    public Meaning Negate(Span span, Meaning operand) =>
        AsTruth(operand) is { } truth
            ? new TruthMeaning(span, Logic.Not(span, truth.Condition)) { Fault = truth.Fault }
            : new BrokenMeaning(span);

    public Meaning Join(Span span, BinaryOperator by, Meaning left, Meaning right)
    {
        if (AsTruth(left) is not { } a || AsTruth(right) is not { } b)
        {
            return new BrokenMeaning(span);
        }

        // The right side is only worked out where the left one does not decide.
        return by == BinaryOperator.And
            ? new TruthMeaning(span, Logic.All(span, a.Condition, b.Condition))
            {
                Fault = nulls.Faults(span, a.Fault, Logic.All(span, a.Condition, b.Fault)),
            }
            : new TruthMeaning(span, Logic.Any(span, a.Condition, b.Condition))
            {
                Fault = nulls.Faults(span, a.Fault, Logic.All(span, Logic.Not(span, a.Condition), b.Fault)),
            };
    }
}
