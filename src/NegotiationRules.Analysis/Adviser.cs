using NegotiationRules.Analysis.Questions;
using NegotiationRules.Analysis.Telling;
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
        var hasNone = finder.Frame is not null && found.TrueForAll(remedy => remedy.IsEscape) && finder.Open is null;
        var obstacle = hasNone ? Obstacle.Find(question, finder.Frame!) : null;
        return new Advice(question.Stage)
        {
            Remedies = [.. found.Select(remedy => new Remedy(remedy, question.Verdict))],
            IsAll = found.Count < most && finder.Open is null,
            NotDecided = finder.Open,
            WhyNone = obstacle is null ? null : ObstacleWords.Of(obstacle, question),
            NearestMiss = obstacle?.Nearest is { } nearest ? new Remedy(nearest, question.Verdict) : null,
            Questions = isOpen ? [.. new QuestionFinder(question, finder.Frame!, found).Find().Select(Told)] : [],
            Settled = isOpen ? SettledOutcome.Of(question) : null,
        };
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
