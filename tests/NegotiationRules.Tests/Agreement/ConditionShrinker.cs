using NegotiationRules.Syntax;

namespace NegotiationRules.Tests.Agreement;

/// <summary>Smaller conditions that are read in the same place: parts instead of the whole, fewer parts, smaller parts.</summary>
internal static class ConditionShrinker
{
    public static IEnumerable<ConditionSyntax> Shrink(ConditionSyntax condition) =>
        condition switch
        {
            CompositionSyntax c => [.. c.Conditions, .. Fewer(c.Conditions, parts => c with { Conditions = parts })],
            NotSyntax n => [n.Condition, .. Shrink(n.Condition).Select(part => n with { Condition = part })],
            AtLeastOfSyntax a => [.. a.Conditions, .. Each(a.Conditions, parts => a with { Conditions = parts })],
            ConditionChoiceSyntax c => [c.If, c.Then, c.Else],
            FactTestsSyntax t => t.Tests,
            FactTestSyntax { Comparisons.Count: > 1 } t => t.Comparisons.Select(c => t with { Comparisons = [c] }),
            QuantifierSyntax q =>
            [
                .. Shrink(q.List).Select(list => q with { List = list }),
                .. q.Where is null ? [] : Shrink(q.Where).Select(where => q with { Where = where }),
                .. q.Satisfy is null ? [] : Shrink(q.Satisfy).Select(satisfy => q with { Satisfy = satisfy }),
                .. q.Where is null ? [] : (QuantifierSyntax[])[q with { Where = null }],
            ],
            ShareSyntax s =>
            [
                .. Shrink(s.List).Select(list => s with { List = list }),
                .. s.Among is null ? [] : (ShareSyntax[])[s with { Among = null }],
                .. s.Weight is null ? [] : (ShareSyntax[])[s with { Weight = null }],
                .. s.IfNone is null ? [] : (ShareSyntax[])[s with { IfNone = null }],
                .. Shrink(s.Where).Select(where => s with { Where = where }),
                .. s.Among is null ? [] : Shrink(s.Among).Select(among => s with { Among = among }),
            ],
            ShareOfTwoSyntax { IfNone: not null } s => [s with { IfNone = null }],
            ShareOfTwoSyntax { Whole: ArithmeticSyntax sum } s => [s with { Whole = sum.Left }, s with { Whole = sum.Right }],
            ShareOfTwoSyntax { Part: ArithmeticSyntax sum } s => [s with { Part = sum.Left }],
            ReachableSyntax r =>
            [
                .. Shrink(r.List).Select(list => r with { List = list }),
                .. r.Where is null ? [] : (ReachableSyntax[])[r with { Where = null }],
                .. r.Where is null ? [] : Shrink(r.Where).Select(where => r with { Where = where }),
            ],
            InOrderSyntax { List.Selection: not null } o => Shrink(o.List).Select(list => o with { List = list }),
            InOrderSyntax { Within: not null } o => [o with { Within = null }],
            InOrderSyntax o => o.AtLeast is null
                ? Fewer(o.Steps, steps => o with { Steps = steps })
                : [o with { AtLeast = null }, .. Each(o.Steps, steps => o with { Steps = steps })],
            ValueTestSyntax { Value: QuantityOperandSyntax { IfNone: not null } quantity } v =>
                [v with { Value = quantity with { IfNone = null } }],
            ValueTestSyntax { Value: QuantityOperandSyntax { List.Selection: not null } quantity } v => Shrink(quantity.List)
                .Select(list => v with { Value = quantity with { List = list } }),
            ValueTestSyntax { Value: QuantityOperandSyntax { Where: { } where } quantity } v =>
            [
                v with
                {
                    Value = quantity with { Where = null },
                },
                .. Shrink(where).Select(w => v with { Value = quantity with { Where = w } }),
            ],
            ValueTestSyntax { Value: ArithmeticSyntax arithmetic } v => [v with { Value = arithmetic.Left }],
            ValueTestSyntax { Value: MoveSyntax move } v => [v with { Value = move.Operand }],
            ValueTestSyntax { Value: FunctionSyntax function } v => function.Arguments.Select(argument => v with { Value = argument }),
            ValueTestSyntax { Value: ChoiceSyntax choice } v =>
            [
                v with
                {
                    Value = choice.Then,
                },
                v with
                {
                    Value = choice.Else,
                },
                .. Shrink(choice.If).Select(condition => v with { Value = choice with { If = condition } }),
            ],
            _ => [],
        };

    // The whole list, then a selection that does less.
    private static IEnumerable<ListSyntax> Shrink(ListSyntax list) => list.Selection is not { } s ? [] :
    [
        s.From,
        .. s.Where is null ? [] : (ListSyntax[])[list with { Selection = s with { Where = null } }],
        .. s.Distinct.Count == 0 ? [] : (ListSyntax[])[list with { Selection = s with { Distinct = [.. s.Distinct.Skip(1)] } }],
        .. s.OrderBy.Count == 0 ? [] : (ListSyntax[])[list with { Selection = s with { OrderBy = [.. s.OrderBy.Skip(1)] } }],
        .. s.Reversed ? (ListSyntax[])[list with { Selection = s with { Reversed = false } }] : [],
        .. s.Skip is null ? [] : (ListSyntax[])[list with { Selection = s with { Skip = null } }],
        .. s.Ties ? (ListSyntax[])[list with { Selection = s with { Ties = false } }] : [],
        .. s.Take is null ? [] : (ListSyntax[])[list with { Selection = s with { Take = null } }],
        .. Shrink(s.From).Select(from => list with { Selection = s with { From = from } }),
        .. s.Where is null ? [] : Shrink(s.Where).Select(where => list with { Selection = s with { Where = where } }),
    ];

    private static IEnumerable<ConditionSyntax> Fewer(
        IReadOnlyList<ConditionSyntax> parts,
        Func<IReadOnlyList<ConditionSyntax>, ConditionSyntax> rebuild
    ) => [.. parts.Count > 1 ? parts.Select((_, i) => rebuild([.. parts.Where((_, j) => j != i)])) : [], .. Each(parts, rebuild)];

    private static IEnumerable<ConditionSyntax> Each(
        IReadOnlyList<ConditionSyntax> parts,
        Func<IReadOnlyList<ConditionSyntax>, ConditionSyntax> rebuild
    ) => parts.SelectMany((part, i) => Shrink(part).Select(smaller => rebuild([.. parts.Select((p, j) => j == i ? smaller : p)])));
}
