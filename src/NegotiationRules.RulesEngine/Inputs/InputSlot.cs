using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.RulesEngine.Inputs;

/// <summary>Where a value is that conditions read facts of.</summary>
/// <param name="Index">Its place among all values.</param>
/// <param name="Type">Its .NET type.</param>
/// <param name="Input">What that is to expressions.</param>
internal sealed record InputSlot(int Index, Type Type, InputType Input)
{
    /// <summary>The clock that is read instead of a value.</summary>
    public DateTimeKind? Clock { get; private init; }

    public static InputSlot OfClock(DateTimeKind clock) =>
        new(-1, typeof(DateTime), new ScalarInput(ScalarKind.DateTime, false)) { Clock = clock };
}
