using NegotiationRules.Facts;
using NegotiationRules.Text;

namespace NegotiationRules.Workflows.Inputs;

/// <summary>What the vocabulary of a workflow depends on besides the types of its inputs.</summary>
/// <param name="Name">What to call it in reports.</param>
/// <param name="Clock">The name of the fact that stands for the present moment; <see langword="null"/> if no expression asks for
/// it.</param>
/// <param name="ClockAt">Where it is asked for.</param>
/// <param name="DecimalPlaces">How many decimal places a <see cref="ScalarKind.Decimal"/> keeps, 0 to 9.</param>
internal sealed record InputVocabularyOptions(string Name = "<inputs>", string? Clock = null, Span ClockAt = default, int DecimalPlaces = 4)
{
    /// <summary>A further fact at its top; <see langword="null"/> if there is none.</summary>
    public Property? More { get; init; }
}
