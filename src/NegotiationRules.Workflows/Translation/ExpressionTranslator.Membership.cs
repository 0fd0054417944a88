using NegotiationRules.Syntax;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Expressions;
using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Translation;

/// <content>Whether something is one of several, or in a list.</content>
internal sealed partial class ExpressionTranslator
{
    private Meaning In(InExpression item, TranslationScope scope)
    {
        var sought = Translate(item.Item, scope);
        var values = item.Values.Select(v => Translate(v, scope)).ToList();
        if (
            IsExact
            && (
                item.IsNegated
                || sought
                    is TruthMeaning
                        or ValueMeaning { Kind: ScalarKind.Boolean }
                        or ValueMeaning { Type: EnumInput { IsNullable: true } }
            )
        )
        {
            return Untranslatable(() => _diagnostics.InNotTranslated(item.Span, item.IsNegated), item.Span);
        }

        var found = sought is BrokenMeaning || values.Exists(v => v is BrokenMeaning) ? new BrokenMeaning(item.Span)
            : item.IsList ? ContainedIn(item.Span, values[0], sought)
            : Among(item.Span, sought, [.. AfterDoubles(values)]);
        return item.IsNegated ? Negate(item.Span, found) : found;
    }

    // Once what is looked for was compared with a double, it stays one.
    private static IEnumerable<Meaning> AfterDoubles(IReadOnlyList<Meaning> values)
    {
        var isDouble = false;
        foreach (var value in values)
        {
            isDouble |= value is ValueMeaning { Kind: ScalarKind.Double };
            yield return isDouble && value is ValueMeaning { Constant: int or long } whole ? As(whole, ScalarKind.Double) ?? whole : value;
        }
    }

    /// <summary>Whether something is one of several values.</summary>
    private Meaning Among(Span span, Meaning sought, IReadOnlyList<Meaning> values)
    {
        var parts = new List<TruthMeaning>(values.Count);
        foreach (var value in values)
        {
            if (
                AsTruth(
                    Compare(span, value.Span, BinaryOperator.Equal, sought, value, readsTexts: sought is ValueMeaning { Type: EnumInput })
                )
                is not { } part
            )
            {
                return new BrokenMeaning(span);
            }

            parts.Add(part);
        }

        return new TruthMeaning(span, AsMembership(span, parts) ?? Logic.Any(span, [.. parts.Select(p => p.Condition)]))
        {
            Fault = Faults(span, [.. parts.Select(p => p.Fault)]),
        };
    }

    // Where every comparison is one of the same thing with a value.
    private static ConditionSyntax? AsMembership(Span span, List<TruthMeaning> parts)
    {
        if (parts.Count < 2 || Subject(parts[0].Condition) is not var (subject, guards, _))
        {
            return null;
        }

        var values = new List<OperandSyntax>(parts.Count);
        foreach (var part in parts)
        {
            if (
                Subject(part.Condition) is not var (other, otherGuards, value)
                || !SyntaxLikeness.Same(other, subject)
                || !SyntaxLikeness.Same(guards, otherGuards)
                || value is LiteralSyntax { Value: JsonBoolean }
            )
            {
                return null;
            }

            values.Add(value);
        }

        var test = Logic.Test(span, subject, ComparisonOperator.In, new OperandListSyntax(span, values), span);
        return guards is null ? test : Logic.All(span, guards, test);
    }

    private static (OperandSyntax Subject, ConditionSyntax? Guard, OperandSyntax Value)? Subject(ConditionSyntax condition) =>
        condition switch
        {
            FactTestSyntax { Comparisons: [{ Operator: ComparisonOperator.Is } only] } test => (
                new FactOperandSyntax(test.Path.Span, test.Path), null, only.Operand
            ),
            ValueTestSyntax { Comparison: { Operator: ComparisonOperator.Is } only } test => (test.Value, null, only.Operand),
            CompositionSyntax
            {
                Kind: CompositionKind.All,
                Conditions: [FactTestSyntax { Comparisons: [{ Operator: ComparisonOperator.Known }] } guard, var rest]
            } when Subject(rest) is var (subject, none, value) && none is null => (subject, guard, value),
            _ => null,
        };

    private Meaning ContainedIn(Span span, Meaning target, Meaning sought)
    {
        switch (target, sought)
        {
            case (BrokenMeaning, _) or (_, BrokenMeaning):
                return new BrokenMeaning(span);
            case (ArrayMeaning { When.Count: 0 } array, _):
                return AmongAlike(span, sought, array.Items);
            case (ArrayMeaning array, _):
                var found = array.Parts.Aggregate((Meaning)new TruthMeaning(span, Logic.False), (any, part) =>
                    Join(span, BinaryOperator.Or, any, Join(span, BinaryOperator.And, part.When!, AmongAlike(span, sought, [part.Item]))));
                return found with { Fault = Faults(span, sought.Fault, found.Fault) };
            case (ListMeaning list, EnumWordMeaning word) when list.Item is ValueMeaning { Type: EnumInput type }:
                return ResolveWord(word, type) is { } resolved ? ContainedIn(span, list, resolved) : new BrokenMeaning(span);
            case (ListMeaning list, TruthMeaning truth):
                return ContainedIn(span, list, TruthValue(truth));
            case (ListMeaning { Item: ValueMeaning item } list, ValueMeaning value):
                var fault = Faults(span, FaultOfList(span, list, item.Fault), value.Fault);
                // An item that is null is unknown to `contains`; where null is a value it is one like any other.
                if (
                    list is { IsPlain: true, IsSelected: false, From: { Selection: null, IsParameter: false } }
                    && Logic.IsTrue(list.Where)
                    && item.Type is not EnumInput
                    && !(IsExact && item.Type.IsNullable)
                    && Promote(item, value, readsTexts: false) is var (_, promoted)
                    && promoted.Kind == item.Kind
                )
                {
                    var test = new FactTestSyntax(
                        span,
                        list.From.Name,
                        [new ComparisonSyntax(span, ComparisonOperator.Contains, promoted.Operand)],
                        false
                    );
                    return new TruthMeaning(
                        span,
                        Close(
                            span,
                            LiftsOf(list, value),
                            Logic.All(span, IsExact || value.HasOwnNull ? Logic.Not(span, value.Nothing) : Logic.True, test)
                        )
                    )
                    {
                        Fault = fault,
                    };
                }

                return AsTruth(Compare(span, span, BinaryOperator.Equal, item, value, readsTexts: false)) is { } equal
                    ? new TruthMeaning(span, SomeOf(span, Unordered(list), equal.Condition)) { Fault = fault }
                    : new BrokenMeaning(span);
            default:
                return Untranslatable(
                    () =>
                        _diagnostics.CannotContain(
                            span, Describe(target), Describe(sought),
                            target is ListMeaning { Item: ObjectMeaning or ShapeMeaning }
                        ),
                    span
                );
        }
    }

    // What is sought must be of the type of the items: nothing is widened, and null is not taken off.
    private Meaning AmongAlike(Span span, Meaning sought, IReadOnlyList<Meaning> items)
    {
        if (items.Count == 0)
        {
            return new TruthMeaning(span, Logic.False) { Fault = sought.Fault };
        }

        if (
            AreTypesGiven
            && sought is ValueMeaning value
            && (value is { Type.IsNullable: true, IsText: false } || items.Any(i => i is ValueMeaning other && other.Kind != value.Kind))
        )
        {
            return Untranslatable(() => _diagnostics.CannotMix(span, "Contains", Describe(items[0]), Describe(sought)), span);
        }

        return Among(span, sought, items);
    }

    /// <summary><c>Intersect</c> and <c>Except</c>: each value once.</summary>
    private Meaning? Common(ListCall call, ListMeaning list, bool isCommon)
    {
        if (call.Arguments is not [var argument])
        {
            return null;
        }

        var other = Translate(argument, call.Scope);
        if (other is not (ListMeaning or ArrayMeaning))
        {
            return other is BrokenMeaning ? other : null;
        }

        if (AsTruth(ContainedIn(call.Span, other, list.Item)) is not { } test)
        {
            return new BrokenMeaning(call.Span);
        }

        var able = list.Distinct is null && list.Skip is null && list.Take is null ? list : Settled(list);
        var common = able with
        {
            Where = Logic.All(call.Span, able.Where, isCommon ? test.Condition : Logic.Not(call.Span, test.Condition)),
            Fault = Faults(call.Span, FaultOfList(call.Span, list), FaultOfUse(call.Span, other)),
        };
        return Distinct(call, common);
    }
}
