using System.Collections.Immutable;
using NegotiationRules.Workflows.Expressions;
using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Reading;

/// <summary>Counts by how much a workflow grows as params are put in place: one that is used twice in the next, and that twice in the next,
/// is soon larger than any memory.</summary>
internal sealed class ParamGrowth
{
    /// <summary>How many parts may come in by way of params, in all expressions of a workflow together.</summary>
    public const int Most = 500_000;

    private long _parts;

    /// <summary>Whether the limit has been passed.</summary>
    public bool IsTooLarge => _parts > Most;

    /// <summary>Counts an expression that is about to be translated.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="sizes">The sizes of the params that are put in place.</param>
    /// <returns>How many parts it has once they are.</returns>
    public long Add(ExpressionSyntax expression, ImmutableDictionary<string, long> sizes)
    {
        var grown = Grown(expression, sizes);
        _parts += grown;
        return grown + Count(expression);
    }

    // What is beyond the limit need not be told apart.
    private static long Grown(ExpressionSyntax expression, ImmutableDictionary<string, long> sizes) =>
        expression switch
        {
            NameExpression name => sizes.GetValueOrDefault(name.Name),
            HelperExpression helper => Grown(
                helper.Body,
                sizes.SetItems(helper.Arguments.Select(a => KeyValuePair.Create(a.Name.Text, Size(a.Value, sizes))))
            ),
            _ => Math.Min(Most + 1, ExpressionParts.Of(expression).Sum(part => Grown(part, sizes))),
        };

    private static long Size(ExpressionSyntax expression, ImmutableDictionary<string, long> sizes) =>
        Math.Min(Most + 1, Grown(expression, sizes) + Count(expression));

    private static long Count(ExpressionSyntax expression) => 1 + ExpressionParts.Of(expression).Sum(Count);
}
