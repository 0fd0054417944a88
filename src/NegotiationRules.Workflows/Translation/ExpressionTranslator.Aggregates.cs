using NegotiationRules.Syntax;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Expressions;
using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Translation;

/// <content>Counts, sums, averages, the least and the greatest.</content>
internal sealed partial class ExpressionTranslator
{
    private Meaning? Counted(ListCall call, ListMeaning list, ScalarKind kind)
    {
        if (call.Arguments.Count > 1)
        {
            return null;
        }

        var counted = call.Arguments is [var argument] ? Where(call, list, argument) : list;
        return counted is ListMeaning found
            ? CountOf(call.Span, found) with
            {
                Type = new ScalarInput(kind, false),
            }
            : new BrokenMeaning(call.Span);
    }

    private ValueMeaning CountOf(Span span, Meaning counted)
    {
        if (counted is ArrayMeaning array)
        {
            return CountOf(span, array);
        }

        var list = (ListMeaning)counted;
        if (Logic.IsFalse(list.Where))
        {
            return Constant(span, 0) with { Fault = FaultOfList(span, list) };
        }

        var (from, name, where) = Open(list.Skip is null && list.Take is null ? list with { Order = [], IsReversed = false } : list);
        return new ValueMeaning(
            span,
            new QuantityOperandSyntax(span, QuantityKind.Count, from, name, Logic.Written(where)),
            new ScalarInput(ScalarKind.Int32, false)
        )
        {
            Fault = FaultOfList(span, list),
            HardFault = list.HardFault,
            Nothing = NothingUsed(list),
            Lifts = list.Lifts,
        };
    }

    /// <summary>What is worked out for each element; nothing, with a diagnostic, if it is no single value.</summary>
    private ValueMeaning? ItemOf(ListCall call, ListMeaning list)
    {
        var item = call.Arguments is [var argument] ? Body(call, list, argument) : list.Item;
        if (Logic.IsFalse(list.Where))
        {
            _diagnostics.NoResult(call.Span);
            return null;
        }

        if (item is not ValueMeaning value)
        {
            if (item is not BrokenMeaning)
            {
                _diagnostics.NotSummed(call.Name.Span, call.Name.Text, Describe(item));
            }

            return null;
        }

        return Settle(value.Kind == ScalarKind.Double ? Floating(value with { Constant = null }, value) : value);
    }

    private Meaning? Aggregated(ListCall call, ListMeaning list, QuantityKind kind)
    {
        if (call.Arguments.Count > 1 || (kind == QuantityKind.Sum && NeedsArgument(call)))
        {
            return null;
        }

        if (ItemOf(call, list) is not { } item)
        {
            return new BrokenMeaning(call.Span);
        }

        if (
            !item.IsNumber
            && (kind == QuantityKind.Sum || item.Kind is not (ScalarKind.DateTime or ScalarKind.DateOnly or ScalarKind.DateTimeOffset))
        )
        {
            return Untranslatable(() => _diagnostics.NotSummed(call.Name.Span, call.Name.Text, Describe(item)), call.Span);
        }

        var counted = WithoutNull(list, item);
        var fault = FaultOfList(call.Span, list, item.Fault);
        var result = new ValueMeaning(
            call.Span, Quantity(call.Span, kind, counted, item), item.Type with
            {
                IsNullable = item.Type.IsNullable && kind != QuantityKind.Sum,
            }
        )
        {
            Fault = fault,
            Lifts = list.Lifts,
            IsRough = item.IsRough,
            IsFloating = item.IsFloating,
        };
        if (kind == QuantityKind.Sum)
        {
            var beyond =
                item.Kind == ScalarKind.Int32 ? Close(call.Span, list.Lifts, SumBeyondInt32(call.Span, counted, item)) : Logic.False;
            return result with
            {
                Fault = Faults(call.Span, fault, beyond),
                HardFault = Faults(call.Span, HardFaultOfList(call.Span, list, item.Fault), beyond),
            };
        }

        return OfNone(call.Span, result, counted, item);
    }

    // In 32 bits a sum may go too far on the way although it would come back: at the most, by what is positive, or by what is negative.
    private static ConditionSyntax SumBeyondInt32(Span span, ListMeaning list, ValueMeaning item)
    {
        var able = list.IsPlain ? list : Settled(list);
        return Logic.Any(
            span,
            Beyond(BinaryOperator.Greater, ComparisonOperator.MoreThan, int.MaxValue),
            Beyond(BinaryOperator.Less, ComparisonOperator.LessThan, int.MinValue));

        ConditionSyntax Beyond(BinaryOperator sign, ComparisonOperator comparison, int limit)
        {
            var where = Logic.All(span, able.Where, TestNumber(span, item, sign, 0));
            return Logic.IsFalse(where)
                ? Logic.False
                : Logic.Test(
                    span,
                    Quantity(span, QuantityKind.Sum, able with { Where = where }, item),
                    comparison, Literals.Write(span, limit)!, span
                );
        }
    }

    // A least of none is an exception, or null where the elements may be null.
    private ValueMeaning OfNone(Span span, ValueMeaning result, ListMeaning list, ValueMeaning item)
    {
        var isNone = Logic.Not(span, SomeOf(span, Unordered(list with { Lifts = [] }), Logic.True));
        return item.Type.IsNullable || item.HasOwnNull ? result with { Nothing = isNone }
            : result with { Fault = Faults(span, result.Fault, Close(span, result.Lifts, isNone)) };
    }

    // `list.Sum()` is an error in some versions of what RulesEngine stands on, and a sum in others: which, it has to say itself.
    private bool NeedsArgument(ListCall call) => IsExact && call.Arguments.Count == 0 && !call.IsStatic;

    private Meaning? Average(ListCall call, ListMeaning list)
    {
        if (call.Arguments.Count > 1 || NeedsArgument(call))
        {
            return null;
        }

        if (ItemOf(call, list) is not { } item)
        {
            return new BrokenMeaning(call.Span);
        }

        if (!item.IsNumber)
        {
            return Untranslatable(() => _diagnostics.NotSummed(call.Name.Span, call.Name.Text, Describe(item)), call.Span);
        }

        var counted = WithoutNull(list, item);
        var (from, name, where) = Open(counted);
        var count = new QuantityOperandSyntax(call.Span, QuantityKind.Count, from, name, Logic.Written(where));
        var sum = Quantity(call.Span, QuantityKind.Sum, counted, item);
        var quotient = Function(call.Span, OperandFunction.Quotient, sum, count);
        var isRough = IsExact && item.Kind == ScalarKind.Decimal;
        var result = new ValueMeaning(
            call.Span,
            quotient,
            new ScalarInput(item.Kind == ScalarKind.Decimal ? ScalarKind.Decimal : ScalarKind.Double, item.Type.IsNullable)
        )
        {
            Fault = FaultOfList(call.Span, list, item.Fault),
            Lifts = list.Lifts,
            IsRough = isRough || item.IsRough,
            Parts = isRough && !item.IsRough ? (sum, count) : null,
        };
        return OfNone(call.Span, result, counted, item);
    }

    // Where null is a value, it is left out; where it is something unknown, the result is unknown too.
    private ListMeaning WithoutNull(ListMeaning list, ValueMeaning item)
    {
        if (Logic.IsFalse(item.Nothing) || (!IsExact && !item.HasOwnNull))
        {
            return list;
        }

        var able = list.IsPlain ? list : Settled(list);
        return able with { Where = Logic.All(list.Span, able.Where, Logic.Not(list.Span, item.Nothing)) };
    }

    private static QuantityOperandSyntax Quantity(Span span, QuantityKind kind, ListMeaning list, ValueMeaning item)
    {
        var (opened, name, where) = Open(list);
        if (opened.Selection is null && item.Operand is FactOperandSyntax { Path.Text: var path })
        {
            var mark = list.Element.Mark;
            if (path == mark || path.StartsWith(mark + ".", StringComparison.Ordinal))
            {
                var whole = opened with { Name = opened.Name with { Text = opened.Name.Text + path[mark.Length..] } };
                return new QuantityOperandSyntax(span, kind, whole, name, Logic.Written(where));
            }
        }

        return new QuantityOperandSyntax(span, kind, opened, name, Logic.Written(where), item.Operand);
    }
}
