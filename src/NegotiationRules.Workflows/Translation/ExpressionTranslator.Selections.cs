using NegotiationRules.Syntax;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Expressions;
using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Translation;

/// <content>Lists: some of their elements, in some order, and single ones.</content>
internal sealed partial class ExpressionTranslator
{
    private Meaning Where(ListCall call, ListMeaning list, ExpressionSyntax argument)
    {
        if (AsTruth(Body(call, list, argument)) is not { } test)
        {
            return new BrokenMeaning(call.Span);
        }

        // What is asked last is done last, but what is asked of elements may be asked before they are put in order.
        var able = list.Distinct is null && list.Skip is null && list.Take is null ? list : Settled(list);
        return able with
        {
            Span = call.Span,
            Where = Logic.All(call.Span, able.Where, test.Condition),
            Fault = FaultOfList(call.Span, list, test.Fault),
            HardFault = HardFaultOfList(call.Span, list, test.Fault),
        };
    }

    private Meaning Select(ListCall call, ListMeaning list, ExpressionSyntax argument)
    {
        var made = Body(call, list, argument);
        if (made is BrokenMeaning)
        {
            return new BrokenMeaning(call.Span);
        }

        return list with
        {
            Span = call.Span,
            Item = (made is TruthMeaning truth ? AsValue(truth) : made) with { Fault = Logic.False },
            IsSelected = true,
            Fault = FaultOfList(call.Span, list, made.Fault),
            HardFault = HardFaultOfList(call.Span, list, made.Fault),
        };
    }

    private Meaning SelectMany(ListCall call, ListMeaning list, ExpressionSyntax argument)
    {
        var made = Body(call, list, argument);
        if (made is BrokenMeaning)
        {
            return new BrokenMeaning(call.Span);
        }

        var mark = list.Element.Mark + ".";
        if (
            made is not ListMeaning { IsPlain: true, From: { Selection: null, Name.Text: var path } } inner
            || !path.StartsWith(mark, StringComparison.Ordinal)
            || inner.Lifts.Count > 0
            || !list.IsPlain
            || list.From.Selection is not null
        )
        {
            return Untranslatable(() => _diagnostics.ListsNotJoined(call.Span), call.Span);
        }

        // The path of the language runs through both lists.
        var whole = ListOf(call.Span, $"{list.From.Name.Text}.{path[mark.Length..]}", inner.Element.Type, list.Element);
        var fault = FaultOfList(call.Span, list, made.Fault, NullOf(made));
        var where = new Renaming(inner.Element, whole.Element);
        return whole with
        {
            Item = inner.IsSelected || !Logic.IsTrue(inner.Where) ? where.Rewrite(inner.Item) : whole.Item,
            IsSelected = inner.IsSelected,
            Where = Logic.All(call.Span, list.Where, where.Rewrite(inner.Where)),
            Fault = fault,
            Nothing = list.Nothing,
            Lifts = list.Lifts,
        };
    }

    private Meaning? Order(ListCall call, ListMeaning list, bool isDescending, bool isNext)
    {
        if (call.Arguments is not [var argument] || (isNext && list.Order.Count == 0))
        {
            return null;
        }

        if (Body(call, list, argument) is not ValueMeaning key)
        {
            return Untranslatable(() => _diagnostics.NoOrderKey(argument.Span), call.Span);
        }

        if (
            !key.IsNumber
            && key.Kind is not (ScalarKind.DateTime or ScalarKind.DateOnly or ScalarKind.DateTimeOffset or ScalarKind.TimeSpan)
        )
        {
            return Untranslatable(() => _diagnostics.NoOrderBy(argument.Span, Describe(key)), call.Span);
        }

        if (key.IsRough)
        {
            return Untranslatable(() => _diagnostics.NotExact(argument.Span), call.Span);
        }

        if (Settle(key) is not { } settled)
        {
            return new BrokenMeaning(call.Span);
        }

        // Another order begins with the one there is: elements alike stay as they are.
        var isPending = list.IsReversed || list.Skip is not null || list.Take is not null || (!isNext && list.Order.Count > 0);
        if (isNext && isPending)
        {
            return null;
        }

        var able = isPending ? Settled(list) : list;
        return able with
        {
            Span = call.Span,
            Order = [.. able.Order, new OrderKeySyntax(settled.Operand, isDescending)],
            Fault = FaultOfList(call.Span, list, settled.Fault, settled.Nothing),
            HardFault = HardFaultOfList(call.Span, list, Logic.Any(call.Span, settled.Fault, settled.Nothing)),
        };
    }

    private Meaning Distinct(ListCall call, ListMeaning list)
    {
        if (list.Item is not ValueMeaning { IsRough: false } item || Settle(item) is not { } key)
        {
            return Untranslatable(() => _diagnostics.NotDistinct(call.Span, Describe(list.Item)), call.Span);
        }

        var able = list.IsPlain ? list : Settled(list);
        return able with { Span = call.Span, Distinct = key.Operand, Fault = FaultOfList(call.Span, list, key.Nothing) };
    }

    private ListMeaning Reverse(ListMeaning list)
    {
        var able = list.Skip is null && list.Take is null ? list : Settled(list);
        return able with { IsReversed = !able.IsReversed, Fault = FaultOfUse(list.Span, list), HardFault = list.HardFault };
    }

    private Meaning? Cut(ListCall call, ListMeaning list, bool isTake)
    {
        if (call.Arguments is not [var argument])
        {
            return null;
        }

        var amount = Translate(argument, call.Scope);
        if (amount is not ValueMeaning { Constant: int number })
        {
            return amount is BrokenMeaning
                ? amount
                : Untranslatable(() => _diagnostics.AmountNotConstant(argument.Span, call.Name.Text), call.Span);
        }

        return isTake ? Take(call.Span, list, number) : Skip(call.Span, list, number);
    }

    private ListMeaning Take(Span span, ListMeaning list, int number) =>
        number <= 0
            ? Settled(list) with
            {
                Span = span,
                Where = Logic.False,
                Fault = FaultOfUse(span, list),
            }
            : list with
            {
                Span = span,
                Take = Math.Min(list.Take ?? int.MaxValue, number),
                Fault = FaultOfUse(span, list),
                HardFault = list.HardFault,
            };

    private ListMeaning Skip(Span span, ListMeaning list, int number)
    {
        var able = list.Take is null ? list : Settled(list);
        return number <= 0 ? list with { Span = span, Fault = FaultOfUse(span, list), HardFault = list.HardFault }
            : able with { Span = span, Skip = (able.Skip ?? 0) + number, Fault = FaultOfUse(span, list), HardFault = list.HardFault };
    }

    /// <summary>Says of one element what was said of another.</summary>
    private sealed class Renaming(OpenElement from, OpenElement to) : SyntaxRewriter
    {
        public Meaning Rewrite(Meaning meaning) => meaning switch
        {
            ValueMeaning value => value with { Operand = Rewrite(value.Operand), Nothing = Rewrite(value.Nothing) },
            ObjectMeaning o => o with { Path = Rename(o.Path), Nothing = Rewrite(o.Nothing) },
            _ => meaning,
        };

        protected override Name Path(Name path) => path with { Text = Rename(path.Text) };

        private string Rename(string path) =>
            path == from.Mark || path.StartsWith(from.Mark + ".", StringComparison.Ordinal) ? to.Mark + path[from.Mark.Length..] : path;
    }
}
