using NegotiationRules.Syntax;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Expressions;
using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Translation;

/// <content>Null: when something is it, and what is done about it.</content>
internal sealed partial class ExpressionTranslator
{
    private static bool MayBeNull(Meaning meaning) => meaning.Lifts.Count > 0 || !Logic.IsFalse(meaning.Nothing);

    /// <summary>When something is null, or the single element it speaks of is not there.</summary>
    private static ConditionSyntax NullOf(Meaning meaning) =>
        meaning.Lifts.Count == 0
            ? meaning.Nothing
            : Logic.Not(meaning.Span, Close(meaning.Span, meaning.Lifts, Logic.Not(meaning.Span, meaning.Nothing)));

    /// <summary>Says a condition of the single elements it speaks of.</summary>
    private static ConditionSyntax Close(Span span, IReadOnlyList<Lift> lifts, ConditionSyntax condition)
    {
        for (var i = lifts.Count - 1; i >= 0; i--)
        {
            condition = Logic.Some(span, lifts[i].List, lifts[i].Element.As, condition);
        }

        return condition;
    }

    private static IReadOnlyList<Lift> LiftsOf(params ReadOnlySpan<Meaning> meanings)
    {
        IReadOnlyList<Lift> lifts = [];
        foreach (var meaning in meanings)
        {
            lifts = lifts.Count == 0 ? meaning.Lifts : meaning.Lifts.Count == 0 ? lifts : [.. lifts.Union(meaning.Lifts)];
        }

        return lifts;
    }

    /// <summary>When any of these happens; nothing is a fault where what is missing is unknown.</summary>
    private ConditionSyntax Faults(Span span, params ReadOnlySpan<ConditionSyntax> faults)
    {
        if (!IsExact)
        {
            return Logic.False;
        }

        var all = Logic.Any(span, faults);
        if (all is not CompositionSyntax { Kind: CompositionKind.Any, Conditions: var parts } any)
        {
            return all;
        }

        // What an absent object holds is absent too.
        return Logic.Any(
            span,
            [
                .. any.Conditions.Where(c =>
                    AbsentPath(c) is not { } path
                    || !parts.Any(o => AbsentPath(o) is { } longer && longer.StartsWith(path + ".", StringComparison.Ordinal))
                ),
            ]
        );
    }

    private static string? AbsentPath(ConditionSyntax condition) =>
        condition
            is FactTestSyntax
        {
            Comparisons: [{ Operator: ComparisonOperator.Known, Operand: LiteralSyntax { Value: JsonBoolean { Value: false } } }]
        } test
            ? test.Path.Text
            : null;

    /// <summary>The fault of a member or method of something that may be null.</summary>
    private ConditionSyntax FaultOfUse(Span span, Meaning target) => Faults(span, target.Fault, NullOf(target));

    /// <summary>A value without single elements, which can stand anywhere. Nothing, with a diagnostic, if the language has no way to say
    /// it.</summary>
    private ValueMeaning? Settle(ValueMeaning value)
    {
        if (value.Lifts.Count == 0)
        {
            return value;
        }

        if (!value.IsNumber && value.Kind is not (ScalarKind.DateTime or ScalarKind.DateOnly or ScalarKind.DateTimeOffset))
        {
            _diagnostics.ElementOnlyCompared(value.Span, Describe(value));
            return null;
        }

        // The least of one is that one.
        var operand = value.Operand;
        for (var i = value.Lifts.Count - 1; i >= 0; i--)
        {
            operand = new QuantityOperandSyntax(
                value.Span, QuantityKind.Min, value.Lifts[i].List, value.Lifts[i].Element.As, null, operand
            );
        }

        return value with { Operand = operand, Parts = null, Nothing = NullOf(value), Lifts = [] };
    }

    /// <summary><c>left ?? right</c></summary>
    private Meaning Coalesce(Span span, Meaning left, Meaning right)
    {
        if (left is BrokenMeaning || right is BrokenMeaning)
        {
            return new BrokenMeaning(span);
        }

        if (left is TruthMeaning || (left is ValueMeaning { Type.IsNullable: false } && IsExact))
        {
            return Untranslatable(() => _diagnostics.NeverNull(left.Span), span);
        }

        if (right is NullMeaning)
        {
            return left with { Span = span };
        }

        if (left is not ValueMeaning first || right is TruthMeaning && first.Kind != ScalarKind.Boolean)
        {
            return Untranslatable(() => _diagnostics.NotAValue(left), span);
        }

        if (first.Kind == ScalarKind.Boolean && AsTruth(right) is { } otherwise)
        {
            // true ?? no, false ?? no, nothing ?? that.
            var isTrue = Close(
                span,
                first.Lifts,
                Logic.Test(span, first.Operand, ComparisonOperator.Is, new LiteralSyntax(span, new JsonBoolean(span, true)), span)
            );
            return new TruthMeaning(
                span,
                Logic.Any(
                    span, Logic.All(span, Logic.Not(span, NullOf(first)), isTrue),
                    Logic.All(span, NullOf(first), otherwise.Condition)
                )
            )
            {
                Fault = Faults(span, first.Fault, Logic.All(span, NullOf(first), otherwise.Fault)),
            };
        }

        var isMixed =
            IsExact
            && (first, right)
                is
                    (ValueMeaning { Kind: ScalarKind.Decimal }, ValueMeaning { Kind: ScalarKind.Double })
                    or
                    (ValueMeaning { Kind: ScalarKind.Double }, ValueMeaning { Kind: ScalarKind.Decimal });
        return !isMixed && right is ValueMeaning second && Promote(first, second, readsTexts: false, isOperator: false) is var (a, b)
            ? Floating(a, b, first, second) is var (one, other) && Settle(one) is { } settled
                ? ChooseValue(
                    span,
                    Logic.Not(span, NullOf(a)),
                    (settled with { Nothing = Logic.False, Type = a.Type with { IsNullable = false } }, other),
                    NullOf(a)
                )
                : new BrokenMeaning(span)
            : Untranslatable(() => _diagnostics.CannotMix(span, "??", Describe(left), Describe(right)), span);
    }

    /// <summary><c>np(x)</c>, <c>np(x, otherwise)</c>: null, or something else, instead of an exception on the way to x.</summary>
    private Meaning NullPropagated(Span span, Meaning value, Meaning? otherwise)
    {
        if (value is BrokenMeaning || otherwise is BrokenMeaning)
        {
            return new BrokenMeaning(span);
        }

        if (value is not (ValueMeaning or ObjectMeaning or ListMeaning or OpaqueMeaning))
        {
            return Untranslatable(() => _diagnostics.NotForNullPropagation(value.Span), span);
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
                Fault = Faults(span, scalar.HardFault, FaultOfLists(scalar)),
                HasOwnNull =
                    scalar.HasOwnNull || scalar.Operand is not (FactOperandSyntax or QuantityOperandSyntax { Kind: QuantityKind.Count }),
            };
        }
        else
        {
            value = value with { Span = span, Fault = Faults(span, value.HardFault, FaultOfLists(value)) };
        }

        return otherwise is null ? value : Coalesce(span, value, otherwise);
    }

    // Of a list that is missing nobody knows whether it has a first element.
    private static ConditionSyntax FaultOfLists(Meaning value) =>
        value.Lifts.Count == 0 ? Logic.False
        : value.Fault is CompositionSyntax { Kind: CompositionKind.Any } any
            ? Logic.Any(value.Span, [.. any.Conditions.Where(c => AbsentPath(c) is not null)])
        : AbsentPath(value.Fault) is not null ? value.Fault
        : Logic.False;

    private static TruthMeaning NullTest(Span span, Meaning tested, bool isNull) =>
        new(span, isNull ? NullOf(tested) : Logic.Not(span, NullOf(tested))) { Fault = tested.Fault };
}
