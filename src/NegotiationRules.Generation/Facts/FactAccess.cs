using System.Globalization;
using NegotiationRules.Facts;

namespace NegotiationRules.Generation.Facts;

/// <summary>The expression that reads a fact, as it is written in C#.</summary>
/// <param name="Text">The expression.</param>
/// <param name="MayBeUnknown">Whether it may be <see langword="null"/>.</param>
/// <param name="Type">The type of the fact.</param>
internal readonly record struct FactAccess(string Text, bool MayBeUnknown, FactType Type)
{
    /// <summary>What follows it to reach something in it.</summary>
    public string Dot => MayBeUnknown ? "?." : ".";

    /// <summary>The number that a value of it is compared by.</summary>
    public string NumberOf(string value) => Type switch
    {
        BooleanType => $"NumberOf({value})",
        DateType => $"DayOf({value})",
        DateTimeType => $"TicksOf({value})",
        ExactType { Scale: > 0 and var scale } => string.Create(CultureInfo.InvariantCulture, $"StepsOf({value}, {scale})"),
        _ => value,
    };
}
