using NegotiationRules.Analysis.Cells;
using NegotiationRules.Analysis.Circuits;
using NegotiationRules.Analysis.Solving;

namespace NegotiationRules.Analysis.Questions;

/// <summary>Why there is no remedy.</summary>
/// <param name="Rules">Rules that cannot all be met, none of which could be left out; empty if that was not found out.</param>
/// <param name="Nearest">What it would take if nothing were fixed; <see langword="null"/> if there is nothing, or it was not found.</param>
/// <param name="Fixed">The steps of it that cannot be taken.</param>
internal sealed record Obstacle(IReadOnlyList<Rule> Rules, FoundRemedy? Nearest, IReadOnlyList<PossibleStep> Fixed)
{
    /// <summary>Looks for it in the frame that has no remedy, and in one in which nothing is fixed.</summary>
    public static Obstacle Find(RemedyQuestion question, RemedyFrame frame)
    {
        var free = RemedyFrame.TryMake(question with { By = null }, 1, question.Limits, freesFixed: true);
        var nearest = free?.Remedies().FirstOrDefault();
        List<PossibleStep> inTheWay = nearest is null ? [] : [.. nearest.Steps.Where(step => !MayTake(question, frame, step))];
        return new Obstacle(CoreOf(question, frame), nearest, inTheWay);
    }

    private static bool MayTake(RemedyQuestion question, RemedyFrame frame, PossibleStep step) =>
        frame.Steps.FirstOrDefault(other => other.Path == step.Path && other.IsAdded == step.IsAdded) is { } same
        && (question.By is null || same.By == question.By);

    private static IReadOnlyList<Rule> CoreOf(RemedyQuestion question, RemedyFrame frame)
    {
        var (inquiry, ground) = (frame.Inquiry, frame.Inquiry.Rules[0]);
        var blocking = question.Stage.Blocking.Select(rule => rule.Rule).ToHashSet();
        var edges = question.Deciding.ToDictionary(
            rule => rule, rule => blocking.Contains(rule) ? ground.Of(rule, RuleOutcome.Satisfied) : ground.Allows(rule));
        var applies = ground.Applies(question.Stage.Name);
        return inquiry.Ask([applies, .. edges.Values]) == Solvable.No
            && Cores.Minimize(inquiry.Solver, [.. edges.Values.Distinct()], inquiry.Budget, applies) is { } core
            ? [.. question.Deciding.Where(rule => core.Contains(edges[rule])).DistinctBy(rule => edges[rule])] : [];
    }
}
