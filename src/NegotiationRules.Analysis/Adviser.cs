using NegotiationRules.Analysis.Questions;
using NegotiationRules.Analysis.Telling;
using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Explanation.Wording;
using NegotiationRules.Facts;

namespace NegotiationRules.Analysis;

/// <summary>Puts together what there is to say about a stage that is not valid.</summary>
internal sealed class Adviser(RemedyQuestion question)
{
    public Advice Advise(int most)
    {
        var finder = new RemedyFinder(question);
        List<FoundRemedy> found = [.. finder.Find().Take(most)];
        var isOpen = question.Stage.Outcome == StageOutcome.Undetermined;
        var obstacle = found.TrueForAll(remedy => remedy.IsEscape) ? ObstacleIn(finder.Frame) : null;
        return new Advice(question.Stage)
        {
            Remedies = [.. found.Select(remedy => new Remedy(remedy, question.Verdict))],
            IsAll = found.Count < most && finder.Open is null,
            NotDecided = obstacle is null ? finder.Open : null,
            WhyNone = obstacle is null ? null : ObstacleWords.Of(obstacle, question),
            NearestMiss = obstacle?.Nearest is { } nearest ? new Remedy(nearest, question.Verdict) : null,
            Questions = isOpen && finder.Frame is { } frame ? [.. new QuestionFinder(question, frame, found).Find().Select(Told)] : [],
            Settled = isOpen ? SettledOutcome.Of(question) : null,
        };
    }

    // That some rules cannot be met is proved even if there is no telling what would meet others.
    private Obstacle? ObstacleIn(RemedyFrame? frame)
    {
        var obstacle = frame?.Inquiry.Budget.Reached is null && frame is not null ? Obstacle.Find(question, frame) : null;
        return obstacle?.Rules.Count > 0
            && frame!.WhyMore([.. obstacle.Rules.SelectMany(rule => new[] { rule.When, rule.Require }).OfType<Condition>()]) is null
            ? obstacle : null;
    }

    private FactQuestion Told(FoundQuestion found)
    {
        var place = FactPlace.Find(question.Evaluated.Facts, found.Step.Path);
        var text = UnsettledWords.Of([OpenFact.Find(place.Fact, place.At)!], question.Evaluated.Facts.Type, 1);
        return new FactQuestion(found.Step.Path, text, found.Step.By,
        [
            .. found.Answers.Select(answer => new PossibleAnswer(
                answer.Room is { } room ? RoomWords.OfFact(room) : null, answer.Outcome, answer.Verdict)),
        ]);
    }
}
