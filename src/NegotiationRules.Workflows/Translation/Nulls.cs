using NegotiationRules.Syntax;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Translation;

/// <summary>When something is null, and the faults of working it out.</summary>
internal sealed class Nulls(TranslationContext context)
{
    public ValueMeaning Combined(Span span, OperandSyntax operand, InputType type, params ReadOnlySpan<ValueMeaning> parts)
    {
        var (faults, nothings, own, rough, floating) = (new List<ConditionSyntax>(), new List<ConditionSyntax>(), false, false, false);
        IReadOnlyList<Lift> lifts = [];
        foreach (var part in parts)
        {
            faults.Add(part.Fault);
            nothings.Add(part.Nothing);
            own |= part.HasOwnNull;
            rough |= part.IsRough;
            floating |= part.IsFloating;
            lifts = LiftsOf(part with { Lifts = lifts }, part);
        }

        return new ValueMeaning(span, operand, type)
        {
            Fault = Faults(span, [.. faults]),
            Nothing = Logic.Any(span, [.. nothings]),
            Lifts = lifts,
            HasOwnNull = own,
            IsRough = rough,
            IsFloating = floating,
        };
    }

    public static bool MayBeNull(Meaning meaning) => meaning.Lifts.Count > 0 || !Logic.IsFalse(meaning.Nothing);

    /// <summary>When something is null, or the single element it speaks of is not there.</summary>
    public static ConditionSyntax NullOf(Meaning meaning) =>
        meaning.Lifts.Count == 0
            ? meaning.Nothing
            : Logic.Not(meaning.Span, Close(meaning.Span, meaning.Lifts, Logic.Not(meaning.Span, meaning.Nothing)));

    /// <summary>Says a condition of the single elements it speaks of.</summary>
    public static ConditionSyntax Close(Span span, IReadOnlyList<Lift> lifts, ConditionSyntax condition)
    {
        for (var i = lifts.Count - 1; i >= 0; i--)
        {
            condition = Logic.Some(span, lifts[i].List, lifts[i].Element.As, condition);
        }

        return condition;
    }

    public static IReadOnlyList<Lift> LiftsOf(params ReadOnlySpan<Meaning> meanings)
    {
        IReadOnlyList<Lift> lifts = [];
        foreach (var meaning in meanings)
        {
            lifts = lifts.Count == 0 ? meaning.Lifts : meaning.Lifts.Count == 0 ? lifts : [.. lifts.Union(meaning.Lifts)];
        }

        return lifts;
    }

    /// <summary>When any of these happens; nothing is a fault where what is missing is unknown.</summary>
    public ConditionSyntax Faults(Span span, params ReadOnlySpan<ConditionSyntax> faults)
    {
        if (!context.IsExact)
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

    /// <summary>The same, with a fault of working it out; said of the single elements it speaks of.</summary>
    public ValueMeaning Failing(ValueMeaning value, ConditionSyntax when) =>
        value with { Fault = Faults(value.Span, value.Fault, Close(value.Span, value.Lifts, when)) };

    /// <summary>The same, with the fault that it is beyond 32 bits if it is a number of these.</summary>
    public ValueMeaning Narrow(ValueMeaning number) =>
        number.Kind == ScalarKind.Int32 ? Failing(number, RelatedValues.BeyondInt32(number.Span, number)) : number;

    /// <summary>The fault of a member or method of something that may be null.</summary>
    public ConditionSyntax FaultOfUse(Span span, Meaning target) => Faults(span, target.Fault, NullOf(target));

    /// <summary>A value without single elements, which can stand anywhere. Nothing, with a diagnostic, if the language has no way to say
    /// it.</summary>
    public ValueMeaning? Settle(ValueMeaning value)
    {
        if (value.Lifts.Count == 0)
        {
            return value;
        }

        if (!value.IsNumber && value.Kind is not (ScalarKind.DateTime or ScalarKind.DateOnly or ScalarKind.DateTimeOffset))
        {
            context.Diagnostics.ElementOnlyCompared(value.Span, MeaningWords.Of(value));
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

    // Of a list that is missing nobody knows whether it has a first element.
    public static ConditionSyntax FaultOfLists(Meaning value) =>
        value.Lifts.Count == 0 ? Logic.False
        : value.Fault is CompositionSyntax { Kind: CompositionKind.Any } any
            ? Logic.Any(value.Span, [.. any.Conditions.Where(c => AbsentPath(c) is not null)])
        : AbsentPath(value.Fault) is not null ? value.Fault
        : Logic.False;

    public static TruthMeaning NullTest(Span span, Meaning tested, bool isNull) =>
        new(span, isNull ? NullOf(tested) : Logic.Not(span, NullOf(tested))) { Fault = tested.Fault };

    public ConditionSyntax NothingUsed(Meaning used) => context.IsExact ? Logic.False : used.Nothing;
}
