using NegotiationRules.Analysis.Questions;
using NegotiationRules.Evaluation;

namespace NegotiationRules.Analysis.Telling;

/// <summary>A step that is told in one go: of a fact, of a list, or of an element that is added with all that is in it.</summary>
/// <param name="Likeness">The same for steps that differ only in whose fact or list it is.</param>
/// <param name="Path">Where it is taken.</param>
/// <param name="Owner">The element whose fact or list it is; <see langword="null"/> if it is of the scenario itself.</param>
/// <param name="Steps">The step, and those in the element that it adds.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Sentence">What is to be done, said of one or of several, by their names.</param>
internal sealed record StepItem(
    string Likeness, string Path, Scope? Owner, IReadOnlyList<PossibleStep> Steps, StepKind Kind, Func<string, bool, string> Sentence)
{
    /// <summary>Who can take it; <see langword="null"/> if nobody says.</summary>
    public string? By => Steps[0].By;

    public long Cost => Steps.Sum(step => step.Cost);
}
