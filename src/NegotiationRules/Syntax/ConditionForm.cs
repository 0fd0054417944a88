namespace NegotiationRules.Syntax;

/// <summary>The forms of condition that a keyword makes; without one, a condition tests facts.</summary>
internal enum ConditionForm
{
    All,
    Any,
    None,
    Not,
    Every,
    Some,
    No,
    Count,
    Sum,
    Min,
    Max,
    Share,
    ShareOfTwo,
    Value,
    InOrder,
    Reachable,
    If,
    ConditionByName,
    RuleById,
    AtLeastOf,
}

/// <summary>The forms of operand that a keyword makes, apart from functions.</summary>
internal enum OperandForm
{
    Fact,
    Parameter,
    Count,
    Sum,
    Min,
    Max,
    The,
    Value,
    If,
    Quantity,
    From,
    FirstKnown,
}
