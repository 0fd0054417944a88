using NegotiationRules.Syntax;

namespace NegotiationRules.Tests.Agreement;

/// <summary>Smaller conditions that are read in the same place: parts instead of the whole, fewer parts, smaller parts.</summary>
internal static class ConditionShrinker
{
    public static IEnumerable<ConditionSyntax> Shrink(ConditionSyntax condition) => condition switch
    {
        CompositionSyntax c => [.. c.Conditions, .. Fewer(c.Conditions, parts => c with { Conditions = parts })],
        NotSyntax n => [n.Condition, .. Shrink(n.Condition).Select(part => n with { Condition = part })],
        AtLeastOfSyntax a => [.. a.Conditions, .. Each(a.Conditions, parts => a with { Conditions = parts })],
        FactTestsSyntax t => t.Tests,
        FactTestSyntax { Comparisons.Count: > 1 } t => t.Comparisons.Select(c => t with { Comparisons = [c] }),
        QuantifierSyntax q =>
        [
            .. q.Where is null ? [] : Shrink(q.Where).Select(where => q with { Where = where }),
            .. q.Satisfy is null ? [] : Shrink(q.Satisfy).Select(satisfy => q with { Satisfy = satisfy }),
            .. q.Where is null ? [] : (QuantifierSyntax[])[q with { Where = null }],
        ],
        ShareSyntax s =>
        [
            .. s.Among is null ? [] : (ShareSyntax[])[s with { Among = null }],
            .. s.Weight is null ? [] : (ShareSyntax[])[s with { Weight = null }],
            .. Shrink(s.Where).Select(where => s with { Where = where }),
            .. s.Among is null ? [] : Shrink(s.Among).Select(among => s with { Among = among }),
        ],
        InOrderSyntax o => o.AtLeast is null ? Fewer(o.Steps, steps => o with { Steps = steps }) : [o with { AtLeast = null }, .. Each(o.Steps, steps => o with { Steps = steps })],
        ValueTestSyntax { Value: QuantityOperandSyntax { Where: { } where } quantity } v =>
            [v with { Value = quantity with { Where = null } }, .. Shrink(where).Select(w => v with { Value = quantity with { Where = w } })],
        ValueTestSyntax { Value: ArithmeticSyntax arithmetic } v => [v with { Value = arithmetic.Left }],
        ValueTestSyntax { Value: MoveSyntax move } v => [v with { Value = move.Operand }],
        _ => [],
    };

    private static IEnumerable<ConditionSyntax> Fewer(IReadOnlyList<ConditionSyntax> parts, Func<IReadOnlyList<ConditionSyntax>, ConditionSyntax> rebuild) =>
    [
        .. parts.Count > 1 ? parts.Select((_, i) => rebuild([.. parts.Where((_, j) => j != i)])) : [],
        .. Each(parts, rebuild),
    ];

    private static IEnumerable<ConditionSyntax> Each(IReadOnlyList<ConditionSyntax> parts, Func<IReadOnlyList<ConditionSyntax>, ConditionSyntax> rebuild) =>
        parts.SelectMany((part, i) => Shrink(part).Select(smaller => rebuild([.. parts.Select((p, j) => j == i ? smaller : p)])));
}
