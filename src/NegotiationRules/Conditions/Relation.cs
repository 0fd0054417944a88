using NegotiationRules.Syntax;

namespace NegotiationRules.Conditions;

/// <summary>How two values of one measure can stand to each other. Values without an order know only the first two.</summary>
internal enum Relation
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

internal static class Relations
{
    // Looked for from the first to the last: a dictionary of an enumeration would be compiled anew in each process.
    private static readonly (ComparisonOperator Operator, Relation Relation)[] ByOperator =
    [
        (ComparisonOperator.Is, Relation.Equal),
        (ComparisonOperator.IsNot, Relation.NotEqual),
        (ComparisonOperator.LessThan, Relation.Less),
        (ComparisonOperator.Before, Relation.Less),
        (ComparisonOperator.AtMost, Relation.LessOrEqual),
        (ComparisonOperator.OnOrBefore, Relation.LessOrEqual),
        (ComparisonOperator.MoreThan, Relation.Greater),
        (ComparisonOperator.After, Relation.Greater),
        (ComparisonOperator.AtLeast, Relation.GreaterOrEqual),
        (ComparisonOperator.OnOrAfter, Relation.GreaterOrEqual),
    ];

    /// <summary>What an operator asks that relates a value to another; <see langword="null"/> of all others.</summary>
    public static Relation? Of(ComparisonOperator comparison)
    {
        foreach (var (other, relation) in ByOperator)
        {
            if (other == comparison)
            {
                return relation;
            }
        }

        return null;
    }

    /// <summary>The relation with its sides exchanged: <c>a &lt; b</c> is <c>b &gt; a</c>.</summary>
    public static Relation Mirror(this Relation relation) => relation switch
    {
        Relation.Less => Relation.Greater,
        Relation.LessOrEqual => Relation.GreaterOrEqual,
        Relation.Greater => Relation.Less,
        Relation.GreaterOrEqual => Relation.LessOrEqual,
        Relation.Equal or Relation.NotEqual => relation,
    };

    /// <summary>The relation that holds where this one does not.</summary>
    public static Relation Inverse(this Relation relation) => relation switch
    {
        Relation.Equal => Relation.NotEqual,
        Relation.NotEqual => Relation.Equal,
        Relation.Less => Relation.GreaterOrEqual,
        Relation.LessOrEqual => Relation.Greater,
        Relation.Greater => Relation.LessOrEqual,
        Relation.GreaterOrEqual => Relation.Less,
    };
}
