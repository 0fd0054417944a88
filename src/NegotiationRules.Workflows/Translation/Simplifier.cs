using NegotiationRules.Syntax;

namespace NegotiationRules.Workflows.Translation;

/// <summary>Says a condition as a person would write it: what is asked of one fact stands together, and several facts stand in one
/// object.</summary>
internal sealed class Simplifier : SyntaxRewriter
{
    public override ConditionSyntax Rewrite(ConditionSyntax condition) => base.Rewrite(condition) switch
    {
        CompositionSyntax { Kind: CompositionKind.All } all => Join(all),
        CompositionSyntax { Kind: CompositionKind.Any } any => AsMembership(any),
        var other => other,
    };

    private static ConditionSyntax Join(CompositionSyntax all)
    {
        var parts = new List<ConditionSyntax>(all.Conditions.Count);
        foreach (var part in all.Conditions)
        {
            // Only neighbours: what is said first guards what is said next, and people wrote them in that order.
            if (part is FactTestSyntax test && parts.Count > 0 && parts[^1] is FactTestSyntax before && before.Path.Text == test.Path.Text
                && !test.Comparisons.Any(c => before.Comparisons.Any(b => b.Operator == c.Operator)))
            {
                parts[^1] = before with { Span = all.Span, Comparisons = [.. before.Comparisons, .. test.Comparisons], Bare = false };
            }
            else
            {
                parts.Add(part);
            }
        }

        if (parts.Count == 1)
        {
            return parts[0];
        }

        var tests = parts.OfType<FactTestSyntax>().ToList();
        return tests.Count == parts.Count && tests.DistinctBy(t => t.Path.Text).Count() == tests.Count
            ? new FactTestsSyntax(all.Span, tests)
            : all with { Conditions = parts };
    }

    // `x == 1 || x == 2` is what `in` is for; but a truth would then be decided later than by two comparisons, and a fact may be compared
    // with facts.
    private static ConditionSyntax AsMembership(CompositionSyntax any)
    {
        if (any.Conditions.Count < 2 || any.Conditions[0] is not FactTestSyntax { Path: var path })
        {
            return any;
        }

        var values = new List<OperandSyntax>(any.Conditions.Count);
        foreach (var part in any.Conditions)
        {
            if (
                part
                    is not FactTestSyntax
                    {
                        Comparisons: [{ Operator: ComparisonOperator.Is, Operand: LiteralSyntax { Value: not Text.JsonBoolean } value }]
                    } test
                || test.Path.Text != path.Text
            )
            {
                return any;
            }

            values.Add(value);
        }

        return new FactTestSyntax(
            any.Span,
            path,
            [new ComparisonSyntax(any.Span, ComparisonOperator.In, new OperandListSyntax(any.Span, values))],
            false
        );
    }
}
