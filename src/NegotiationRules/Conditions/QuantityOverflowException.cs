namespace NegotiationRules.Conditions;

/// <summary>A quantity lies beyond what can be represented, for a reason that is worth telling. Never leaves the assembly: it becomes a diagnostic.</summary>
internal sealed class QuantityOverflowException(string message) : OverflowException(message);
