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
    Before,
    After,
    OnOrBefore,
    OnOrAfter,
    Between,
    Contains,
    ContainsAll,
    ContainsAny,
    ContainsNone,
    StartsWith,
    EndsWith,
    Matches,
    Known,
}
