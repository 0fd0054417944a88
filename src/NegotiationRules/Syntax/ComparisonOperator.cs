namespace NegotiationRules.Syntax;

/// <summary>The comparison operators; in JSON, the same names in camel case.</summary>
internal enum ComparisonOperator
{
    Is,
    IsNot,
    In,
    NotIn,
    AtLeast,
    AtMost,
    MoreThan,
    LessThan,
    Between,
    Before,
    After,
    OnOrBefore,
    OnOrAfter,
    Contains,
    ContainsAll,
    ContainsAny,
    StartsWith,
    EndsWith,
    Matches,
    Known,
}
