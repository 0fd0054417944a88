using NegotiationRules.Facts;

namespace NegotiationRules.Analysis.Questions;

/// <summary>Some steps after which the evaluator says that the stage is as it should be.</summary>
/// <param name="Steps">The steps, in the order of the vocabulary.</param>
/// <param name="Rooms">The values that facts may have, one for each step that sets one.</param>
/// <param name="Cost">What all of them cost, in thousandths.</param>
/// <param name="IsEscape">Whether they only make rules not apply, or let them ask something of nothing.</param>
/// <param name="Facts">The facts after them.</param>
/// <param name="Scenario">The same as a scenario.</param>
/// <param name="Verdict">What became of it.</param>
internal sealed record FoundRemedy(
    IReadOnlyList<PossibleStep> Steps, IReadOnlyList<Room> Rooms, long Cost, bool IsEscape, FactRecord Facts, Scenario Scenario,
    Verdict Verdict)
{
    /// <summary>The values that the fact of a step may have; <see langword="null"/> of a step that sets none.</summary>
    public Room? RoomOf(PossibleStep step) => RoomOf(step, Rooms);

    /// <summary>The rules that come out otherwise.</summary>
    public IEnumerable<OutcomeChange> ChangesFrom(Verdict before) => before.Rules.Zip(Verdict.Rules)
        .Where(pair => pair.First.Outcome != pair.Second.Outcome)
        .Select(pair => new OutcomeChange(pair.First.Rule, pair.First.Outcome, pair.Second.Outcome));

    /// <summary>Likewise, of some rooms. A plain value is added by one step, and chosen by another.</summary>
    public static Room? RoomOf(PossibleStep step, IReadOnlyList<Room> rooms) =>
        step.IsAdded ? null : rooms.FirstOrDefault(room => room.Fact == step.Part);
}
