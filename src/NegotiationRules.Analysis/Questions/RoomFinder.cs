using NegotiationRules.Analysis.Cells;
using NegotiationRules.Analysis.Circuits;
using NegotiationRules.Analysis.Solving;
using NegotiationRules.Facts;

namespace NegotiationRules.Analysis.Questions;

/// <summary>Widens the values that were found for the facts of some steps: as long as whichever of them each has, all together
/// do.</summary>
/// <param name="inquiry">The scenarios.</param>
/// <param name="does">Where they do.</param>
/// <param name="steps">All steps that may be taken; those that are not are as they are.</param>
internal sealed class RoomFinder(Inquiry inquiry, Edge does, IReadOnlyList<PossibleStep> steps)
{
    /// <summary>The rooms of the facts among the steps that are taken, in the model of the solver; <see langword="null"/> if the budget was
    /// spent first.</summary>
    public IReadOnlyList<Room>? Find(IReadOnlyList<PossibleStep> taken)
    {
        var circuit = inquiry.Circuit;
        List<Edge> rest = [.. steps.Select(step => taken.Contains(step) ? step.Edge : !step.Edge)];
        List<PossibleStep> facts = [.. taken.Where(step => step is { IsAdded: false, Part: FrameFact })];
        var rooms = facts.ToDictionary(step => step, step => new SortedSet<int> { inquiry.Solver.CellOf(step.Variable) });
        foreach (var fact in facts)
        {
            for (var cell = 1; cell < fact.Variable.CellCount; cell++)
            {
                if (!rooms[fact].Add(cell))
                {
                    continue;
                }

                // Which of the others it is with does not matter: so only the new value is asked about.
                var asked = facts.Where(other => other != fact).Select(other => Is(other, rooms[other]))
                    .Append(circuit.Is(fact.Variable, cell));
                switch (inquiry.Ask([.. rest, .. asked, !does]))
                {
                    case Solvable.Undecided:
                        return null;
                    case Solvable.Yes:
                        rooms[fact].Remove(cell);
                        break;
                }
            }
        }

        return
        [
            .. facts.Select(fact => new Room((FrameFact)fact.Part, [.. rooms[fact]], inquiry.WhyInexact((FrameFact)fact.Part) is null)),
        ];
    }

    private Edge Is(PossibleStep fact, IEnumerable<int> cells) =>
        inquiry.Circuit.Leaf(fact.Variable, CellSet.Of(fact.Variable.CellCount, cells));
}
