namespace NegotiationRules.Workflows;

/// <summary>How the rules nested in a rule decide it.</summary>
public enum WorkflowOperator
{
    /// <summary>All of them must be satisfied: <c>And</c> and <c>AndAlso</c>, which mean the same.</summary>
    And,

    /// <summary>One of them must be satisfied: <c>Or</c> and <c>OrElse</c>, which mean the same.</summary>
    Or,
}
