using NegotiationRules.Syntax;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Translation;

/// <summary>The choice between two, and what stands in the place of null.</summary>
internal sealed class Alternatives(TranslationContext context, Nulls nulls, TruthValues truths, ScalarValues scalars)
{
    /// <summary><c>test ? then : otherwise</c>, <c>iif(test, then, otherwise)</c></summary>
    public Meaning Choose(Span span, Meaning test, Meaning a, Meaning b)
    {
        var condition = truths.AsTruth(test);
        if (condition is null || a is BrokenMeaning || b is BrokenMeaning)
        {
            return new BrokenMeaning(span);
        }

        var isNot = Logic.Not(span, condition.Condition);
        var fault = nulls.Faults(span, condition.Fault, Logic.All(span, condition.Condition, a.Fault), Logic.All(span, isNot, b.Fault));
        if (
            a is TruthMeaning or ValueMeaning { Kind: ScalarKind.Boolean }
            && b is TruthMeaning or ValueMeaning { Kind: ScalarKind.Boolean }
        )
        {
            return truths.AsTruth(a) is { } yes && truths.AsTruth(b) is { } no
                ? new TruthMeaning(span, ChooseTruth(span, condition.Condition, isNot, yes.Condition, no.Condition)) { Fault = fault }
                : new BrokenMeaning(span);
        }

        return (a, b) switch
        {
            (ValueMeaning x, NullMeaning) => OrNull(x, isNot),
            (NullMeaning, ValueMeaning y) => OrNull(y, condition.Condition),
            (ValueMeaning x, ValueMeaning y)
                when (!context.IsExact || OneWay(x, y))
                    && scalars.Promote(x, y, readsTexts: false, isOperator: false) is var (p, q) =>
                scalars.OneOf(ChooseValue(span, condition.Condition, Doubles.Of(p, q, x, y), isNot), x, y) is ValueMeaning chosen
                    ? chosen with { Fault = fault }
                    : new BrokenMeaning(span),
            (ValueMeaning, ValueMeaning) => context.Broken(say => say.CannotMix(span, "? :", MeaningWords.Of(a), MeaningWords.Of(b)), span),
            _ => context.Broken(say => say.ChoiceOfObjects(span), span),
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
    public Meaning ChooseValue(Span span, ConditionSyntax test, (ValueMeaning Then, ValueMeaning Else) values, ConditionSyntax isNot)
    {
        var (then, otherwise) = values;
        if (Logic.IsTrue(test) || Logic.IsFalse(test))
        {
            return (Logic.IsTrue(test) ? then : otherwise) with { Span = span };
        }

        if (nulls.Settle(then) is not { } a || nulls.Settle(otherwise) is not { } b)
        {
            return new BrokenMeaning(span);
        }

        return new ValueMeaning(
            span, new ChoiceSyntax(span, test, a.Operand, b.Operand), a.Type with { IsNullable = a.Type.IsNullable || b.Type.IsNullable }
        )
        {
            Nothing = Logic.Any(span, Logic.All(span, test, a.Nothing), Logic.All(span, isNot, b.Nothing)),
            HasOwnNull = a.HasOwnNull || b.HasOwnNull,
            IsRough = a.IsRough || b.IsRough,
            IsFloating = a.IsFloating || b.IsFloating,
            Fault = nulls.Faults(span, then.Fault, Logic.All(span, isNot, otherwise.Fault)),
        };
    }

    /// <summary><c>left ?? right</c></summary>
    public Meaning Coalesce(Span span, Meaning left, Meaning right)
    {
        if (left is BrokenMeaning || right is BrokenMeaning)
        {
            return new BrokenMeaning(span);
        }

        if (left is TruthMeaning || (left is ValueMeaning { Type.IsNullable: false } && context.IsExact))
        {
            return context.Broken(say => say.NeverNull(left.Span), span);
        }

        if (right is NullMeaning)
        {
            return left with { Span = span };
        }

        if (left is not ValueMeaning first || right is TruthMeaning && first.Kind != ScalarKind.Boolean)
        {
            return context.Broken(say => say.NotAValue(left), span);
        }

        if (first.Kind == ScalarKind.Boolean && truths.AsTruth(right) is { } otherwise)
        {
            // true ?? no, false ?? no, nothing ?? that.
            var isTrue = Nulls.Close(
                span,
                first.Lifts,
                Logic.Test(span, first.Operand, ComparisonOperator.Is, new LiteralSyntax(span, new JsonBoolean(span, true)), span)
            );
            return new TruthMeaning(
                span,
                Logic.Any(
                    span, Logic.All(span, Logic.Not(span, Nulls.NullOf(first)), isTrue),
                    Logic.All(span, Nulls.NullOf(first), otherwise.Condition)
                )
            )
            {
                Fault = nulls.Faults(span, first.Fault, Logic.All(span, Nulls.NullOf(first), otherwise.Fault)),
            };
        }

        var isMixed =
            context.IsExact
            && (first, right)
                is
                    (ValueMeaning { Kind: ScalarKind.Decimal }, ValueMeaning { Kind: ScalarKind.Double })
                    or
                    (ValueMeaning { Kind: ScalarKind.Double }, ValueMeaning { Kind: ScalarKind.Decimal });
        return !isMixed && right is ValueMeaning second && scalars.Promote(
            first, second, readsTexts: false, isOperator: false
        ) is var (a, b)
            ? Doubles.Of(a, b, first, second) is var (one, other) && nulls.Settle(one) is { } settled
                ? scalars.OneOf(
                    ChooseValue(
                        span,
                        Logic.Not(span, Nulls.NullOf(a)),
                        (settled with { Nothing = Logic.False, Type = a.Type with { IsNullable = false } }, other),
                        Nulls.NullOf(a)
                    ),
                    first, second
                )
                : new BrokenMeaning(span)
            : context.Broken(say => say.CannotMix(span, "??", MeaningWords.Of(left), MeaningWords.Of(right)), span);
    }

    /// <summary><c>np(x)</c>, <c>np(x, otherwise)</c>: null, or something else, instead of an exception on the way to x.</summary>
    public Meaning NullPropagated(Span span, Meaning value, Meaning? otherwise)
    {
        if (value is BrokenMeaning || otherwise is BrokenMeaning)
        {
            return new BrokenMeaning(span);
        }

        if (value is not (ValueMeaning or ObjectMeaning or ListMeaning or OpaqueMeaning))
        {
            return context.Broken(say => say.NotForNullPropagation(value.Span), span);
        }

        // The way to it can be null only where there is a fault on it; a fact is absent if anything on the way to it is.
        if (value is ValueMeaning scalar)
        {
            var nothing = scalar.Operand is FactOperandSyntax fact ? Logic.Known(span, fact.Path.Text, isKnown: false)
                : scalar.Lifts.Count > 0 ? scalar.Nothing
                : Logic.Any(span, scalar.Nothing, scalar.Fault);
            value = scalar with
            {
                Span = span,
                Type = scalar.Type with { IsNullable = true },
                Nothing = nothing,
                Fault = nulls.Faults(span, scalar.HardFault, Nulls.FaultOfLists(scalar)),
                HasOwnNull =
                    scalar.HasOwnNull || scalar.Operand is not (FactOperandSyntax or QuantityOperandSyntax { Kind: QuantityKind.Count }),
            };
        }
        else
        {
            value = value with { Span = span, Fault = nulls.Faults(span, value.HardFault, Nulls.FaultOfLists(value)) };
        }

        return otherwise is null ? value : Coalesce(span, value, otherwise);
    }
}
