using NegotiationRules.Analysis.Cells;
using NegotiationRules.Analysis.Circuits;

namespace NegotiationRules.Analysis.Questions;

/// <summary>A step that may be taken around a scenario.</summary>
/// <param name="Edge">Whether it is taken.</param>
/// <param name="Variable">What it moves out of cell 0.</param>
/// <param name="Part">The fact; the list that is completed; or the content of the element that is added.</param>
/// <param name="List">The list that the element is added to; otherwise <see langword="null"/>.</param>
/// <param name="Around">The added element that the fact, or the list, is in; <see langword="null"/> if it is in none.</param>
/// <param name="Cost">What it costs, in thousandths.</param>
/// <param name="By">Who can take it; <see langword="null"/> if nobody says.</param>
internal sealed record PossibleStep(
    Edge Edge, Variable Variable, FramePart Part, FrameList? List, PossibleStep? Around, long Cost, string? By)
{
    /// <summary>Whether an element is added.</summary>
    public bool IsAdded => List is not null;

    /// <summary>The path in the scenario: of the fact, the element, or the list that is completed.</summary>
    public string Path => Part.Path;
}
