using NegotiationRules.Analysis.Cells;
using NegotiationRules.Analysis.Questions;
using NegotiationRules.Explanation.Wording;

namespace NegotiationRules.Analysis.Telling;

/// <summary>Why there is no remedy, in a sentence.</summary>
internal static class ObstacleWords
{
    public static string Of(Obstacle obstacle, RemedyQuestion question)
    {
        var names = obstacle.Rules.Select(rule => $"“{rule.Title ?? rule.Id}”").ToList();
        var what = names.Count == 0 ? "the stage cannot be made valid"
            : names.Count == 1 ? $"{names[0]} cannot be met" : $"{Series.And(names)} cannot all be met";
        var how = question.By is { } party ? $" by what {party} can do alone" : " with what may be changed";
        return obstacle.Nearest is not { } nearest ? $"{what}{how}"
            : $"{what}{how}: it would be enough that {new RemedyLines(question.Evaluated.Facts).Of(nearest).Text}"
                + Fixed(obstacle, question);
    }

    private static string Fixed(Obstacle obstacle, RemedyQuestion question)
    {
        if (question.By is not null)
        {
            List<string> others = [.. obstacle.Fixed.Select(step => step.By).OfType<string>().Distinct(StringComparer.Ordinal)];
            return others.Count == 0 ? string.Empty : $"; but that is up to {Series.And(others)}";
        }

        var places = obstacle.Fixed.Select(step => NameOf(step, question)).Distinct(StringComparer.Ordinal).ToList();
        return places.Count == 0 ? string.Empty : $"; but {Series.And(places)} {(places.Count == 1 ? "is" : "are")} fixed";
    }

    private static string NameOf(PossibleStep step, RemedyQuestion question)
    {
        var part = step.List ?? step.Part;
        if (step.Around is not null)
        {
            return NameOf(step.Around, question);
        }

        var place = FactPlace.Find(question.Evaluated.Facts, part.Path);
        var at = Naming.At(place.At, question.Evaluated.Facts.Type);
        return part is FrameList ? $"what is listed in {at.NameOf(place.Fact)}" : ConditionWording.Question(place.Fact, at);
    }
}
