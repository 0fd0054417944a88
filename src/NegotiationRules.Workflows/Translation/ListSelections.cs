using NegotiationRules.Syntax;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Expressions;
using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Translation;

/// <summary>Lists: some of their elements, in some order.</summary>
internal sealed class ListSelections(
    TranslationContext context, Nulls nulls, TruthValues truths, FactMeanings factMeanings, ListConditions lists,
    SoughtValues soughtValues
)
{
    /// <summary><c>Intersect</c> and <c>Except</c>: each value once.</summary>
    public Meaning? Common(ListCall call, ListMeaning list, bool isCommon)
    {
        if (call.Arguments is not [var argument])
        {
            return null;
        }

        var other = call.Read(argument);
        if (other is not (ListMeaning or ArrayMeaning))
        {
            return other is BrokenMeaning ? other : null;
        }

        if (truths.AsTruth(soughtValues.ContainedIn(call.Span, other, list.Item)) is not { } test)
        {
            return new BrokenMeaning(call.Span);
        }

        var able = list.Distinct is null && list.Skip is null && list.Take is null ? list : ListConditions.Settled(list);
        var common = able with
        {
            Where = Logic.All(call.Span, able.Where, isCommon ? test.Condition : Logic.Not(call.Span, test.Condition)),
            Fault = nulls.Faults(call.Span, lists.FaultOfList(call.Span, list), nulls.FaultOfUse(call.Span, other)),
        };
        return Distinct(call, common);
    }

    public Meaning Where(ListCall call, ListMeaning list, ExpressionSyntax argument)
    {
        if (truths.AsTruth(lists.Body(call, list, argument)) is not { } test)
        {
            return new BrokenMeaning(call.Span);
        }

        // What is asked last is done last, but what is asked of elements may be asked before they are put in order.
        var able = list.Distinct is null && list.Skip is null && list.Take is null ? list : ListConditions.Settled(list);
        return able with
        {
            Span = call.Span,
            Where = Logic.All(call.Span, able.Where, test.Condition),
            Fault = lists.FaultOfList(call.Span, list, test.Fault),
            HardFault = lists.HardFaultOfList(call.Span, list, test.Fault),
        };
    }

    public Meaning Select(ListCall call, ListMeaning list, ExpressionSyntax argument)
    {
        var made = lists.Body(call, list, argument);
        if (made is BrokenMeaning)
        {
            return new BrokenMeaning(call.Span);
        }

        return list with
        {
            Span = call.Span,
            Item = (made is TruthMeaning truth ? TruthValues.AsValue(truth) : made) with { Fault = Logic.False },
            IsSelected = true,
            Fault = lists.FaultOfList(call.Span, list, made.Fault),
            HardFault = lists.HardFaultOfList(call.Span, list, made.Fault),
        };
    }

    public Meaning SelectMany(ListCall call, ListMeaning list, ExpressionSyntax argument)
    {
        var made = lists.Body(call, list, argument);
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
            return context.Broken(say => say.ListsNotJoined(call.Span), call.Span);
        }

        // The path of the language runs through both lists, and through what the inner one runs through.
        var through = inner.Element.Through?.ReachedThrough(list.Element) ?? list.Element;
        var whole = factMeanings.ListOf(call.Span, $"{list.From.Name.Text}.{path[mark.Length..]}", inner.Element.Type, through);
        var fault = lists.FaultOfList(call.Span, list, made.Fault, Nulls.NullOf(made));
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

    public Meaning? Order(ListCall call, ListMeaning list, bool isDescending, bool isNext)
    {
        if (call.Arguments is not [var argument] || (isNext && list.Order.Count == 0))
        {
            return null;
        }

        if (lists.Body(call, list, argument) is not ValueMeaning key)
        {
            return context.Broken(say => say.NoOrderKey(argument.Span), call.Span);
        }

        if (
            !key.IsNumber
            && key.Kind is not (ScalarKind.DateTime or ScalarKind.DateOnly or ScalarKind.DateTimeOffset or ScalarKind.TimeSpan)
        )
        {
            return context.Broken(say => say.NoOrderBy(argument.Span, MeaningWords.Of(key)), call.Span);
        }

        if (key.IsRough)
        {
            return context.Broken(say => say.NotExact(argument.Span), call.Span);
        }

        if (nulls.Settle(key) is not { } settled)
        {
            return new BrokenMeaning(call.Span);
        }

        // Another order begins with the one there is: elements alike stay as they are.
        var isPending = list.IsReversed || list.Skip is not null || list.Take is not null || (!isNext && list.Order.Count > 0);
        if (isNext && isPending)
        {
            return null;
        }

        var able = isPending ? ListConditions.Settled(list) : list;
        return able with
        {
            Span = call.Span,
            Order = [.. able.Order, new OrderKeySyntax(settled.Operand, isDescending)],
            Fault = lists.FaultOfList(call.Span, list, settled.Fault, settled.Nothing),
            HardFault = lists.HardFaultOfList(call.Span, list, Logic.Any(call.Span, settled.Fault, settled.Nothing)),
        };
    }

    public Meaning Distinct(ListCall call, ListMeaning list)
    {
        if (list.Item is not ValueMeaning { IsRough: false } item || nulls.Settle(item) is not { } key)
        {
            return context.Broken(say => say.NotDistinct(call.Span, MeaningWords.Of(list.Item)), call.Span);
        }

        var able = list.IsPlain ? list : ListConditions.Settled(list);
        return able with { Span = call.Span, Distinct = key.Operand, Fault = lists.FaultOfList(call.Span, list, key.Nothing) };
    }

    public ListMeaning Reverse(ListMeaning list)
    {
        var able = list.Skip is null && list.Take is null ? list : ListConditions.Settled(list);
        return able with { IsReversed = !able.IsReversed, Fault = nulls.FaultOfUse(list.Span, list), HardFault = list.HardFault };
    }

    public Meaning? Cut(ListCall call, ListMeaning list, bool isTake)
    {
        if (call.Arguments is not [var argument])
        {
            return null;
        }

        var amount = call.Read(argument);
        if (amount is not ValueMeaning { Constant: int number })
        {
            return amount is BrokenMeaning
                ? amount
                : context.Broken(say => say.AmountNotConstant(argument.Span, call.Name.Text), call.Span);
        }

        return isTake ? Take(call.Span, list, number) : Skip(call.Span, list, number);
    }

    public ListMeaning Take(Span span, ListMeaning list, int number) =>
        number <= 0
            ? ListConditions.Settled(list) with
            {
                Span = span,
                Where = Logic.False,
                Fault = nulls.FaultOfUse(span, list),
            }
            : list with
            {
                Span = span,
                Take = Math.Min(list.Take ?? int.MaxValue, number),
                Fault = nulls.FaultOfUse(span, list),
                HardFault = list.HardFault,
            };

    public ListMeaning Skip(Span span, ListMeaning list, int number)
    {
        var able = list.Take is null ? list : ListConditions.Settled(list);
        return number <= 0 ? list with { Span = span, Fault = nulls.FaultOfUse(span, list), HardFault = list.HardFault }
            : able with { Span = span, Skip = (able.Skip ?? 0) + number, Fault = nulls.FaultOfUse(span, list), HardFault = list.HardFault };
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
