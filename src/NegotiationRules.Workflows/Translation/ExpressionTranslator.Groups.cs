using NegotiationRules.Syntax;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Expressions;

namespace NegotiationRules.Workflows.Translation;

/// <content>Elements by a key: how many keys there are, whether several have one, and one of each.</content>
internal sealed partial class ExpressionTranslator
{
    private Meaning Group(ListCall call, ListMeaning list, ExpressionSyntax argument)
    {
        var key = Body(call, list, argument);
        return key is BrokenMeaning ? new BrokenMeaning(call.Span)
            : key is ValueMeaning { IsRough: false } value && Settle(value) is { } settled ? new GroupsMeaning(call.Span, list, settled)
            : Untranslatable(() => _diagnostics.NotDistinct(call.Span, Describe(key)), call.Span);
    }

    private Meaning CallOnGroups(CallExpression call, GroupsMeaning groups)
    {
        var able = groups.List.IsPlain ? groups.List : Settled(groups.List);
        var oneOfEach = able with
        {
            Span = call.Span,
            Distinct = groups.Key.Operand,
            Fault = FaultOfList(call.Span, groups.List, groups.Key.Fault, groups.Key.Nothing),
        };
        return (call.Name.Text.ToUpperInvariant(), call.Arguments) switch
        {
            ("COUNT", []) => CountOfKeys(call.Span, groups, oneOfEach),
            ("TOLIST" or "TOARRAY", []) => groups,
            (
                "SELECT",
                [
                    LambdaExpression
                {
                    Parameters: [var group],
                    Body: CallExpression { Target: { } first, Name.Text: "First", Arguments: [] }
                },
                ]
            ) when IsName(first, group.Text) => oneOfEach,
            ("SELECT", [LambdaExpression { Parameters: [var group], Body: MemberExpression { Target: { } its, Name.Text: "Key" } }])
                when IsName(its, group.Text) => oneOfEach with
                {
                    Item = groups.Key,
                    IsSelected = true,
                },
            ("ANY", [LambdaExpression { Parameters: [var group], Body: BinaryExpression test }]) when IsSeveral(test, group.Text) =>
                Compare(
                    call.Span, call.Name.Span, BinaryOperator.Greater, CountOf(call.Span, groups.List),
                    CountOfKeys(call.Span, groups, oneOfEach), readsTexts: false
                ),
            _ => UnknownCall(call, () => _diagnostics.GroupsOnlyCounted(call.Name)),
        };
    }

    // Where null is a value, it is a key like any other.
    private ValueMeaning CountOfKeys(Span span, GroupsMeaning groups, ListMeaning oneOfEach)
    {
        if (!IsExact || Logic.IsFalse(groups.Key.Nothing))
        {
            return CountOf(span, oneOfEach);
        }

        var counted = CountOf(span, WithoutNull(groups.List, groups.Key) with { Distinct = groups.Key.Operand });
        var ofNull = new ChoiceSyntax(
            span, SomeOf(span, Unordered(groups.List), groups.Key.Nothing), Literals.Write(span, 1)!,
            Literals.Write(span, 0)!
        );
        return counted with
        {
            Operand = new ArithmeticSyntax(span, ArithmeticKind.Plus, counted.Operand, ofNull),
            Fault = FaultOfList(span, groups.List, groups.Key.Fault),
        };
    }

    // `group.Count() > 1`
    private static bool IsSeveral(BinaryExpression test, string group) =>
        test
            is { Operator: BinaryOperator.Greater, Right: NumberExpression { Digits: "1" } }
                or { Operator: BinaryOperator.GreaterOrEqual, Right: NumberExpression { Digits: "2" } }
        && test.Left is CallExpression { Target: { } counted, Name.Text: "Count", Arguments: [] }
        && IsName(counted, group);
}
