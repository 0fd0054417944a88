namespace NegotiationRules.Conditions;

/// <summary>A quantity lies beyond what can be represented, for a reason that is worth telling. Never leaves the assembly: it becomes a
/// diagnostic.</summary>
internal sealed class QuantityOverflowException(string message) : OverflowException(message)
{
    /// <summary>The value itself, unless it has grown beyond what floating point can hold.</summary>
    public static double UnlessFinite(double value) =>
        double.IsFinite(value) ? value : throw new QuantityOverflowException("a number is too large");
}
