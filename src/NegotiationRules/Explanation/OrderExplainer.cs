using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Explanation.Outlines;
using NegotiationRules.Explanation.Wording;
using NegotiationRules.Facts;

namespace NegotiationRules.Explanation;

/// <summary>Steps in order of time: how far they go, and which elements take them.</summary>
internal sealed class OrderExplainer(FactLines lines, OpenLines open, ScopeNames names, ExplanationOptions options)
{
    public ExplanationNode Of(InOrder condition, Scope scope, Stance stance, Truth truth)
    {
        var elements = Elements.Of(condition.List, scope);
        var certain = StepOrders.Longest(condition, elements, scope, mustBeCertain: true);
        var possible = StepOrders.Longest(condition, elements, scope, mustBeCertain: false);
        var steps = Nouns.Count(condition.Steps.Length, "step");
        var all = Numbers.All(condition.Steps.Length, "steps");
        var allOfThem = condition.Steps.Length == 2 ? "both" : "all";
        var at = names.At(scope);
        var within = condition.Within is null ? string.Empty : $" within {Statements.WithValue(condition.Within, scope, at)}";
        var inOrder = $" in {ConditionWording.OrderOf(condition.By, at.Enter(condition.List))}";
        var order = $"{inOrder}{within}";

        // All that is missing is that they come closer together.
        var closest = truth == Truth.False && condition is { Within: not null, Number: > 1 }
            ? StepOrders.Closest(condition, elements, scope.Steps) : null;
        var done =
            closest is not null
                ? (condition.Number == condition.Steps.Length ? all : $"{Numbers.Of(condition.Number)} of the {steps}")
                    + $" come{inOrder}, but not{within}"
            : condition.Steps.Length == 1
                ? $"the one step {(certain == 1 ? "comes" : truth == Truth.Unknown ? "is not known to come" : "does not come")}"
            : certain == condition.Steps.Length ? $"{all} come{order}"
            : certain == 0 ? $"none of the {steps} {(truth == Truth.Unknown ? "is known to come" : "comes")}{order}"
            : $"{Numbers.Of(certain)} of the {steps} {(certain == 1 ? "comes" : "come")}{order}";
        var more = truth != Truth.Unknown || possible <= certain ? string.Empty
            : certain > 0 ? $" and {Numbers.Of(possible - certain)} more may"
            : condition.Steps.Length == 1 ? ", but it may"
            : $", but {(possible == condition.Steps.Length ? allOfThem : Numbers.Of(possible))} may";
        var need =
            condition.Steps.Length == 1 ? "it is"
            : condition.Number == condition.Steps.Length ? $"{allOfThem} are"
            : condition.Number == 1 ? "at least 1 is"
            : $"at least {Numbers.Of(condition.Number)} are";
        var wanted =
            !stance.IsDemand ? string.Empty
            : stance.IsWanted ? $"; {need} needed"
            : condition.Number == 1 ? "; none is allowed"
            : $"; fewer than {Numbers.Of(condition.Number)} are allowed";
        return lines.OfList(
            $"{done}{more}{wanted}",
            condition.List,
            scope,
            stance.MarkOf(truth),
            [new OrderClaim(scope, condition, certain, possible), new TruthClaim(scope, condition, truth)],
            [
                .. condition.Steps.Select(step => Step(condition, step, elements, scope, stance)),
                .. truth == Truth.False ? TooEarly(condition, elements, scope, stance) : [],
                .. closest is var (first, last, time) ? new[] { TooLong(condition, first, last, time, scope, stance) } : [],
                .. truth == Truth.Unknown && condition.Within is not null ? OpenTime(condition.Within, scope) : [],
                .. truth == Truth.Unknown ? open.Lists(condition.List, scope) : [],
            ]);
    }

    // The elements that take a step, each with its day; they may still come too early or too late.
    private ExplanationNode Step(InOrder condition, Condition step, Elements elements, Scope scope, Stance stance)
    {
        var at = names.At(scope);
        var words = ListWords.Of(condition.List, at);
        var tally = Tally.Of(elements.Known, e => TreeWalk.TruthOf(step, e));
        var sought = $"{words.Singular}{words.OwnerIn(at)}{ConditionWording.Of(step, at.Enter(condition.List)).Relative(many: false)}";
        var claim = new StepClaim(scope, condition, step, tally.Meeting, tally.Maybe);
        List<Scope> taking = [.. tally.Meeting, .. tally.Maybe];
        if (taking.Count == 0)
        {
            var isTaken = elements.IsComplete ? Truth.False : Truth.Unknown;
            return new ExplanationNode($"{(elements.IsComplete ? "no" : "no known")} {sought}", stance.MarkOf(isTaken))
            { Claims = [claim], Holds = elements.IsComplete ? false : null };
        }

        var those = Series.And(taking, e =>
            $"{(tally.Maybe.Contains(e) ? "perhaps " : string.Empty)}{Labels.OwnOf(e)} ({When(condition, e)})", options.MostElements);
        var isCertain = tally.Meeting.Count > 0;
        return new ExplanationNode($"{Nouns.WithArticle(sought)}: {those}", stance.MarkOf(isCertain ? Truth.True : Truth.Unknown))
        { Claims = [claim], Holds = isCertain ? true : null };
    }

    // Of two steps that follow each other, both taken, but never one after the other: the last that takes the second comes before the first
    // that takes the first.
    private static IEnumerable<ExplanationNode> TooEarly(InOrder condition, Elements elements, Scope scope, Stance stance)
    {
        for (var i = 1; i < condition.Steps.Length; i++)
        {
            var (before, step) = (Taking(condition.Steps[i - 1]), Taking(condition.Steps[i]));
            if (before.Count == 0 || step.Count == 0)
            {
                continue;
            }

            var (first, last) = (before.MinBy(e => e.First), step.MaxBy(e => e.Last));
            if (last.Last < first.First)
            {
                var (early, late) = (When(condition, last.Element), When(condition, first.Element));
                var text = $"{Labels.Of(last.Element)} came too early: {early} is before {late}, when {Labels.Of(first.Element)} came";
                yield return new ExplanationNode(text, stance.MarkOf(Truth.False))
                { Claims = [new TooEarlyClaim(scope, condition, last.Element, first.Element)] };
            }
        }

        List<(Scope Element, Int128 First, Int128 Last)> Taking(Condition step) => elements.Known
            .Where(e => TreeWalk.TruthOf(step, e) != Truth.False)
            .Select(e => (Element: e, Time: Quantities.Exact(condition.By, e, 0)))
            .Select(e => (e.Element, e.Time.Low ?? Int128.MinValue, e.Time.High ?? Int128.MaxValue))
            .ToList();
    }

    private static ExplanationNode TooLong(InOrder condition, Scope first, Scope last, Int128 time, Scope scope, Stance stance)
    {
        var ticks = condition.By.Measure.Kind == MeasureKind.Day ? time * TimeSpan.TicksPerDay : time;
        return new ExplanationNode(
            $"at the closest they take {DurationWords.Of(new Duration(0, (long)ticks))}, from {Labels.OwnOf(first)} "
                + $"({When(condition, first)}) to {Labels.OwnOf(last)} ({When(condition, last)})", stance.MarkOf(Truth.False))
        { Claims = [new ClosestClaim(scope, condition, first, last)] };
    }

    private IEnumerable<ExplanationNode> OpenTime(Operand within, Scope scope) =>
        lines.Unknown(within.Facts, scope) is { } unknown ? [FactLines.Beside(unknown, [.. open.In(within, scope)])]
            : open.In(within, scope);

    private static string When(InOrder condition, Scope element) => KnownValue.Of(condition.By, element) is { IsBounded: true } known
        ? known.Text : "at an unknown time";
}
