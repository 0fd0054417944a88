using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Workflows.Translation;

/// <summary>Puts conditions together in the shortest way of saying the same.</summary>
/// <remarks>
/// The language has no word for "always" and "never"; while conditions are put together, an empty <c>all</c> and an empty <c>any</c> stand
/// for them. They vanish in whatever they are put into; where the whole is one of them, <see cref="Decided"/> says it in words.
/// </remarks>
internal static class Logic
{
    public static readonly ConditionSyntax True = new CompositionSyntax(default, CompositionKind.All, []);
    public static readonly ConditionSyntax False = new CompositionSyntax(default, CompositionKind.Any, []);

    public static bool IsTrue(ConditionSyntax condition) =>
        condition is CompositionSyntax { Kind: CompositionKind.All, Conditions.Count: 0 };

    public static bool IsFalse(ConditionSyntax condition) =>
        condition is CompositionSyntax { Kind: CompositionKind.Any, Conditions.Count: 0 };

    public static ConditionSyntax Constant(bool value) => value ? True : False;

    public static ConditionSyntax All(Span span, params ReadOnlySpan<ConditionSyntax> parts) => Compose(span, CompositionKind.All, parts);

    public static ConditionSyntax Any(Span span, params ReadOnlySpan<ConditionSyntax> parts) => Compose(span, CompositionKind.Any, parts);

    /// <summary>The opposite. What is unknown stays unknown.</summary>
    public static ConditionSyntax Not(Span span, ConditionSyntax condition) =>
        condition switch
        {
            _ when IsTrue(condition) => False,
            _ when IsFalse(condition) => True,
            NotSyntax not => not.Condition,
            FactTestSyntax { Comparisons: [var only] } test when Opposite(only) is { } opposite => test with
            {
                Span = span,
                Comparisons = [opposite],
                Bare = opposite.Operator == ComparisonOperator.Is && opposite.Operand is LiteralSyntax,
            },
            ValueTestSyntax test when Opposite(test.Comparison) is { } opposite => test with { Span = span, Comparison = opposite },
            CompositionSyntax { Kind: CompositionKind.None } none => Any(span, [.. none.Conditions]),
            CompositionSyntax { Kind: CompositionKind.Any } any when any.Conditions.All(IsKnownTest) => All(
                span,
                [.. any.Conditions.Select(c => Not(span, c))]
            ),
            CompositionSyntax { Kind: CompositionKind.Any } any => any with { Span = span, Kind = CompositionKind.None },
            QuantifierSyntax { Kind: QuantifierKind.Some } some => some with { Span = span, Kind = QuantifierKind.No },
            QuantifierSyntax { Kind: QuantifierKind.No } no => no with { Span = span, Kind = QuantifierKind.Some },
            _ => new NotSyntax(span, condition),
        };

    public static ConditionSyntax Known(Span span, string path, bool isKnown = true) =>
        new FactTestSyntax(
            span,
            new Name(path, span),
            [new ComparisonSyntax(span, ComparisonOperator.Known, new LiteralSyntax(span, new JsonBoolean(span, isKnown)))],
            false
        );

    /// <summary>A test of an operand, of a fact by its path where it is one.</summary>
    public static ConditionSyntax Test(Span span, OperandSyntax left, ComparisonOperator comparison, OperandSyntax right, Span at)
    {
        var compared = new ComparisonSyntax(at, comparison, right);
        return left is FactOperandSyntax fact
            ? new FactTestSyntax(span, fact.Path, [compared], comparison == ComparisonOperator.Is && right is LiteralSyntax)
            : new ValueTestSyntax(span, left, compared);
    }

    public static ConditionSyntax Some(Span span, ListSyntax list, ElementNames? name, ConditionSyntax where) =>
        IsFalse(where) ? False : new QuantifierSyntax(span, QuantifierKind.Some, list, name, Written(where), null);

    public static ConditionSyntax Every(Span span, ListSyntax list, ElementNames? name, ConditionSyntax where, ConditionSyntax satisfy) =>
        IsTrue(satisfy) || IsFalse(where) ? True
        : IsFalse(satisfy) ? Not(span, Some(span, list, name, where))
        : new QuantifierSyntax(span, QuantifierKind.Every, list, name, Written(where), satisfy);

    /// <summary>The condition as it can be written; <see langword="null"/> if it is always met.</summary>
    public static ConditionSyntax? Written(ConditionSyntax condition) =>
        IsTrue(condition) ? null
        : IsFalse(condition) ? throw new ArgumentException("What is never met has to be left out by whoever puts it in.")
        : condition;

    /// <summary>A condition that always holds, or never: whether a fact is known is always known itself.</summary>
    public static ConditionSyntax Decided(Span span, bool value, string fact) => new CompositionSyntax(
        span, value ? CompositionKind.Any : CompositionKind.None, [Known(span, fact), Known(span, fact, isKnown: false)]);

    public static ComparisonOperator Mirror(ComparisonOperator comparison) => Operators.Of(comparison).Mirrored ?? comparison;

    private static ComparisonSyntax? Opposite(ComparisonSyntax comparison)
    {
        if (comparison is { Operator: ComparisonOperator.Known, Operand: LiteralSyntax { Value: JsonBoolean known } literal })
        {
            return comparison with { Operand = literal with { Value = new JsonBoolean(known.Span, !known.Value) } };
        }

        if (comparison is { Operator: ComparisonOperator.Is, Operand: LiteralSyntax { Value: JsonBoolean truth } said })
        {
            return comparison with { Operand = said with { Value = new JsonBoolean(truth.Span, !truth.Value) } };
        }

        return Operators.Of(comparison.Operator).Negation is { } negation ? comparison with { Operator = negation } : null;
    }

    private static ConditionSyntax Compose(Span span, CompositionKind kind, ReadOnlySpan<ConditionSyntax> parts)
    {
        var (neutral, decisive) = kind == CompositionKind.All ? (True, False) : (False, True);
        var kept = new List<ConditionSyntax>(parts.Length);
        var known = new HashSet<ConditionSyntax>(SyntaxLikeness.Comparer);
        foreach (var part in parts)
        {
            // An empty composition of this kind is the neutral one, so it vanishes here.
            ReadOnlySpan<ConditionSyntax> inner = part is CompositionSyntax nested && nested.Kind == kind ? [.. nested.Conditions]
                : part is FactTestsSyntax tests && kind == CompositionKind.All ? [.. tests.Tests]
                : [part];
            foreach (var one in inner)
            {
                if (one is CompositionSyntax { Conditions.Count: 0 })
                {
                    return decisive;
                }

                if (IsKnownTest(one) && known.Contains(Not(span, one)))
                {
                    return decisive;
                }

                if (known.Add(one))
                {
                    kept.Add(one);
                }
            }
        }

        // One of several that are joined the other way, when it stands here by itself, makes the others idle: a or (a and b).
        kept.RemoveAll(part => PartsOf(part, kind) is { } others && others.Any(known.Contains));
        return kept.Count switch
        {
            0 => neutral,
            1 => kept[0],
            _ => new CompositionSyntax(span, kind, kept),
        };
    }

    private static IReadOnlyList<ConditionSyntax>? PartsOf(ConditionSyntax part, CompositionKind around) => part switch
    {
        CompositionSyntax { Kind: CompositionKind.All } all when around == CompositionKind.Any => all.Conditions,
        CompositionSyntax { Kind: CompositionKind.Any } any when around == CompositionKind.All => any.Conditions,
        _ => null,
    };

    private static bool IsKnownTest(ConditionSyntax condition) =>
        condition is FactTestSyntax { Comparisons: [{ Operator: ComparisonOperator.Known }] };
}
