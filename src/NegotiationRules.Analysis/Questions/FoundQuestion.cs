using NegotiationRules.Analysis.Cells;

namespace NegotiationRules.Analysis.Questions;

/// <summary>A fact that is open, and what becomes of the stage by what it turns out to be.</summary>
/// <param name="Step">Finds it out.</param>
/// <param name="Answers">What it may turn out to be, and the outcome and the scenario that come of it; of a list, that it has no further
/// elements.</param>
/// <param name="Remedies">How many of the remedies in which it is found out.</param>
/// <param name="IsInAll">Whether it is found out in all of those that only find out.</param>
internal sealed record FoundQuestion(
    PossibleStep Step, IReadOnlyList<(Room? Room, StageOutcome Outcome, Verdict Verdict)> Answers, int Remedies, bool IsInAll)
{
    /// <summary>How many outcomes there are that end the question.</summary>
    public int Decided => Answers.Select(answer => answer.Outcome).Distinct().Count(outcome => outcome != StageOutcome.Undetermined);

    /// <summary>Whether some answer alone makes the stage invalid.</summary>
    public bool MayEndIt => Answers.Any(answer => answer.Outcome == StageOutcome.Invalid);
}
