using NegotiationRules.Syntax;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Expressions;
using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Translation;

/// <summary>Counts, sums, averages, the least and the greatest; and elements by a key.</summary>
internal sealed class ListQuantities(
    TranslationContext context, Nulls nulls, Comparisons comparisons, ListConditions lists, ListSelections selections
)
{
    public Meaning? Counted(ListCall call, ListMeaning list, ScalarKind kind)
    {
        if (call.Arguments.Count > 1)
        {
            return null;
        }

        var counted = call.Arguments is [var argument] ? selections.Where(call, list, argument) : list;
        return counted is ListMeaning found
            ? CountOf(call.Span, found) with { Type = new ScalarInput(kind, false) }
            : new BrokenMeaning(call.Span);
    }

    public ValueMeaning CountOf(Span span, Meaning counted)
    {
        if (counted is ArrayMeaning array)
        {
            return CountOf(span, array);
        }

        var list = (ListMeaning)counted;
        if (Logic.IsFalse(list.Where))
        {
            return ValueMeaning.Of(span, 0) with { Fault = lists.FaultOfList(span, list) };
        }

        var (from, name, where) = ListConditions.Open(
            list.Skip is null && list.Take is null ? list with { Order = [], IsReversed = false } : list
        );
        return new ValueMeaning(
            span,
            new QuantityOperandSyntax(span, QuantityKind.Count, from, name, Logic.Written(where)),
            new ScalarInput(ScalarKind.Int32, false)
        )
        {
            Fault = lists.FaultOfList(span, list),
            HardFault = list.HardFault,
            Nothing = nulls.NothingUsed(list),
            Lifts = list.Lifts,
        };
    }

    /// <summary>What is worked out for each element; nothing, with a diagnostic, if it is no single value.</summary>
    private ValueMeaning? ItemOf(ListCall call, ListMeaning list)
    {
        var item = call.Arguments is [var argument] ? lists.Body(call, list, argument) : list.Item;
        if (Logic.IsFalse(list.Where))
        {
            context.Diagnostics.NoResult(call.Span);
            return null;
        }

        if (item is not ValueMeaning value)
        {
            if (item is not BrokenMeaning)
            {
                context.Diagnostics.NotSummed(call.Name.Span, call.Name.Text, MeaningWords.Of(item));
            }

            return null;
        }

        return nulls.Settle(value.Kind == ScalarKind.Double ? Doubles.Of(value with { Constant = null }, value) : value);
    }

    public Meaning? Aggregated(ListCall call, ListMeaning list, QuantityKind kind)
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
            return context.Broken(say => say.NotSummed(call.Name.Span, call.Name.Text, MeaningWords.Of(item)), call.Span);
        }

        var counted = WithoutNull(list, item);
        var fault = lists.FaultOfList(call.Span, list, item.Fault);
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
                item.Kind == ScalarKind.Int32 ? Nulls.Close(call.Span, list.Lifts, SumBeyondInt32(call.Span, counted, item)) : Logic.False;
            return result with
            {
                Fault = nulls.Faults(call.Span, fault, beyond),
                HardFault = nulls.Faults(call.Span, lists.HardFaultOfList(call.Span, list, item.Fault), beyond),
            };
        }

        return OfNone(call.Span, result, counted, item);
    }

    // In 32 bits a sum may go too far on the way although it would come back: at the most, by what is positive, or by what is negative.
    private static ConditionSyntax SumBeyondInt32(Span span, ListMeaning list, ValueMeaning item)
    {
        var able = list.IsPlain ? list : ListConditions.Settled(list);
        return Logic.Any(
            span,
            Beyond(BinaryOperator.Greater, ComparisonOperator.MoreThan, int.MaxValue),
            Beyond(BinaryOperator.Less, ComparisonOperator.LessThan, int.MinValue));

        ConditionSyntax Beyond(BinaryOperator sign, ComparisonOperator comparison, int limit)
        {
            var where = Logic.All(span, able.Where, RelatedValues.TestNumber(span, item, sign, 0));
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
        var isNone = Logic.Not(span, ListConditions.SomeOf(span, ListConditions.Unordered(list with { Lifts = [] }), Logic.True));
        return item.Type.IsNullable || item.HasOwnNull ? result with { Nothing = isNone }
            : nulls.Failing(result, isNone);
    }

    // `list.Sum()` is an error in some versions of what RulesEngine stands on, and a sum in others: which, it has to say itself.
    public bool NeedsArgument(ListCall call) => context.IsExact && call.Arguments.Count == 0 && !call.IsStatic;

    public Meaning? Average(ListCall call, ListMeaning list)
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
            return context.Broken(say => say.NotSummed(call.Name.Span, call.Name.Text, MeaningWords.Of(item)), call.Span);
        }

        var counted = WithoutNull(list, item);
        var (from, name, where) = ListConditions.Open(counted);
        var count = new QuantityOperandSyntax(call.Span, QuantityKind.Count, from, name, Logic.Written(where));
        var sum = Quantity(call.Span, QuantityKind.Sum, counted, item);
        var quotient = Operands.Function(call.Span, OperandFunction.Quotient, sum, count);
        var isRough = context.IsExact && item.Kind == ScalarKind.Decimal;
        var result = new ValueMeaning(
            call.Span,
            quotient,
            new ScalarInput(item.Kind == ScalarKind.Decimal ? ScalarKind.Decimal : ScalarKind.Double, item.Type.IsNullable)
        )
        {
            Fault = lists.FaultOfList(call.Span, list, item.Fault),
            Lifts = list.Lifts,
            IsRough = isRough || item.IsRough,
            Parts = isRough && !item.IsRough ? (sum, count) : null,
        };
        return OfNone(call.Span, result, counted, item);
    }

    // Where null is a value, it is left out; where it is something unknown, the result is unknown too.
    private ListMeaning WithoutNull(ListMeaning list, ValueMeaning item)
    {
        if (Logic.IsFalse(item.Nothing) || (!context.IsExact && !item.HasOwnNull))
        {
            return list;
        }

        var able = list.IsPlain ? list : ListConditions.Settled(list);
        return able with { Where = Logic.All(list.Span, able.Where, Logic.Not(list.Span, item.Nothing)) };
    }

    private static QuantityOperandSyntax Quantity(Span span, QuantityKind kind, ListMeaning list, ValueMeaning item)
    {
        var (opened, name, where) = ListConditions.Open(list);
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

    public ValueMeaning CountOf(Span span, ArrayMeaning array)
    {
        var open = array.When.Where(when => !Logic.IsTrue(when.Condition)).ToList();
        var sure = ValueMeaning.Of(span, array.Items.Count - open.Count);
        var (one, none) = (Literals.Write(span, 1)!, Literals.Write(span, 0)!);
        var terms = open.Select(when => (OperandSyntax)new ChoiceSyntax(span, when.Condition, one, none)).ToList();
        if (open.Count < array.Items.Count)
        {
            terms.Insert(0, sure.Operand);
        }

        var counted =
            open.Count == 0
                ? sure
                : new ValueMeaning(
                    span,
                    terms.Aggregate((all, next) => new ArithmeticSyntax(span, ArithmeticKind.Plus, all, next)),
                    sure.Type
                );
        return counted with { Fault = nulls.Faults(span, [array.Fault, .. array.When.Select(when => when.Fault)]) };
    }

    public Meaning Group(ListCall call, ListMeaning list, ExpressionSyntax argument)
    {
        var key = lists.Body(call, list, argument);
        return key is BrokenMeaning ? new BrokenMeaning(call.Span)
            : key is ValueMeaning { IsRough: false } value && nulls.Settle(value) is { } settled ? new GroupsMeaning(
                call.Span, list, settled
            )
            : context.Broken(say => say.NotDistinct(call.Span, MeaningWords.Of(key)), call.Span);
    }

    public Meaning CallOnGroups(CallExpression call, GroupsMeaning groups)
    {
        var able = groups.List.IsPlain ? groups.List : ListConditions.Settled(groups.List);
        var oneOfEach = able with
        {
            Span = call.Span,
            Distinct = groups.Key.Operand,
            Fault = lists.FaultOfList(call.Span, groups.List, groups.Key.Fault, groups.Key.Nothing),
        };
        return (Methods.Find(call.Name.Text)?.Method, call.Arguments) switch
        {
            (Method.Count, []) => CountOfKeys(call.Span, groups, oneOfEach),
            (Method.ToList or Method.ToArray, []) => groups,
            (
                Method.Select,
                [
                    LambdaExpression
                {
                    Parameters: [var group],
                    Body: CallExpression { Target: { } first, Name.Text: "First", Arguments: [] }
                },
                ]
            ) when IsName(first, group.Text) => oneOfEach,
            (Method.Select, [LambdaExpression { Parameters: [var group], Body: MemberExpression { Target: { } its, Name.Text: "Key" } }])
                when IsName(its, group.Text) => oneOfEach with
                {
                    Item = groups.Key,
                    IsSelected = true,
                },
            (Method.Any, [LambdaExpression { Parameters: [var group], Body: BinaryExpression test }]) when IsSeveral(test, group.Text) =>
                comparisons.Compare(
                    call.Span, call.Name.Span, BinaryOperator.Greater, CountOf(call.Span, groups.List),
                    CountOfKeys(call.Span, groups, oneOfEach), readsTexts: false
                ),
            _ => UnknownCalls.UnknownCall(call, () => context.Diagnostics.GroupsOnlyCounted(call.Name)),
        };
    }

    // Where null is a value, it is a key like any other.
    private ValueMeaning CountOfKeys(Span span, GroupsMeaning groups, ListMeaning oneOfEach)
    {
        if (!context.IsExact || Logic.IsFalse(groups.Key.Nothing))
        {
            return CountOf(span, oneOfEach);
        }

        var counted = CountOf(span, WithoutNull(groups.List, groups.Key) with { Distinct = groups.Key.Operand });
        var ofNull = new ChoiceSyntax(
            span, ListConditions.SomeOf(span, ListConditions.Unordered(groups.List), groups.Key.Nothing), Literals.Write(span, 1)!,
            Literals.Write(span, 0)!
        );
        return counted with
        {
            Operand = new ArithmeticSyntax(span, ArithmeticKind.Plus, counted.Operand, ofNull),
            Fault = lists.FaultOfList(span, groups.List, groups.Key.Fault),
        };
    }

    // `group.Count() > 1`
    private static bool IsSeveral(BinaryExpression test, string group) =>
        test
            is { Operator: BinaryOperator.Greater, Right: NumberExpression { Digits: "1" } }
                or { Operator: BinaryOperator.GreaterOrEqual, Right: NumberExpression { Digits: "2" } }
        && test.Left is CallExpression { Target: { } counted, Name.Text: "Count", Arguments: [] }
        && IsName(counted, group);

    public static bool IsName(ExpressionSyntax expression, string name) => expression is NameExpression other && other.Name == name;
}
