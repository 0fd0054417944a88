using NegotiationRules.Analysis.Cells;
using NegotiationRules.Facts;

namespace NegotiationRules.Analysis.Questions;

/// <summary>Finds what to ask first where a stage is open: each fact is set to what it may turn out to be, and the scenario
/// evaluated.</summary>
internal sealed class QuestionFinder(RemedyQuestion question, RemedyFrame frame, IReadOnlyList<FoundRemedy> remedies)
{
    // Of more, the first are told of anyway.
    private const int MostFacts = 60;

    /// <summary>The questions, the most telling first.</summary>
    public IReadOnlyList<FoundQuestion> Find()
    {
        var open = question.Stage.Blocking.SelectMany(rule => rule.Unsettled).ToHashSet(StringComparer.Ordinal);
        List<FoundRemedy> findings = [.. remedies.Where(remedy => !remedy.IsEscape && remedy.Steps.All(IsOpen))];
        return
        [
            .. frame.Steps.Where(step => IsAmong(open, step.Part) && step is { IsAdded: false, Around: null } && IsOpen(step))
                .Take(MostFacts)
                .Select(step => new FoundQuestion(
                    step, [.. AnswersOf(step)], findings.Count(remedy => remedy.Steps.Contains(step)),
                    findings.Count > 0 && findings.TrueForAll(remedy => remedy.Steps.Contains(step))))
                .OrderByDescending(found => found.MayEndIt)
                .ThenByDescending(found => found.Decided)
                .ThenByDescending(found => found.IsInAll)
                .ThenByDescending(found => found.Remedies),
        ];
    }

    // Whether a list is complete may be for a fact beside it to say.
    private static bool IsAmong(HashSet<string> open, FramePart part) => open.Contains(part.Path)
        || (part is FrameList { Type.CompleteBy: { } sibling } && open.Contains(PathBeside(part.Path, sibling)));

    private static string PathBeside(string path, string name) => path[..(path.LastIndexOf('.') + 1)] + name;

    private static bool IsOpen(PossibleStep step) =>
        step.Part is FrameList || step.Part is FrameFact { Cells: [{ IsKnown: false }, ..] };

    private IEnumerable<(Room? Room, StageOutcome Outcome, Verdict Verdict)> AnswersOf(PossibleStep step)
    {
        var answers = Enumerable.Range(1, step.Variable.CellCount - 1)
            .Select(cell => (Cell: cell, Verdict: VerdictWith(step, cell)))
            .Where(answer => answer.Verdict is not null)
            .GroupBy(answer => answer.Verdict!.Stage(question.Stage.Name).Outcome);
        foreach (var same in answers.OrderBy(group => group.Key))
        {
            var room = step.Part is FrameFact fact
                ? new Room(fact, [.. same.Select(answer => answer.Cell)], frame.Inquiry.WhyInexact(fact) is null) : null;
            yield return (room, same.Key, same.First().Verdict!);
        }
    }

    private Verdict? VerdictWith(PossibleStep step, int cell)
    {
        var cells = new int[frame.Inquiry.Circuit.Variables.Count];
        cells[step.Variable.Index] = cell;
        var facts = KeptSources.Of(frame.Inquiry.Frame.Materialise(cells), question.Evaluated.Facts);
        var scenario = new Scenario(question.Evaluated.ScenarioName ?? string.Empty, FactText.ToJson(facts, facts.Type));
        return After.Of(question.Verdict, scenario);
    }
}
