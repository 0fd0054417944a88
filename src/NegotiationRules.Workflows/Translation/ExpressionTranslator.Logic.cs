using NegotiationRules.Syntax;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Expressions;
using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Translation;

/// <content>And, or, not, and the choice between two.</content>
internal sealed partial class ExpressionTranslator
{
    /// <summary>What is true or false; nothing, with a diagnostic, if it is something else.</summary>
    private TruthMeaning? AsTruth(Meaning meaning)
    {
        switch (meaning)
        {
            case BrokenMeaning:
                return null;
            case TruthMeaning truth:
                return truth;
            case ValueMeaning { Kind: ScalarKind.Boolean } value when !IsExact || !value.Type.IsNullable:
                var test = value.Constant is bool constant
                    ? Logic.Constant(constant)
                    : Logic.Test(
                        value.Span, value.Operand, ComparisonOperator.Is,
                        new LiteralSyntax(value.Span, new JsonBoolean(value.Span, true)),
                        value.Span
                    );
                return new TruthMeaning(value.Span, Close(value.Span, value.Lifts, test)) { Fault = value.Fault };
            case ValueMeaning { Kind: ScalarKind.Boolean } value:
                _diagnostics.NullableTruth(value.Span);
                return null;
            case EnumWordMeaning word:
                _diagnostics.UnknownType(word);
                return null;
            default:
                _diagnostics.NotACondition(meaning.Span, Describe(meaning));
                return null;
        }
    }

    private static ValueMeaning AsValue(TruthMeaning truth) =>
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

    private Meaning Negate(Span span, Meaning operand) =>
        AsTruth(operand) is { } truth
            ? new TruthMeaning(span, Logic.Not(span, truth.Condition)) { Fault = truth.Fault }
            : new BrokenMeaning(span);

    /// <summary><c>a and b and c</c>: the links of a chain are put together at once.</summary>
    private Meaning Chain(BinaryExpression chain, TranslationScope scope)
    {
        var links = new List<ExpressionSyntax>();
        ExpressionSyntax first = chain;
        while (first is BinaryExpression link && link.Operator == chain.Operator)
        {
            links.Add(link.Right);
            first = link.Left;
        }

        links.Add(first);
        links.Reverse();
        var truths = links.ConvertAll(link => AsTruth(Translate(link, scope)));
        if (truths.Contains(null))
        {
            return new BrokenMeaning(chain.Span);
        }

        // What comes later is only worked out where nothing before it decides.
        var isAll = chain.Operator == BinaryOperator.And;
        var fault = truths[^1]!.Fault;
        for (var i = truths.Count - 2; i >= 0; i--)
        {
            var goesOn = isAll ? truths[i]!.Condition : Logic.Not(chain.Span, truths[i]!.Condition);
            fault = Logic.Any(chain.Span, truths[i]!.Fault, Logic.All(chain.Span, goesOn, fault));
        }

        ConditionSyntax[] conditions = [.. truths.Select(t => t!.Condition)];
        return new TruthMeaning(chain.Span, isAll ? Logic.All(chain.Span, conditions) : Logic.Any(chain.Span, conditions))
        {
            Fault = Faults(chain.Span, fault),
        };
    }

    private Meaning Join(Span span, BinaryOperator by, Meaning left, Meaning right)
    {
        if (AsTruth(left) is not { } a || AsTruth(right) is not { } b)
        {
            return new BrokenMeaning(span);
        }

        // The right side is only worked out where the left one does not decide.
        return by == BinaryOperator.And
            ? new TruthMeaning(span, Logic.All(span, a.Condition, b.Condition))
            {
                Fault = Faults(span, a.Fault, Logic.All(span, a.Condition, b.Fault)),
            }
            : new TruthMeaning(span, Logic.Any(span, a.Condition, b.Condition))
            {
                Fault = Faults(span, a.Fault, Logic.All(span, Logic.Not(span, a.Condition), b.Fault)),
            };
    }

    /// <summary><c>&amp;</c> and <c>|</c>: of truths, both of which are worked out; and <c>&amp;</c> joins texts.</summary>
    private Meaning Bits(BinaryExpression binary, Meaning left, Meaning right)
    {
        if (binary.Operator == BinaryOperator.BitAnd && (left is ValueMeaning { IsText: true } || right is ValueMeaning { IsText: true }))
        {
            return Concatenate(binary.Span, [left, right]);
        }

        if (
            left is not (TruthMeaning or ValueMeaning { Kind: ScalarKind.Boolean })
            || right is not (TruthMeaning or ValueMeaning { Kind: ScalarKind.Boolean })
        )
        {
            return Untranslatable(() => _diagnostics.BitsNotTranslated(binary.OperatorSpan), binary.Span);
        }

        return AsTruth(left) is not { } a || AsTruth(right) is not { } b
            ? new BrokenMeaning(binary.Span)
            : new TruthMeaning(
                binary.Span,
                binary.Operator == BinaryOperator.BitAnd
                    ? Logic.All(binary.Span, a.Condition, b.Condition)
                    : Logic.Any(binary.Span, a.Condition, b.Condition)
            )
            {
                Fault = Faults(binary.Span, a.Fault, b.Fault),
            };
    }

    /// <summary><c>test ? then : otherwise</c>, <c>iif(test, then, otherwise)</c></summary>
    private Meaning Choose(Span span, ExpressionSyntax test, ExpressionSyntax then, ExpressionSyntax otherwise, TranslationScope scope)
    {
        var condition = AsTruth(Translate(test, scope));
        var a = Translate(then, scope);
        var b = Translate(otherwise, scope);
        if (condition is null || a is BrokenMeaning || b is BrokenMeaning)
        {
            return new BrokenMeaning(span);
        }

        var isNot = Logic.Not(span, condition.Condition);
        var fault = Faults(span, condition.Fault, Logic.All(span, condition.Condition, a.Fault), Logic.All(span, isNot, b.Fault));
        if (
            a is TruthMeaning or ValueMeaning { Kind: ScalarKind.Boolean }
            && b is TruthMeaning or ValueMeaning { Kind: ScalarKind.Boolean }
        )
        {
            return AsTruth(a) is { } yes && AsTruth(b) is { } no
                ? new TruthMeaning(span, ChooseTruth(span, condition.Condition, isNot, yes.Condition, no.Condition)) { Fault = fault }
                : new BrokenMeaning(span);
        }

        return (a, b) switch
        {
            (ValueMeaning x, NullMeaning) => OrNull(x, isNot),
            (NullMeaning, ValueMeaning y) => OrNull(y, condition.Condition),
            (ValueMeaning x, ValueMeaning y)
                when (!IsExact || OneWay(x, y)) && Promote(x, y, readsTexts: false, isOperator: false) is var (p, q) => ChooseValue(
                span, condition.Condition, Floating(p, q, x, y), isNot
            )
                is ValueMeaning chosen
                ? chosen with
                {
                    Fault = fault,
                }
                : new BrokenMeaning(span),
            (ValueMeaning, ValueMeaning) => Untranslatable(() => _diagnostics.CannotMix(span, "? :", Describe(a), Describe(b)), span),
            _ => Untranslatable(() => _diagnostics.ChoiceOfObjects(span), span),
        };

        ValueMeaning OrNull(ValueMeaning value, ConditionSyntax isNull) => value with
        {
            Span = span,
            Type = value.Type with { IsNullable = true },
            Nothing = Logic.Any(span, isNull, value.Nothing),
            Constant = null,
            HasOwnNull = true,
            Fault = fault,
        };
    }

    // Between branches the engine cannot choose: one must become the other, and the other not the one.
    private static bool OneWay(ValueMeaning a, ValueMeaning b) =>
        (a.Kind == b.Kind && a.Type.IsNullable == b.Type.IsNullable) || Becomes(a, b) != Becomes(b, a);

    private static bool Becomes(ValueMeaning value, ValueMeaning other)
    {
        if (!value.IsNumber || !other.IsNumber)
        {
            return value.Kind == other.Kind && (!value.Type.IsNullable || other.Type.IsNullable);
        }

        var (from, to) = (value.Kind!.Value, other.Kind!.Value);
        if (
            value.Digits is not null
            && (
                from is ScalarKind.Int32 or ScalarKind.Int64 || (from == ScalarKind.Double && to is ScalarKind.Double or ScalarKind.Decimal)
            )
        )
        {
            return true;
        }

        return (from == to || from == ScalarKind.Int32 || (from == ScalarKind.Int64 && to != ScalarKind.Int32))
            && (!value.Type.IsNullable || other.Type.IsNullable);
    }

    private static ConditionSyntax ChooseTruth(
        Span span, ConditionSyntax test, ConditionSyntax isNot, ConditionSyntax then, ConditionSyntax otherwise
    ) =>
        Logic.IsTrue(then) ? Logic.Any(span, test, otherwise)
        : Logic.IsFalse(then) ? Logic.All(span, isNot, otherwise)
        : Logic.IsTrue(otherwise) ? Logic.Any(span, isNot, then)
        : Logic.IsFalse(otherwise) ? Logic.All(span, test, then)
        : Logic.Any(span, Logic.All(span, test, then), Logic.All(span, isNot, otherwise));

    // Both values measure the same; the fault is that of both unless the caller knows better.
    private Meaning ChooseValue(Span span, ConditionSyntax test, (ValueMeaning Then, ValueMeaning Else) values, ConditionSyntax isNot)
    {
        var (then, otherwise) = values;
        if (Logic.IsTrue(test) || Logic.IsFalse(test))
        {
            return (Logic.IsTrue(test) ? then : otherwise) with { Span = span };
        }

        if (Settle(then) is not { } a || Settle(otherwise) is not { } b)
        {
            return new BrokenMeaning(span);
        }

        return new ValueMeaning(
            span, new ChoiceSyntax(span, test, a.Operand, b.Operand), a.Type with
            {
                IsNullable = a.Type.IsNullable || b.Type.IsNullable,
            }
        )
        {
            Nothing = Logic.Any(span, Logic.All(span, test, a.Nothing), Logic.All(span, isNot, b.Nothing)),
            HasOwnNull = a.HasOwnNull || b.HasOwnNull,
            IsRough = a.IsRough || b.IsRough,
            IsFloating = a.IsFloating || b.IsFloating,
            Fault = Faults(span, then.Fault, Logic.All(span, isNot, otherwise.Fault)),
        };
    }
}
